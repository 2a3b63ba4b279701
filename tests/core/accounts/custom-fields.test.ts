import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { customFieldInput } from '#shared/contract/custom-fields'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { createCustomFieldsService } from '#core/features/custom-fields/custom-fields.service'
import { auditPage } from '#core/features/system/system.repository'
import { importsOf, runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

describe('fields a branch defines', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  let fields: ReturnType<typeof createCustomFieldsService>
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
    fields = createCustomFieldsService(kernel)
  })
  afterEach(() => kernel.dispose())

  const define = (more: object) => fields.create(customFieldInput.parse({ name: '回款率', type: 'number', ...more }))
  const option = (name: string, was = name) => ({ name, was, retired: false })
  const packing = { name: '包装', type: 'choice', options: [option('纸箱', ''), option('木架', '')] }
  const account = (code: string, custom: Record<string, string>) =>
    accounts.create(accountInput.parse({ name: code, code, custom }))
  const value = (id: number, uid: string) => accounts.detail(id).custom[uid]
  const found = (filter: object) =>
    accounts.list({ page: 1, pageSize: 50, descending: false, search: '', filter }).rows.map(({ code }) => code)

  it('keeps numbers exactly: as many decimals as the field has, never a float', async () => {
    const { uid } = await define({ decimals: 3 })
    const { id } = await account('K1', { [uid]: '1,000.100' })
    expect(value(id, uid)).toBe('1000.1')
    const stored = kernel.db.all(kernel.db.build.selectFrom('custom_value').selectAll())
    expect(stored).toMatchObject([{ number: 1_000_100, text: null }])
    await expect(account('K2', { [uid]: '0.0001' })).rejects.toMatchObject({
      code: 'invalid-custom',
      field: `custom.${uid}`,
    })
  })

  it.each([
    ['date', {}, '2026/2/29', null],
    ['date', {}, '2026年2月8日', '2026-02-08'],
    ['choice', { options: packing.options }, '纸箱', '纸箱'],
    ['choice', { options: packing.options }, '铁箱', null],
    ['text', {}, '  周五前 ', '周五前'],
    ['number', { unit: '日' }, '15日', '15'],
    ['number', { unit: '日' }, '15公斤', null],
  ])('reads a %s field %j: %s as %s', async (type, more, written, read) => {
    const { uid } = await define({ type, ...more })
    if (read === null) await expect(account('K1', { [uid]: written })).rejects.toMatchObject({ code: 'invalid-custom' })
    else expect(value((await account('K1', { [uid]: written })).id, uid)).toBe(read)
  })

  it('asks for a required one, keeps what is not named, clears what is empty, and tells each change by field', async () => {
    const { uid } = await define({ required: true })
    await expect(account('K1', {})).rejects.toMatchObject({ code: 'missing-custom', params: { fields: '回款率' } })
    const made = await account('K1', { [uid]: '7' })
    const input = (custom: Record<string, string>) => accountInput.parse({ name: 'K1', code: 'K1', custom })
    await accounts.update(made.id, made.version, { ...input({}), note: '甲' })
    expect(value(made.id, uid)).toBe('7')
    await accounts.update(made.id, made.version + 1, { ...input({ [uid]: '8' }), note: '甲' })
    const { rows } = auditPage(kernel.db, { entity: 'account', entityUid: made.uid, page: 1, pageSize: 1 })
    expect(JSON.parse(rows[0]?.value ?? '{}')).toMatchObject({
      changes: [{ field: `custom.${uid}`, old: '7', new: '8' }],
    })
    await expect(accounts.update(made.id, made.version + 2, input({ [uid]: '' }))).rejects.toMatchObject({
      code: 'missing-custom',
    })
  })

  it('keeps the values of a removed field and brings them back', async () => {
    const { uid } = await define({})
    const { id } = await account('K1', { [uid]: '7' })
    await fields.remove(uid)
    expect(fields.list({ removed: false })).toEqual([])
    expect(accounts.detail(id).custom).toEqual({})
    await accounts.update(id, 1, accountInput.parse({ name: 'K1', code: 'K1', note: '甲' }))
    await fields.restore(uid)
    expect(value(id, uid)).toBe('7')
    await fields.remove(uid)
    await define({})
    await expect(fields.restore(uid)).rejects.toMatchObject({ code: 'duplicate-name' })
  })

  it('moves numbers to more decimals, and to fewer only where no digit is lost', async () => {
    const made = await define({ decimals: 2 })
    const { id } = await account('K1', { [made.uid]: '1.25' })
    const change = (version: number, decimals: number) =>
      fields.update({
        uid: made.uid,
        version,
        field: customFieldInput.parse({ name: '回款率', type: 'number', decimals }),
      })
    await change(1, 4)
    expect(value(id, made.uid)).toBe('1.25')
    await change(2, 2)
    expect(value(id, made.uid)).toBe('1.25')
    await expect(change(3, 1)).rejects.toMatchObject({
      code: 'field-has-values',
      field: 'decimals',
      params: { count: 1 },
    })
    const asText = customFieldInput.parse({ name: '回款率', type: 'text' })
    await expect(fields.update({ uid: made.uid, version: 3, field: asText })).rejects.toMatchObject({ field: 'type' })
  })

  it('renames options where they are used, even two that swap; one in use cannot go, only be retired', async () => {
    const made = await fields.create(customFieldInput.parse(packing))
    const one = await account('K1', { [made.uid]: '纸箱' })
    const two = await account('K2', { [made.uid]: '木架' })
    const change = (version: number, options: object[]) =>
      fields.update({ uid: made.uid, version, field: customFieldInput.parse({ ...packing, options }) })
    await change(1, [option('木架', '纸箱'), option('纸箱', '木架')])
    expect([value(one.id, made.uid), value(two.id, made.uid)]).toEqual(['木架', '纸箱'])
    await expect(change(2, [option('木架')])).rejects.toMatchObject({ code: 'field-has-values', field: 'options' })
    await change(2, [option('木架'), { ...option('纸箱'), retired: true }])
    expect(value(two.id, made.uid)).toBe('纸箱')
    await expect(account('K3', { [made.uid]: '纸箱' })).rejects.toMatchObject({ code: 'invalid-custom' })
    await expect(change(3, [])).rejects.toMatchObject({ code: 'field-needs-options' })
  })

  it('filters and sorts by values: options, parts of texts, spans, none', async () => {
    const number = await define({ decimals: 1 })
    const date = await define({ name: '签约日', type: 'date' })
    const text = await define({ name: '口令', type: 'text' })
    const choice = await define(packing)
    const [n, d, t, c] = [number.uid, date.uid, text.uid, choice.uid]
    await account('K1', { [n]: '9.5', [d]: '2026-01-31', [t]: 'Alpha 甲', [c]: '纸箱' })
    await account('K2', { [n]: '10', [d]: '2026-02-01', [c]: '木架' })
    await account('K3', {})
    const by = (uid: string, written: string) => found({ custom: { [uid]: written } })
    expect(by(n, '9.5')).toEqual(['K1'])
    expect(by(n, '9.6..')).toEqual(['K2'])
    expect(by(n, '..9.5')).toEqual(['K1'])
    expect(by(n, '!')).toEqual(['K3'])
    expect(by(n, '9.55')).toEqual([])
    expect(by(d, '2026-02-01..2026-02-28')).toEqual(['K2'])
    expect(by(t, 'alpha')).toEqual(['K1'])
    expect(by(t, '%')).toEqual([])
    expect(by(c, '木架')).toEqual(['K2'])
    expect(by('nobody', '1')).toEqual([])
    const sorted = accounts.list({
      page: 1,
      pageSize: 9,
      descending: true,
      sort: `custom:${n}`,
      search: '',
      filter: {},
    })
    expect(sorted.rows.map(({ code }) => code)).toEqual(['K2', 'K1', 'K3'])
  })

  it('imports them by their name, refuses a cell by row and field, and undoes what it wrote', async () => {
    const number = await define({ name: '月结开票日', unit: '日' })
    const choice = await define(packing)
    const header = '客户编码,客户名称,企业阶段,来源,标签,状态,状态原因,项目组,月结开票日（日）,包装'
    const first = await runImport(kernel, 'accounts', [
      header,
      'K1,甲公司,成熟,展会,重点保障、价格敏感,合作,,王海涛（项目经理）、李雪梅(客服),15,木架',
      'K2,乙公司,衰退,,,,,,,',
      'K3,丙公司,,,,休业,,,,',
      'K4,丁公司,,,,,,,十五点五,',
      'K5,戊公司,,,,,,,15.5,铁箱',
    ])
    expect(first.counts).toMatchObject({ imported: 1, rejected: 4 })
    expect(first.problems.map(({ row, code, column }) => [row, code, column])).toEqual([
      [3, 'unknown-choice', null],
      [4, 'unknown-lifecycle', '状态'],
      [5, 'value.notANumber', '月结开票日(日)'],
      [6, 'value.tooManyDecimals', '月结开票日(日)'],
      [6, 'value.notAChoice', '包装'],
    ])
    const detail = () => accounts.detail(accounts.byCode('K1')?.id ?? 0)
    expect(detail()).toMatchObject({
      stage: '成熟',
      source: '展会',
      tags: ['重点保障', '价格敏感'],
      team: [
        { name: '王海涛', role: '项目经理' },
        { name: '李雪梅', role: '客服' },
      ],
      custom: { [number.uid]: '15', [choice.uid]: '木架' },
    })
    const header2 = '客户编码,客户名称,状态,状态原因,包装'
    const noReason = await runImport(kernel, 'accounts', [header2, 'K1,甲公司,流失,,'], { conflicts: 'update' })
    expect(noReason.problems.map(({ code }) => code)).toEqual(['lifecycle-reason'])
    const last = await runImport(kernel, 'accounts', [header2, 'K1,甲公司,流失,转给别家,纸箱'], { conflicts: 'update' })
    expect(detail()).toMatchObject({ lifecycle: 'lost', lifecycleReason: '转给别家', custom: { [choice.uid]: '纸箱' } })
    expect(detail().lifecycleHistory).toHaveLength(2)
    await kernel.jobs.finished(importsOf(kernel).undo(last.batch).job)
    expect(detail()).toMatchObject({ lifecycle: 'active', custom: { [choice.uid]: '木架' } })
    expect(detail().lifecycleHistory).toHaveLength(1)
  })

  it('refuses a file that would close a circle of groups by its row, and takes the rest', async () => {
    await runImport(kernel, 'accounts', ['客户编码,客户名称', 'K1,甲公司', 'K2,乙公司'])
    const header = '客户编码,客户名称,所属集团,备注'
    const rows = [header, 'K1,甲公司,乙公司,', 'K2,乙公司,甲公司,', 'K3,丙公司,,新']
    const batch = await runImport(kernel, 'accounts', rows, { conflicts: 'update' })
    expect(batch.problems.map(({ row, code }) => [row, code])).toEqual([[3, 'group-circle']])
    expect(batch.counts).toMatchObject({ updated: 1, imported: 1, rejected: 1 })
  })
})
