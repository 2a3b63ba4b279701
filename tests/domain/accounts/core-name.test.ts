import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreName } from '#shared/domain/accounts/core-name'

describe('the core of a company name', () => {
  it.each([
    ['杭州云栖食品有限公司', '云栖食品'],
    ['浙江省杭州市云栖食品', '云栖食品'],
    ['云栖食品（杭州）有限公司', '云栖食品'],
    ['云栖食品(杭州) 有限责任公司', '云栖食品'],
    ['云栖食品集团有限公司', '云栖食品'],
    ['云栖食品（集团）股份有限公司', '云栖食品'],
    ['杭州云栖食品有限公司（示例）', '云栖食品'],
    ['余杭区云栖食品商行', '云栖食品商行'],
    ['ABC Logistics Co., Ltd.', 'ABCLOGISTICS'],
    ['宁波银行股份有限公司', '宁波银行'],
    ['杭州食品贸易有限公司', '杭州食品贸易'],
    ['云栖食品有限公司杭州分公司', '云栖食品有限公司杭州分公司'],
    ['西湖电子', '西湖电子'],
    ['公司', '公司'],
    ['杭州', '杭州'],
    ['', ''],
  ])('%s is %s', (name, core) => {
    expect(coreName(name)).toBe(core)
  })

  it('is never empty for a name, and the core of a core is itself', () => {
    const part = fc.constantFrom('杭州', '浙江省', '云栖', '食品', '有限公司', '（集团）', '集团', '公司', '银行', 'AB')
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const core = coreName(parts.join(''))
        expect(core).not.toBe('')
        expect(coreName(coreName(core))).toBe(coreName(core))
      }),
    )
  })
})
