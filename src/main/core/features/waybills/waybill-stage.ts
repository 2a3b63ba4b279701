import { hash as digest } from 'node:crypto'
import type { Database } from '../../db/database'
import type { AccountMatcher } from '../accounts/account-matcher'
import type { RatingBook } from '../pricing/rating-book'
import type { ParsedWaybill } from './parsed-waybill'
import type { AccountMonthKey } from './rollups.repository'
import { WaybillWriter } from './waybill-writer.repository'
import { columnsOf, factsOf } from './waybill-pricing'

export type StageOutcome =
  | { kind: 'imported' }
  | { kind: 'updated' }
  | { kind: 'duplicate' }
  | { kind: 'conflict'; code: 'conflict' | 'conflict-in-file' | 'cross-period'; params: Record<string, string> }

export interface StageOptions {
  batch: number
  conflicts: 'keep' | 'update'
}

/**
 * Puts parsed waybills into a batch nobody sees yet: finds the account, prices and costs the ticket, and lets the
 * unique key (number, carrier, fee kind) say whether the row is new, the same again, or in conflict.
 */
export class WaybillStage {
  readonly touched = new Map<string, AccountMonthKey>()
  unmatched = 0
  unrated = 0
  readonly #writer: WaybillWriter

  constructor(
    readonly db: Database,
    private readonly matcher: AccountMatcher,
    private readonly ratings: RatingBook,
    private readonly options: StageOptions,
  ) {
    this.#writer = new WaybillWriter(db)
  }

  /** Call inside a transaction. */
  add(waybill: ParsedWaybill): StageOutcome {
    const hash = contentHash(waybill)
    const columns = this.columnsOf(waybill, hash)
    if (this.#writer.insert(columns)) {
      this.count(columns)
      return { kind: 'imported' }
    }
    return this.#known(waybill, columns, hash)
  }

  columnsOf(waybill: ParsedWaybill, hash: string) {
    const match = this.matcher.match(waybill.customerCode, waybill.monthAccount, waybill.customerName)
    const accountId = match.kind === 'found' ? match.accountId : null
    const facts = {
      batch_id: this.options.batch,
      source_row: waybill.row,
      source_hash: hash,
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
    const ambiguous = match.kind === 'ambiguous'
    const priced =
      waybill.lineKind === 'freight' ? this.ratings.price(factsOf(facts, waybill.origin, waybill.destination)) : null
    return { ...facts, ...columnsOf(facts, priced, ambiguous) }
  }

  #known(waybill: ParsedWaybill, columns: ReturnType<WaybillStage['columnsOf']>, hash: string): StageOutcome {
    const known = this.#writer.find(waybill.number, waybill.carrier, waybill.feeKind)
    if (!known) throw new Error(`waybill ${waybill.number} was refused by a key that is not there`)
    const month = waybill.shippedOn.slice(0, 7)
    if (known.source_hash === hash) return { kind: 'duplicate' }
    const params = { number: waybill.number, shippedOn: known.shipped_on, month: known.month }
    if (known.batch_id === this.options.batch) return { kind: 'conflict', code: 'conflict-in-file', params }
    if (known.month !== month) return { kind: 'conflict', code: 'cross-period', params }
    if (this.options.conflicts === 'keep') return { kind: 'conflict', code: 'conflict', params }
    this.#writer.keepUpdate(this.options.batch, known.id, columns)
    this.touched.set(`${known.account_id} ${known.month}`, { accountId: known.account_id, month: known.month })
    this.count(columns)
    return { kind: 'updated' }
  }

  /** Counts a row that is (or would be) taken in. */
  count(columns: { account_id: number | null; month: string; status: string }): void {
    this.touched.set(`${columns.account_id} ${columns.month}`, { accountId: columns.account_id, month: columns.month })
    if (columns.status === 'unmatched') this.unmatched++
    if (columns.status === 'exception') this.unrated++
  }
}

/** What makes two rows of the same waybill the same: everything the file says about it. */
export function contentHash(waybill: ParsedWaybill): string {
  const { row: _row, origin, destination, size, ...rest } = waybill
  const parts = [...Object.values(rest), origin.text, destination.text, size?.length, size?.width, size?.height]
  return digest('sha1', parts.join('\u0001'), 'base64url')
}
