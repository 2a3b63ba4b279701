import type { SheetRow } from '#shared/contract/pricing'
import { isWordKey, type Locale, translate } from '#shared/i18n/index'
import { compileSheet } from '#shared/domain/rating/compile'
import { textOf } from '#shared/domain/rating/form-value'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { rate } from '#shared/domain/rating/rate'
import type { FormSurcharge, FormTier, FormValue } from '#shared/domain/rating/sheet-form'
import { buildZoneIndex } from '#shared/domain/rating/zone-index'
import { formatKilograms } from '#shared/domain/weight'

/** Weights whose rounding is shown beside the rule (PRICING §2), grams. */
const exampleGrams = [300, 500, 510, 1000, 1100, 1290, 1500, 1600, 2490, 10_200]

const surchargeColumns: readonly (readonly [keyof FormSurcharge, string])[] = [
  ['item', '项目'],
  ['kind', '方式'],
  ['value', '数值'],
  ['base', '基数'],
  ['min', '最低'],
  ['max', '最高'],
  ['free', '免收额'],
  ['floor', '基数取整'],
  ['places', '适用目的地'],
  ['from', '开始日期'],
  ['to', '结束日期'],
  ['condition', '条件'],
  ['discounted', '参与折扣'],
]

const tierColumns: readonly (readonly [keyof FormTier, string])[] = [
  ['basis', '依据'],
  ['period', '期间'],
  ['mode', '方式'],
  ['lower', '下限'],
  ['upper', '上限'],
  ['benefit', '折扣或返利'],
  ['settle', '结算'],
]

/** The sheet as the workbook shows it, cell by cell in notation. */
export function sheetTables(sheet: PriceSheet) {
  const form = formatSheetForm(sheet)
  return {
    info: Object.entries(form.info).map(([key, value]) => ({ key, value: textOf(value) })),
    columns: [...form.columns],
    rows: form.rows.map(({ key, cells }) => ({ key, cells: cells.map((cell) => textOf(cell)) })),
    zones: (form.zones ?? []).map(({ zone, places }) => ({ zone, places })),
    surcharges: (form.surcharges ?? []).map((row) => named(row, surchargeColumns)),
    tiers: (form.tiers ?? []).map((row) => named(row, tierColumns)),
  }
}

function named<Row extends object>(
  row: Row,
  columns: readonly (readonly [keyof Row, string])[],
): Record<string, string> {
  const cells = columns.map(([field, header]) => [header, cellText(row[field])] as const)
  return Object.fromEntries(cells.filter(([, text]) => text !== ''))
}

function cellText(value: unknown): string {
  return Array.isArray(value) ? value.join('、') : textOf(value as FormValue | undefined)
}

/** What a person should look at before approving: doubtful entries, and for a draft the places that forbid approval. */
export function sheetWarnings(sheet: PriceSheet, locale: Locale): string[] {
  const form = parseSheetForm(formatSheetForm(sheet)).problems.map(({ code, params }) => ({
    code: `rating.problem.${code}`,
    params,
  }))
  const places = buildZoneIndex(sheet).problems.map(({ code, params }) => ({ code: `zones.${code}`, params }))
  return [...form, ...places].map(({ code, params }) => problemText(code, params, locale))
}

/** The words of a problem code such as `rating.problem.column-gap`: catalogue, then key. */
export function problemText(code: string, params: Readonly<Record<string, string | number>>, locale: Locale): string {
  const key = code.replace('.', ':')
  return isWordKey(key) ? translate(locale, key, params) : code
}

/** Actual and chargeable weight side by side, computed by the engine itself. */
export function roundingExamples(sheet: PriceSheet): { kg: string; rounded: string }[] {
  const bare: PriceSheet = {
    ...sheet,
    columns: [{ unit: 'kg', from: 0, to: null, first: null, step: null }],
    rows: [{ key: '*', cells: [{ kind: 'flat', priceUnits: 0 }] }],
    zones: [],
    surcharges: [],
    tiers: [],
  }
  const compiled = compileSheet(bare)
  return exampleGrams.map((grams) => {
    const result = rate(compiled, 0, { actualGrams: grams, billedGrams: grams, pieces: 1, shippedOn: '' })
    return { kg: formatKilograms(grams), rounded: result.rated ? formatKilograms(result.grams) : '' }
  })
}

/** The file name of an exported sheet; signs that file systems refuse are left out. */
export function exportName({ name, version }: Pick<SheetRow, 'name' | 'version'>): string {
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')}-v${version}.xlsx`
}
