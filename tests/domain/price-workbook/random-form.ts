import fc from 'fast-check'
import type { FormTier, FormValue, SheetForm } from '#shared/domain/rating/sheet-form'
import { randomForm } from '../rating/random-sheet'

/** Forms as the reader gives them, with everything a workbook can hold: zones, tiers, remarks, percentages, dates. */

const KEYS = new Set(['分区', '目的地', '内容', '值', '项目'])

/** Words as people put into cells: signs, figures, formulas, key names. Never a remark's label or a sum's. */
const words = fc
  .oneof(
    fc.constantFrom(
      '007',
      '1-2',
      '5.50',
      '1e3',
      '=1+1',
      '客户',
      '产品',
      "'x",
      '＋',
      '12+2',
      '是',
      '2026-01-31',
      '1,000',
      '50%',
    ),
    fc.string({
      unit: fc.constantFrom('一', '乙', '丙', 'a', 'B', '7', '0', '.', '-', '/', '→', ' ', '“'),
      maxLength: 8,
    }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '' && !KEYS.has(text))

const figure = fc.integer({ min: 0, max: 10 ** 7 }).map((value) => String(value / 100))
const percent = fc.integer({ min: 0, max: 10 ** 6 }).map((value): FormValue => ({ percent: String(value / 10_000) }))
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

function given<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}

const info = fc
  .record({
    报价编号: optional(words),
    报价名称: optional(words),
    客户: optional(words),
    产品: optional(words),
    生效日期: day,
    失效日期: optional(day),
    抛比: optional(fc.oneof(figure, fc.constant('不计泡'), words)),
    折扣: optional(fc.oneof(percent, fc.constantFrom('85折', '0.85', '85%'))),
    税率: optional(percent),
    备注: optional(words),
    结算周期: optional(fc.oneof(words, figure, percent)),
    '联系电话(白天)': optional(words),
  })
  .map((values) => given(values) as Record<string, FormValue>)

const zones = fc.array(fc.record({ zone: fc.constantFrom('一区', '二区', '三区'), places: words }), { maxLength: 4 })

const tier: fc.Arbitrary<FormTier> = fc
  .record({
    basis: fc.constantFrom('月票数', '月重量', '月运费'),
    period: fc.constantFrom('上月', '当月'),
    mode: fc.constantFrom('累进', '全量'),
    lower: figure,
    upper: optional(figure),
    benefit: fc.oneof(fc.constantFrom('95折', '5%返', '0.2元/票'), percent),
    settle: fc.constantFrom('当票', '月末返利'),
  })
  .map(given)

/** What is no price at all must come back as it was, to be refused with its own text. */
const slip = fc.record({ cell: fc.nat(), value: fc.oneof(words, percent) })

function withSlips(form: SheetForm, slips: readonly { cell: number; value: FormValue }[]): SheetForm {
  const rows = form.rows.map((row, index) => {
    const chosen = slips[index]
    const cells = row.cells.map((cell, at) => (chosen && at === chosen.cell % row.cells.length ? chosen.value : cell))
    return { key: row.key, cells }
  })
  return { ...form, rows }
}

export const randomWorkbookForm: fc.Arbitrary<SheetForm> = fc
  .record({
    base: randomForm,
    info,
    zones,
    tiers: fc.array(tier, { maxLength: 3 }),
    slips: fc.array(slip, { maxLength: 2 }),
  })
  .map((parts) => {
    const { columns, rows } = withSlips(parts.base, parts.slips)
    const form: SheetForm = { info: { ...parts.base.info, ...parts.info }, columns, rows }
    if (parts.zones.length > 0) form.zones = parts.zones
    if (parts.base.surcharges?.length) form.surcharges = parts.base.surcharges.map(given)
    if (parts.tiers.length > 0) form.tiers = parts.tiers
    return form
  })
