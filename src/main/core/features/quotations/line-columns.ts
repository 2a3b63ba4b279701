import { SURCHARGE_FIELDS, TIER_FIELDS } from '#shared/domain/price-workbook/form-tables'
import { isWordKey, type WordKey } from '#shared/i18n/index'

type Line = Readonly<Record<string, string>>

/** The columns of 附加费 or 阶梯 in which some row says something, with their headers in words. */
export function columnsInUse(
  kind: 'surcharges' | 'tiers',
  rows: readonly Line[],
  t: (key: WordKey) => string,
): { field: string; header: string }[] {
  const fields: readonly { field: string; headings: readonly string[] }[] =
    kind === 'surcharges' ? SURCHARGE_FIELDS : TIER_FIELDS
  return fields
    .filter(({ field }) => rows.some((row) => (row[field] ?? '') !== ''))
    .map(({ field, headings: [header = field] }) => {
      const key = `pricing:key.${header}`
      return { field, header: isWordKey(key) ? t(key) : header }
    })
}
