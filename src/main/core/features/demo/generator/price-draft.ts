import { addMonths } from '#shared/domain/months'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { applyMassChange } from '#shared/domain/rating/mass-change'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { SheetForm } from '#shared/domain/rating/sheet-form'

const RAISED = '标快标准价'

/**
 * A rise that is being thought about: the newest general price list 3 % dearer from two months after the story's end.
 * It is a draft, so that editing, comparing and approving have something to show; nothing is priced with it.
 */
export function makePriceDrafts(priceForms: readonly SheetForm[], lastMonth: string): SheetForm[] {
  const newest = priceForms.findLast(({ info }) => info['报价名称'] === RAISED)
  const sheet = newest && parseSheetForm(newest).sheet
  if (!sheet) return []
  const change = {
    percentPpm: 30_000,
    perTicketUnits: 0,
    perKgUnits: 0,
    rows: null,
    columns: null,
    roundToUnits: 1_000,
  }
  const raised = applyMassChange(sheet, change).sheet
  const effectiveFrom = `${addMonths(lastMonth, 2)}-01`
  return [formatSheetForm({ ...raised, number: null, effectiveFrom, effectiveTo: null, note: '涨价方案（示例）' })]
}
