import { formatBracketHeader } from './bracket-header'
import { formatCell } from './cells'
import { INFO_FIELDS } from './info-fields'
import type { PriceSheet } from './price-sheet'
import type { SheetForm } from './sheet-form'
import { formatSurcharge } from './surcharge-form'
import { formatTiers } from './tier-form'

/** The sheet in notation again; `parseSheetForm` of the result gives an equal sheet. Defaults are left out. */
export function formatSheetForm(sheet: PriceSheet): SheetForm {
  const info: Record<string, string> = {}
  for (const field of INFO_FIELDS) {
    const text = field.write(sheet)
    if (text !== null) info[field.key] = text
  }
  for (const { key, value } of sheet.remarks) info[key] = value
  const form: SheetForm = {
    info,
    columns: sheet.columns.map(formatBracketHeader),
    rows: sheet.rows.map((row) => ({
      key: row.key,
      cells: sheet.columns.map((column, index) => formatCell(row.cells[index] ?? { kind: 'not-served' }, column.unit)),
    })),
  }
  if (sheet.zones.length > 0) form.zones = sheet.zones.map(({ zone, places }) => ({ zone, places }))
  if (sheet.surcharges.length > 0) form.surcharges = sheet.surcharges.map(formatSurcharge)
  if (sheet.tiers.length > 0) form.tiers = formatTiers(sheet.tiers)
  return form
}
