import { describe, expect, it } from 'vitest'
import { similarAccounts } from '#core/features/waybills/similar-accounts'

const account = (id: number, name: string, short_name = '') => ({ id, code: `KH${id}`, name, short_name })
const accounts = [
  account(1, '杭州云栖食品有限公司', '云栖食品'),
  account(2, '宁波沃格小家电有限公司', '沃格'),
  account(3, '杭州萌宠驿家用品有限公司'),
]

describe('accounts that might be meant', () => {
  it.each([
    ['云栖食品电商部', [1]],
    ['宁波沃格小家电（直营）', [2]],
    ['拓野户外有限公司', []],
    ['', []],
  ])('proposes for %s', (name, ids) => {
    expect(similarAccounts(name, accounts, []).map(({ id }) => id)).toEqual(ids)
  })

  it('names all accounts a name fits ambiguously, and says so', () => {
    expect(similarAccounts('同名', accounts, [1, 3])).toMatchObject([
      { id: 1, reason: 'ambiguous' },
      { id: 3, reason: 'ambiguous' },
    ])
  })
})
