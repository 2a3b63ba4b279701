import { hash as digest } from 'node:crypto'
import { cleanText } from '#shared/domain/import/cell-text'
import type { AccountMatcher } from '../accounts/account-matcher'
import type { RatingBook } from '../pricing/rating-book'
import type { ParsedWaybill } from './parsed-waybill'
import { columnsOf, factsOf } from './waybill-pricing'

/** Turns parsed waybills into rows of the book: finds the account, prices and costs the ticket. Reads, never writes. */
export class WaybillJudge {
  constructor(
    private readonly matcher: AccountMatcher,
    private readonly ratings: RatingBook,
    private readonly batch: number,
  ) {}

  judge(waybill: ParsedWaybill) {
    const match = this.matcher.match(waybill.customerCode, waybill.monthAccount, waybill.customerName)
    const accountId = match.kind === 'found' ? match.accountId : null
    const facts = {
      batch_id: this.batch,
      source_row: waybill.row,
      source_hash: contentHash(waybill),
      carrier: waybill.carrier,
      number: waybill.number,
      fee_kind: waybill.feeKind,
      line_kind: waybill.lineKind,
      shipped_on: waybill.shippedOn,
      month: waybill.shippedOn.slice(0, 7),
      customer_code: waybill.customerCode === '' ? waybill.monthAccount : waybill.customerCode,
      customer_name: waybill.customerName,
      account_id: accountId,
      product: waybill.product,
      origin: waybill.origin.text,
      destination: waybill.destination.text,
      province: waybill.destination.place?.province ?? '',
      pieces: waybill.lineKind === 'freight' ? waybill.pieces : 0,
      actual_grams: waybill.actualGrams,
      billed_grams: waybill.billedGrams,
      volume_cm3: waybill.volumeCm3,
      size_l: waybill.size?.length ?? null,
      size_w: waybill.size?.width ?? null,
      size_h: waybill.size?.height ?? null,
      declared_fen: waybill.declaredFen,
      cod_fen: waybill.codFen,
      billed_fen: waybill.billedFen,
      note: waybill.note,
    }
    const freight = waybill.lineKind === 'freight'
    const priced = freight ? this.ratings.price(factsOf(facts, waybill.origin, waybill.destination)) : null
    return { ...facts, ...columnsOf(facts, priced, match.kind === 'ambiguous') }
  }
}

/** What makes two rows of the same waybill the same: everything the file says about it, however wide it is written. */
function contentHash(waybill: ParsedWaybill): string {
  const { row: _row, origin, destination, size, customerName, note, ...rest } = waybill
  const written = [customerName, note, origin.text, destination.text].map(cleanText)
  const parts = [...Object.values(rest), ...written, size?.length, size?.width, size?.height]
  return digest('sha1', parts.join('\u0001'), 'base64url')
}
