import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPeopleService, type PeopleService } from '#core/features/people/people.service'
import { openWorkbook } from '#core/excel/open-workbook'
import { importOptions, importsOf, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

const header =
  '客户编码,客户名称,姓名,职务,部门,手机,微信号,邮箱,决策角色,态度,影响力,关系强度,上级,首选联系方式,生日,最近联系日期,主要联系人,备注'

describe('importing contacts', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let people: PeopleService
  beforeEach(async () => {
    kernel = await openTestKernel()
    people = createPeopleService(kernel)
    await runImport(kernel, 'accounts', [
      '客户编码,客户名称',
      'KH000001,杭州云栖食品有限公司',
      'KH000002,宁波沃格电器有限公司',
    ])
  })
  afterEach(() => kernel.dispose())

  const of = (code: string) =>
    people.live(createAccountsService(kernel).byCode(code)?.id ?? 0).map((one) => people.input(one.id))

  const first = [
    header,
    'KH000001,,李明,物流经理,物流部,138 0000 1001,liming_wl,lm@example.com,影响者,支持,4,5,赵总,微信,1985-03-08,2026-10-30,是,下午联系',
    ',杭州云栖食品有限公司,赵总,总经理,,0571-88001234,,,决策者,中立,5,2,,上门,农历八月十五,,,',
    '合计,,,,,,,,,,,,,,,,,',
  ]

  it('fills in everything, draws the lines, and counts every row', async () => {
    const batch = await runImport(kernel, 'contacts', [
      ...first,
      'KH000009,,无主,,,,,,,,,,,,,,,',
      ',,无客户,,,,,,,,,,,,,,,',
      'KH000002,,,,,13800001003,,,,,,,,,,,,',
      'KH000002,,钱多,,,,,,大老板,,,,,,,,,',
      'KH000002,,孙立,,,,,,,,9,,,,二月三十一,,,',
      'KH000002,,周游,,,13800001004,,,,,,,吴总,,,,,',
    ])
    expect(batch.counts).toMatchObject({ read: 8, imported: 3, rejected: 5, skipped: 1 })
    expect(batch.problems.map(({ row, code }) => [row, code])).toEqual([
      [5, 'unknown-customer'],
      [6, 'no-customer'],
      [7, 'no-contact-name'],
      [8, 'value.notAChoice'],
      [9, 'mark-range'],
      [9, 'not-a-birthday'],
      [10, 'unknown-boss'],
    ])
    const [liming, zhao] = of('KH000001')
    expect(liming).toMatchObject({
      name: '李明',
      phone: '13800001001',
      wechat: 'liming_wl',
      role: 'influencer',
      stance: 'support',
      influence: 4,
      relationship: 5,
      channel: 'wechat',
      birthday: { calendar: 'solar', year: 1985, month: 3, day: 8 },
      lastContactOn: '2026-10-30',
      primary: true,
      note: '下午联系',
    })
    expect(zhao).toMatchObject({
      role: 'decision-maker',
      birthday: { calendar: 'lunar', month: 8, day: 15, year: null },
    })
    expect(people.live(1).find(({ name }) => name === '赵总')?.id).toBe(liming?.reportsTo)
  })

  it('takes the same file again as duplicates, keeps or updates what differs, and undoes it', async () => {
    const made = await runImport(kernel, 'contacts', first)
    expect((await runImport(kernel, 'contacts', first)).counts).toMatchObject({
      duplicates: 2,
      imported: 0,
      rejected: 0,
    })
    const changed = ['客户编码,姓名,职务', 'KH000001,李明,运营总监']
    expect((await runImport(kernel, 'contacts', changed)).problems[0]).toMatchObject({ code: 'contact-differs' })
    const update = await runImport(kernel, 'contacts', changed, { conflicts: 'update' })
    expect(update.counts).toMatchObject({ updated: 1 })
    // What the file has no column for stays.
    expect(of('KH000001')[0]).toMatchObject({
      title: '运营总监',
      phone: '13800001001',
      stance: 'support',
      influence: 4,
    })
    const undo = (batch: number) => kernel.jobs.finished(importsOf(kernel).undo(batch).job)
    await undo(update.batch)
    expect(of('KH000001')[0]).toMatchObject({ title: '物流经理' })
    await expect(undo(made.batch)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('undoes a file nothing was done with since', async () => {
    const made = await runImport(kernel, 'contacts', first)
    await kernel.jobs.finished(importsOf(kernel).undo(made.batch).job)
    expect(of('KH000001')).toEqual([])
  })

  it('tells two of one name apart by their number, and guesses nothing', async () => {
    await runImport(kernel, 'contacts', [
      '客户编码,姓名,电话',
      'KH000001,李明,13800001001',
      'KH000001,李明,13800001002',
    ])
    const batch = await runImport(
      kernel,
      'contacts',
      ['客户编码,姓名,电话,职务', 'KH000001,李明,13800001002,主管', 'KH000001,李明,,经理'],
      { conflicts: 'update' },
    )
    expect(batch.counts).toMatchObject({ updated: 1, rejected: 1 })
    expect(batch.problems[0]).toMatchObject({ row: 3, code: 'contact-ambiguous' })
  })

  it('refuses a file without a column for the customer', async () => {
    await expect(runImport(kernel, 'contacts', ['姓名,电话', '李明,13800001001'])).rejects.toMatchObject({
      code: 'mapping-incomplete',
    })
  })

  it('an import of customers never loses what contacts know beyond it', async () => {
    await runImport(kernel, 'contacts', first)
    const lines = ['客户编码,客户名称,联系人,职务,电话', 'KH000001,杭州云栖食品有限公司,李明,总监,']
    const batch = await runImport(kernel, 'accounts', lines, { conflicts: 'update' })
    expect(batch.counts).toMatchObject({ updated: 1 })
    expect(of('KH000001')[0]).toMatchObject({
      title: '总监',
      phone: '13800001001',
      stance: 'support',
      wechat: 'liming_wl',
    })
    await kernel.jobs.finished(importsOf(kernel).undo(batch.batch).job)
    expect(of('KH000001')[0]).toMatchObject({ title: '物流经理', stance: 'support' })
  })

  it('masks numbers in the rejects of who may not see them', async () => {
    const batch = await runImport(kernel, 'contacts', [
      header,
      'KH000009,,李明,,,13800001001,liming_wl,,,,,,,,1985-03-08,,,',
    ])
    const cells = async (seesPersonal: boolean) => {
      const made = await importsOf(kernel).rejects(batch.batch, 'zh-CN', seesPersonal)
      const workbook = await openWorkbook(kernel.files.take(made.ticket).path)
      const rows = await workbook.head(workbook.sheets[0]?.name ?? '', 10)
      await workbook.close()
      return JSON.stringify(rows.at(-1)?.cells)
    }
    expect(await cells(true)).toContain('13800001001')
    const hidden = await cells(false)
    expect(hidden).toContain('138****1001')
    for (const text of ['13800001001', 'liming_wl', '1985']) expect(hidden).not.toContain(text)
  })

  it('previews what the import will do', async () => {
    const { ticket: _ticket, ...options } = importOptions(kernel, 'contacts', first)
    const { ticket } = importOptions(kernel, 'contacts', first)
    const seen = await importsOf(kernel).preview({ ...options, ticket, limit: 10 }, undefined)
    expect(seen.counts).toMatchObject({ read: 2, imported: 2 })
    expect(seen.rows.map(({ action }) => action)).toEqual(['import', 'import'])
  })
})
