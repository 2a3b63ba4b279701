import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createSheetEditorService } from '#core/features/pricing/sheet-editor.service'
import { emptyTables, type SheetTables } from '#shared/domain/price-editing/sheet-tables'
import { openTestKernel } from '../support/test-book'

const sound: SheetTables = {
  ...emptyTables(),
  info: [
    { key: '报价名称', value: '标准价' },
    { key: '生效日期', value: '2026-01-01' },
    { key: '进位', value: '实重' },
  ],
  columns: ['0-1', '1以上'],
  rows: [
    { key: '广东', cells: ['5', '5+2'] },
    { key: '*', cells: ['8', '8+3'] },
  ],
}

const withInfo = (tables: SheetTables, key: string, value: string): SheetTables => ({
  ...tables,
  info: [...tables.info.filter((one) => one.key !== key), { key, value }],
})

const faulty: SheetTables = { ...sound, columns: ['0-1', '2以上'] }

/** What a shipment to 广东 costs with a sheet, in force or not. */
const shipment = (sheetId: number, grams: number) => ({
  to: '广东',
  from: '',
  grams,
  accountId: null,
  sheetId,
  product: '',
  size: null,
  pieces: 1,
  declaredFen: null,
  codFen: null,
  date: '2026-02-01',
  locale: 'zh-CN' as const,
})

describe('writing price sheets', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let pricing: ReturnType<typeof createPricingService>
  let editor: ReturnType<typeof createSheetEditorService>
  beforeEach(async () => {
    kernel = await openTestKernel()
    pricing = createPricingService(kernel)
    editor = createSheetEditorService(kernel)
  })
  afterEach(() => kernel.dispose())

  function lastChanges(): { action: string; changes: { field: string; old: unknown; new: unknown }[] } {
    const { db } = kernel
    const entry = db.first(db.build.selectFrom('audit_entry').select(['seq', 'action']).orderBy('seq', 'desc').limit(1))
    const value = db.first(
      db.build
        .selectFrom('audit_value')
        .select('value')
        .where('seq', '=', entry?.seq ?? 0),
    )
    const { changes } = JSON.parse(value?.value ?? '{}') as { changes: { field: string; old: unknown; new: unknown }[] }
    return { action: entry?.action ?? '', changes }
  }

  it('stores a draft that can be quoted and exported', async () => {
    const { id, version, errors } = await editor.createDraft(sound, null)
    expect({ version, errors }).toEqual({ version: 1, errors: 0 })
    expect(pricing.get(id, 'zh-CN')).toMatchObject({ name: '标准价', status: 'draft', faulty: false, zones: 2 })
    const { price } = pricing.quote(shipment(id, 2_000))
    expect(price.totalFen).toBe(700)
    expect(editor.written(id)).toMatchObject({ editable: true, errors: 0, tables: sound })
  })

  it('audits what was changed cell by cell and refuses a save over somebody else’s', async () => {
    const { id, token } = await editor.createDraft(sound, null)
    const dearer = { ...sound, rows: [{ key: '广东', cells: ['5.5', '5+2'] }, ...sound.rows.slice(1)] }
    const saved = await editor.saveDraft(id, token, dearer)
    expect(lastChanges()).toEqual({ action: 'update', changes: [{ field: '价格 广东 / 0-1', old: '5', new: '5.5' }] })
    await expect(editor.saveDraft(id, token, sound)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const again = await editor.saveDraft(id, saved.token, dearer)
    expect(again.token).toBe(saved.token)
  })

  it('keeps a draft with errors as it is written; it prices nothing and is not approved', async () => {
    const { id, errors, token } = await editor.createDraft(faulty, null)
    expect(errors).toBe(1)
    expect(editor.written(id)).toMatchObject({ tables: faulty, errors: 1 })
    const shown = pricing.get(id, 'zh-CN')
    expect(shown.faulty).toBe(true)
    expect(shown.tables.columns).toEqual(['0-1', '2以上'])
    await expect(pricing.approve([id])).rejects.toMatchObject({ code: 'sheet-has-errors' })
    expect(() => pricing.quote(shipment(id, 1_000))).toThrow(expect.objectContaining({ code: 'sheet-has-errors' }))
    const { path } = await pricing.export(id).then((made) => ({ path: made.name }))
    expect(path).toBe('标准价-v1.xlsx')
    await editor.saveDraft(id, token, sound)
    expect(pricing.get(id, 'zh-CN').faulty).toBe(false)
    await pricing.approve([id])
    await expect(editor.saveDraft(id, editor.written(id).token, faulty)).rejects.toMatchObject({ code: 'sheet-frozen' })
  })

  it('knows the customer, and says when it does not', async () => {
    const { db } = kernel
    const unknown = await editor.createDraft(withInfo(sound, '客户', '无此客户'), null)
    expect(unknown.problems).toEqual([
      { severity: 'error', code: 'pricing.problem.unknown-account', params: { text: '无此客户' }, key: '客户' },
    ])
    const tiered = await editor.createDraft(withInfo(sound, '级别', '黄金'), null)
    expect(tiered.errors).toBe(0)
    expect(db.first(db.build.selectFrom('price_sheet').select('tier').where('id', '=', tiered.id))).toEqual({
      tier: 'gold',
    })
    const nameless = await editor.createDraft({ ...sound, info: sound.info.slice(1) }, null)
    expect(nameless.problems.map(({ code }) => code)).toEqual(['pricing.problem.name-missing'])
  })

  it('a new name begins with version 1, the same name goes on', async () => {
    const first = await editor.createDraft(sound, null)
    expect((await editor.createDraft(sound, first.id)).version).toBe(2)
    const renamed = await editor.saveDraft(first.id, first.token, withInfo(sound, '报价名称', '华南价'))
    expect(renamed).toMatchObject({ name: '华南价', version: 1 })
  })

  it('dates that make no sense do not stop the draft from being kept', async () => {
    const strange = withInfo(withInfo(sound, '生效日期', '2026-13-01'), '失效日期', '2025-01-01')
    const { id, errors } = await editor.createDraft(strange, null)
    expect(errors).toBeGreaterThan(0)
    expect(editor.written(id).tables).toEqual(strange)
  })

  const change = { percentPpm: 30_000, perTicketUnits: 0, perKgUnits: 0, rows: null, columns: null, roundToUnits: 100 }

  it('a mass change is a new draft version; the audit trail has its cells', async () => {
    const { id } = await editor.createDraft(sound, null)
    await pricing.approve([id])
    const made = await editor.createMassChange(id, change, '2026-07-01')
    expect(made).toMatchObject({ name: '标准价', version: 2, errors: 0, changed: 4 })
    expect(pricing.get(made.id, 'zh-CN')).toMatchObject({ status: 'draft', validFrom: '2026-07-01' })
    expect(editor.written(made.id).tables.rows).toEqual([
      { key: '广东', cells: ['5.15', '5.15+2.06'] },
      { key: '*', cells: ['8.24', '8.24+3.09'] },
    ])
    expect(lastChanges().changes).toContainEqual({ field: '价格 广东 / 0-1', old: '5', new: '5.15' })
    await expect(
      editor.createMassChange(id, { ...change, percentPpm: 0, perTicketUnits: -60_000 }, '2026-08-01'),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    const broken = await editor.createDraft(faulty, null)
    await expect(editor.createMassChange(broken.id, change, '2026-08-01')).rejects.toMatchObject({
      code: 'sheet-has-errors',
    })
  })

  it('a sheet that was imported without a name goes on under the name it has', async () => {
    const nobody = () => 'unknown' as const
    const { sheets } = await pricing.importForms(
      [{ info: { 生效日期: '2026-01-01', 报价编号: 'BJ-7' }, columns: ['0以上'], rows: [{ key: '*', cells: ['5'] }] }],
      { approve: false, resolveAccount: nobody },
    )
    const id = sheets[0]?.id ?? 0
    expect(editor.written(id).tables.info).toContainEqual({ key: '报价编号', value: 'BJ-7' })
    expect(await editor.createMassChange(id, change, '2026-07-01')).toMatchObject({
      name: 'BJ-7',
      version: 2,
      errors: 0,
    })
  })

  it('exports a comparison', async () => {
    const { id } = await editor.createDraft(sound, null)
    const made = await editor.createMassChange(id, change, '2026-07-01')
    const file = await editor.exportComparison(id, made.id, true, 'zh-CN')
    expect(file.name).toBe('标准价 v2-价格对比.xlsx')
    expect(file.bytes).toBeGreaterThan(5_000)
  })
})
