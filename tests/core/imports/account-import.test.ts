import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPeopleService } from '#core/features/people/people.service'
import { importOptions, importsOf, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

const header = '客户编码,客户名称,简称,月结账号,别名,行业,级别,客户经理,联系人,联系电话,省,市,区,地址,账期,集团,备注'

describe('importing customers', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
  })
  afterEach(() => kernel.dispose())

  const byCode = (code: string) => {
    const accounts = createAccountsService(kernel)
    const id = accounts.byCode(code)?.id
    return id === undefined ? null : accounts.detail(id)
  }

  const peopleOf = (code: string) => {
    const id = createAccountsService(kernel).byCode(code)?.id
    const people = createPeopleService(kernel)
    return id === undefined ? [] : people.live(id).map((one) => people.input(one.id))
  }

  const first = [
    header,
    'KH000001,杭州云栖食品有限公司,云栖食品,7551234567,云栖电商；云栖旗舰店,食品,铂金,王海涛,李明,13800138000,浙江省,杭州市,西湖区,文三路1号,月结30天,,重点客户',
    'KH000002,宁波沃格电器有限公司,沃格,,,家电,黄金,李雪梅,,,浙江省,宁波市,,,,,',
    '合计,,,,,,,,,,,,,,,,',
  ]

  it('fills the archive and says what it could not take', async () => {
    const batch = await runImport(kernel, 'accounts', [
      ...first,
      'KH000003,,无名,,,,,,,,,,,,,,',
      'KH000004,金华某某工贸有限公司,,,,,钻石,,,,,,,,,,',
      'KH000005,金华某甲工贸有限公司,,,,,,,,123,,,,,,,',
    ])
    expect(batch.counts).toMatchObject({ read: 5, imported: 2, rejected: 3, skipped: 1 })
    expect(batch.problems.map(({ row, code }) => [row, code])).toEqual([
      [5, 'no-name'],
      [6, 'unknown-tier'],
      [7, 'value.notAPhone'],
    ])
    expect(byCode('KH000001')).toMatchObject({
      name: '杭州云栖食品有限公司',
      aliases: ['云栖电商', '云栖旗舰店'],
      monthAccounts: ['7551234567'],
      tier: 'platinum',
      creditDays: 30,
    })
    expect(peopleOf('KH000001')).toMatchObject([{ name: '李明', phone: '13800138000', primary: true }])
  })

  it('takes the same file again as duplicates, keeps or updates what differs, and undoes an update', async () => {
    await runImport(kernel, 'accounts', first)
    expect((await runImport(kernel, 'accounts', first)).counts).toMatchObject({
      imported: 0,
      duplicates: 2,
      rejected: 0,
    })
    const changed = [header, 'KH000001,杭州云栖食品有限公司,云栖食品,7551234567,,食品,铂金,周婷婷,,,,,,,60,,']
    expect((await runImport(kernel, 'accounts', changed)).counts).toMatchObject({ updated: 0, rejected: 1 })
    const batch = await runImport(kernel, 'accounts', changed, { conflicts: 'update' })
    expect(batch.counts).toMatchObject({ updated: 1, rejected: 0 })
    expect(byCode('KH000001')).toMatchObject({ manager: '周婷婷', creditDays: 60, aliases: ['云栖电商', '云栖旗舰店'] })
    await kernel.jobs.finished(importsOf(kernel).undo(batch.batch).job)
    expect(byCode('KH000001')).toMatchObject({ manager: '王海涛', creditDays: 30 })
  })

  it('never merges by name when the code differs', async () => {
    await runImport(kernel, 'accounts', first)
    const batch = await runImport(kernel, 'accounts', [header, 'KH000099,杭州云栖食品有限公司,,,,,,,,,,,,,,,'])
    expect(batch.problems[0]).toMatchObject({ code: 'name-taken', params: { code: 'KH000001' } })
  })

  it('undoes a whole file, refused once something depends on it', async () => {
    const batch = await runImport(kernel, 'accounts', first)
    const waybills = await runImport(kernel, 'waybills', [
      '运单号,寄件日期,客户名称,目的地,重量',
      'YT0001,2026-10-01,沃格,上海,1',
    ])
    expect(waybills.counts).toMatchObject({ imported: 1, unmatched: 0 })
    const undo = async (number: number) => kernel.jobs.finished(importsOf(kernel).undo(number).job)
    await expect(undo(batch.batch)).rejects.toMatchObject({ code: 'import-has-dependents' })
    await undo(waybills.batch)
    await undo(batch.batch)
    expect(byCode('KH000001')).toBeNull()
    expect((await runImport(kernel, 'accounts', first)).counts.imported).toBe(2)
  })

  it('refuses a value that is too long for its field, and a file that is no customer list', async () => {
    const batch = await runImport(kernel, 'accounts', [header, `KH000009,${'长'.repeat(90)},,,,,,,,,,,,,,,`])
    expect(batch.problems[0]).toMatchObject({ row: 2, code: 'value.tooLong', params: { max: 80 } })
    const prose = ['# Yike', '', 'A customer, a name, and so on', 'Some prose, with commas', 'More, of it']
    await expect(runImport(kernel, 'accounts', prose)).rejects.toMatchObject({ code: 'header-not-found' })
    await expect(runImport(kernel, 'waybills', [header, 'KH000009,某某'])).rejects.toMatchObject({
      code: 'mapping-incomplete',
      params: { fields: '运单号、寄件日期' },
    })
  })

  it('gives codes to customers who have none and remembers the mapping of a layout', async () => {
    const odd = ['单位,编号,跟进', '温州某乙贸易有限公司,,孙建国']
    const imports = importsOf(kernel)
    const { ticket } = importOptions(kernel, 'accounts', odd)
    const seen = await imports.inspect({ kind: 'accounts', ticket })
    expect(seen.remembered).toBe(false)
    const mapping = { name: 0, code: 1, manager: 2 }
    await runImport(kernel, 'accounts', odd, { mapping })
    expect(byCode('KH000001')).toMatchObject({ name: '温州某乙贸易有限公司', manager: '孙建国' })
    const again = await imports.inspect({ kind: 'accounts', ticket })
    expect(again).toMatchObject({ remembered: true, mapping })
  })

  it('finds customers by characters, pinyin, initials, code and phone', async () => {
    await runImport(kernel, 'accounts', first)
    const accounts = createAccountsService(kernel)
    const found = (text: string) => accounts.search(text, 5, true).map(({ code }) => code)
    const texts = ['云栖', 'yunqi', 'hzyq', 'KH000001', '13800138000', '7551234567', '旗舰店']
    expect(texts.map(found)).toEqual(texts.map(() => ['KH000001']))
    expect(accounts.search('没有', 5, true)).toEqual([])
    expect(accounts.search('%', 5, true)).toEqual([])
  })
})
