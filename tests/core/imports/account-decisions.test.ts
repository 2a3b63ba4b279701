import { cellText } from '#shared/domain/import/cell-text'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPeopleService } from '#core/features/people/people.service'
import { openWorkbook } from '#core/excel/open-workbook'
import { importOptions, importsOf, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

/** Sound codes: the check digit is right. */
const [usccOne, usccTwo, usccNew] = ['91330106MA2CFXT45H', '91330200MA2AGYU77C', '91310000MA1FL0X12B'].map(sound) as [
  string,
  string,
  string,
]

function sound(code: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? ''), 0)
  return code.slice(0, 17) + (alphabet[(31 - (sum % 31)) % 31] ?? '')
}

describe('accepting and refusing the rows of a customer file', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
    await runImport(kernel, 'accounts', [
      '客户编码,客户名称,统一社会信用代码,客户经理,账期,集团,联系人,联系电话',
      `KH000001,杭州云栖食品有限公司,${usccOne},王海涛,30,,李明,13800138000`,
      `KH000002,宁波沃格电器有限公司,${usccTwo},李雪梅,,,,`,
      'KH000003,温州某乙贸易有限公司,,孙建国,,,,',
    ])
  })
  afterEach(() => kernel.dispose())

  const header = '客户编码,客户名称,统一社会信用代码,客户经理,账期,集团,联系人,联系电话'
  const update = { conflicts: 'update' } as const

  const preview = (lines: string[], seesPersonal = true) =>
    importsOf(kernel).preview(
      { ...importOptions(kernel, 'accounts', lines, update), limit: 100 },
      undefined,
      seesPersonal,
    )
  const managerOf = (code: string) => {
    const accounts = createAccountsService(kernel)
    return accounts.detail(accounts.byCode(code)?.id ?? 0).manager
  }

  it('says of every row whom it means and what it changes, field by field, in words', async () => {
    const { rows, counts } = await preview([
      header,
      'KH000001,杭州云栖食品有限公司,,周婷婷,45,宁波沃格电器有限公司,李明,13900139000',
      `,宁波沃格电器集团有限公司,${usccTwo},,,,,`,
      ',温州某乙贸易有限公司,,孙建国,,,,',
      `KH000009,上海某丙有限公司,${usccNew},,,,,`,
    ])
    expect(counts).toMatchObject({ read: 4, imported: 1, updated: 2, duplicates: 1, rejected: 0 })
    expect(rows.map(({ action, target }) => [action, target?.code, target?.by])).toEqual([
      ['update', 'KH000001', 'code'],
      ['update', 'KH000002', 'uscc'],
      ['duplicate', 'KH000003', 'name'],
      ['import', undefined, undefined],
    ])
    expect(rows[0]?.changes).toEqual([
      { field: 'account.manager', label: '客户经理', old: '王海涛', new: '周婷婷' },
      expect.objectContaining({ field: 'account.groupId', old: '空', new: '宁波沃格电器有限公司' }),
      expect.objectContaining({ field: 'account.creditDays', old: '30', new: '45' }),
      { field: 'contact.phone', label: '联系人 · 电话', old: '13800138000', new: '13900139000' },
    ])
    expect(rows[1]?.changes).toMatchObject([{ old: '宁波沃格电器有限公司', new: '宁波沃格电器集团有限公司' }])
  })

  it('masks numbers of people for those who have no need of them', async () => {
    const { rows } = await preview([header, 'KH000001,杭州云栖食品有限公司,,,,,李明,13900139000'], false)
    expect(rows[0]?.changes).toMatchObject([{ field: 'contact.phone', old: '138****8000', new: '139****9000' }])
  })

  it('takes another code from a row known by its USCC, and shows it', async () => {
    const lines = [header, `K-77,宁波沃格电器有限公司,${usccTwo},,,,,`]
    const { rows } = await preview(lines)
    expect(rows[0]).toMatchObject({ action: 'update', changes: [{ old: 'KH000002', new: 'K-77' }] })
    await runImport(kernel, 'accounts', lines, update)
    expect(managerOf('K-77')).toBe('李雪梅')
  })

  it('refuses what speaks of two customers, and names both', async () => {
    const batch = await runImport(
      kernel,
      'accounts',
      [header, `KH000001,杭州云栖食品有限公司,${usccTwo},周婷婷,,,,`],
      update,
    )
    expect(batch.problems).toMatchObject([{ row: 2, code: 'code-uscc-differ' }])
    for (const name of ['KH000001', '杭州云栖食品有限公司', usccTwo, 'KH000002', '宁波沃格电器有限公司']) {
      expect(batch.problems[0]?.text).toContain(name)
    }
    expect(managerOf('KH000001')).toBe('王海涛')
  })

  it('refuses a second row that means the same customer by other words', async () => {
    const batch = await runImport(
      kernel,
      'accounts',
      [header, 'KH000002,宁波沃格电器有限公司,,甲,,,,', `,沃格电器,${usccTwo},乙,,,,`],
      update,
    )
    expect(batch.problems).toMatchObject([{ row: 3, code: 'duplicate-row', params: { first: 2 } }])
    expect(managerOf('KH000002')).toBe('甲')
  })

  it('asks which of several customers of one USCC is meant, unless the name says it', async () => {
    const accounts = createAccountsService(kernel)
    const { id, uid: _uid, version, ...detail } = accounts.detail(accounts.byCode('KH000003')?.id ?? 0)
    await accounts.update(id, version, { ...detail, uscc: usccTwo })
    const batch = await runImport(
      kernel,
      'accounts',
      [header, `,沃格,${usccTwo},甲,,,,`, `,温州某乙贸易有限公司,${usccTwo},乙,,,,`],
      update,
    )
    expect(batch.problems.map(({ row, code }) => [row, code])).toEqual([[2, 'uscc-ambiguous']])
    const again = await runImport(kernel, 'accounts', [header, `,温州某乙贸易有限公司,${usccTwo},乙,,,,`], update)
    expect(again.counts).toMatchObject({ duplicates: 1 })
    expect(managerOf('KH000003')).toBe('乙')
  })

  it('writes the accepted rows alone; the refused ones are counted and stand in the rejects with the reason', async () => {
    const lines = [
      header,
      'KH000001,杭州云栖食品有限公司,,周婷婷,,,,',
      'KH000002,宁波沃格电器有限公司,,周婷婷,,,,',
      'KH000009,上海某丙有限公司,,,,,,',
      // Its group stands in a row the clerk refuses.
      'KH000010,上海某丁有限公司,,,,上海某丙有限公司,,',
    ]
    const batch = await runImport(kernel, 'accounts', lines, { ...update, skipRows: [2, 4] })
    expect(batch.counts).toMatchObject({ read: 4, imported: 0, updated: 1, rejected: 3 })
    expect([managerOf('KH000001'), managerOf('KH000002')]).toEqual(['王海涛', '周婷婷'])
    expect(batch.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'skipped-by-clerk'],
      [4, 'skipped-by-clerk'],
      [5, 'unknown-group'],
    ])
    const { ticket } = await importsOf(kernel).rejects(batch.batch, 'zh-CN', true)
    const workbook = await openWorkbook(kernel.files.take(ticket).path)
    const texts: string[] = []
    for await (const rows of workbook.rows(workbook.sheets[0]?.name ?? '')) {
      texts.push(...rows.map(({ cells }) => cells.map(cellText).join('|')))
    }
    await workbook.close()
    expect(texts.filter((text) => text.includes('预览时选择了不导入'))).toHaveLength(2)
  })

  it('tells what a list of contacts changes, and leaves out the rows refused', async () => {
    const lines = ['客户编码,姓名,职务,上级', 'KH000001,李明,总监,赵总', 'KH000001,赵总,总经理,']
    const options = importOptions(kernel, 'contacts', lines, update)
    const seen = await importsOf(kernel).preview({ ...options, limit: 10 }, undefined, true)
    expect(seen.rows[0]?.changes).toMatchObject([
      { field: 'contact.title', old: '空', new: '总监' },
      { field: 'contact.reportsTo', old: '空', new: '赵总' },
    ])
    const batch = await runImport(kernel, 'contacts', lines, { ...update, skipRows: [3] })
    expect(batch.counts).toMatchObject({ updated: 1, imported: 0, rejected: 1 })
    expect(createPeopleService(kernel).live(1)).toHaveLength(1)
    expect(batch.problems.map(({ code }) => code)).toContain('unknown-boss')
  })
})
