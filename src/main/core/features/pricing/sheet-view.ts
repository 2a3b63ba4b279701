import type { SheetRow } from '#shared/contract/pricing'
import { isWordKey, type Locale, translate } from '#shared/i18n/index'
import { bracketTitle } from '#shared/i18n/price-term'
import { type SheetTables, tablesOfForm } from '#shared/domain/price-editing/sheet-tables'
import { type DropParams, toldDrops } from '#shared/domain/price-editing/told-drops'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { buildZoneIndex } from '#shared/domain/rating/zone-index'

/** The sheet as the workbook shows it, cell by cell in notation. */
export function sheetTables(sheet: PriceSheet): SheetTables {
  return tablesOfForm(formatSheetForm(sheet))
}

/** What a person should look at before approving: doubtful entries, and for a draft the places that forbid approval. */
export function sheetWarnings(sheet: PriceSheet, locale: Locale): string[] {
  const form = parseSheetForm(formatSheetForm(sheet)).problems.map(({ code, params }) => ({
    code: `rating.problem.${code}`,
    params,
  }))
  const places = buildZoneIndex(sheet).problems.map(({ code, params }) => ({ code: `zones.${code}`, params }))
  return [...dropWarning(sheet, locale), ...form, ...places].map((problem) =>
    typeof problem === 'string' ? problem : problemText(problem.code, problem.params, locale),
  )
}

/** Falling prices in one line, however many there are: the editor lists them. */
function dropWarning(sheet: PriceSheet, locale: Locale): string[] {
  const { count, first } = fallingPrices(sheet)
  if (!first) return []
  const example = translate(locale, 'pricing:drop', { ...first, bracket: bracketTitle(locale, first.bracket) })
  return [count === 1 ? example : `${translate(locale, 'pricing:drops', { count })} · ${example}`]
}

/** How often a heavier ticket of a sheet is cheaper than a lighter one, and the first such place. */
export function fallingPrices(sheet: PriceSheet): { count: number; first: DropParams | null } {
  const drops = toldDrops(sheet)
  return { count: drops.length, first: drops[0]?.params ?? null }
}

/** The words of a problem code such as `rating.problem.column-gap`: catalogue, then key. */
export function problemText(code: string, params: Readonly<Record<string, string | number>>, locale: Locale): string {
  const key = code.replace('.', ':')
  return isWordKey(key) ? translate(locale, key, params) : code
}

/** The file name of an exported sheet; signs that file systems refuse are left out. */
export function exportName({ name, version }: Pick<SheetRow, 'name' | 'version'>): string {
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')}-v${version}.xlsx`
}
