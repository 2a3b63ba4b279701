import type { TicketFacts } from '../pricing/price-ticket'
import type { PricedTicket } from '../pricing/rating-book'
import type { PlaceAnswer } from './waybill-places'
import type { WaybillRowColumns as WaybillTable } from './waybills.table'

/** What of a waybill decides its price; the table's columns by name, so that imports and re-rating share it. */
export type PriceableWaybill = Pick<
  WaybillTable,
  | 'account_id'
  | 'line_kind'
  | 'shipped_on'
  | 'product'
  | 'pieces'
  | 'actual_grams'
  | 'billed_grams'
  | 'volume_cm3'
  | 'size_l'
  | 'size_w'
  | 'size_h'
  | 'declared_fen'
  | 'cod_fen'
  | 'billed_fen'
>

/** The columns that pricing and costing fill in. */
export type PricedColumns = Pick<
  WaybillTable,
  | 'status'
  | 'reason'
  | 'reason_params'
  | 'cost_reason'
  | 'chargeable_grams'
  | 'revenue_fen'
  | 'gross_fen'
  | 'tax_fen'
  | 'cost_fen'
  | 'price_sheet_id'
  | 'cost_sheet_id'
>

const nothing: PricedColumns = {
  status: 'recorded',
  reason: null,
  reason_params: null,
  cost_reason: null,
  chargeable_grams: null,
  revenue_fen: null,
  gross_fen: null,
  tax_fen: null,
  cost_fen: null,
  price_sheet_id: null,
  cost_sheet_id: null,
}

/**
 * The columns of one row from its price. A freight row carries what the account's contract says; an extra charge of the
 * same waybill (one bill row per fee) is kept as billed and is no revenue of ours; a credit (理赔, 折让) lowers revenue by
 * what it says. A ticket has a cost once it has a price: sums of revenue, cost and margin then speak of the same tickets.
 *
 * @param priced the freight's price; null for other lines
 */
export function columnsOf(
  waybill: Pick<PriceableWaybill, 'account_id' | 'line_kind' | 'billed_fen'>,
  priced: PricedTicket | null,
  ambiguousAccount: boolean,
): PricedColumns {
  if (waybill.line_kind === 'fee') return { ...nothing, reason: 'fee-as-billed' }
  const unmatched = { ...nothing, status: 'unmatched', reason: unmatchedReason(ambiguousAccount) } as const
  if (priced === null) {
    if (waybill.account_id === null) return unmatched
    const amount = waybill.billed_fen
    return { ...nothing, reason: 'credit-as-billed', revenue_fen: amount, gross_fen: amount, tax_fen: 0, cost_fen: 0 }
  }
  if (waybill.account_id === null) return { ...unmatched, cost_reason: 'not-priced' }
  if (priced.exception) {
    return {
      ...nothing,
      cost_reason: 'not-priced',
      status: 'exception',
      reason: priced.exception.code,
      reason_params: JSON.stringify(priced.exception.params),
      price_sheet_id: priced.sheetId,
    }
  }
  return {
    status: 'rated',
    reason: null,
    reason_params: null,
    chargeable_grams: priced.chargeableGrams,
    revenue_fen: priced.netFen,
    gross_fen: priced.grossFen,
    tax_fen: priced.taxFen,
    price_sheet_id: priced.sheetId,
    cost_fen: priced.costFen,
    cost_reason: priced.costReason,
    cost_sheet_id: priced.costSheetId,
  }
}

/** What the rating needs to know of a row. */
export function factsOf(waybill: PriceableWaybill, origin: PlaceAnswer, destination: PlaceAnswer): TicketFacts {
  return {
    accountId: waybill.account_id,
    product: waybill.product,
    shippedOn: waybill.shipped_on,
    origin,
    destination,
    actualGrams: waybill.actual_grams,
    billedGrams: waybill.billed_grams,
    volumeCm3: waybill.volume_cm3,
    pieces: waybill.pieces,
    size:
      waybill.size_l !== null && waybill.size_w !== null && waybill.size_h !== null
        ? { length: waybill.size_l, width: waybill.size_w, height: waybill.size_h }
        : null,
    declaredFen: waybill.declared_fen,
    codFen: waybill.cod_fen,
  }
}

function unmatchedReason(ambiguous: boolean): string {
  return ambiguous ? 'ambiguous-account' : 'unknown-account'
}
