import type { Database } from '../../db/database'
import type { AccountMonthKey } from './rollups.repository'
import { valueOf, type WaybillValues, WaybillWriter } from './waybill-writer.repository'

export { toValues, type WaybillValues } from './waybill-writer.repository'

export type StageOutcome =
  | { kind: 'imported' }
  | { kind: 'updated' }
  | { kind: 'duplicate' }
  | { kind: 'conflict'; code: 'conflict' | 'conflict-in-file' | 'cross-period'; params: Record<string, string> }

export interface StageOptions {
  batch: number
  conflicts: 'keep' | 'update'
}

/** Account-months and counts of the rows that are (or would be) taken in. */
export class StageCounts {
  readonly touched = new Map<string, AccountMonthKey>()
  unmatched = 0
  unrated = 0

  add(values: WaybillValues): void {
    this.touch(valueOf(values, 'account_id'), valueOf(values, 'month'))
    const status = valueOf(values, 'status')
    if (status === 'unmatched') this.unmatched++
    if (status === 'exception') this.unrated++
  }

  touch(accountId: number | null, month: string): void {
    this.touched.set(`${accountId} ${month}`, { accountId, month })
  }
}

/**
 * Puts judged waybills into a batch nobody sees yet and lets the unique key (number, carrier, fee kind) say whether a row
 * is new, the same again, or in conflict.
 */
export class WaybillStage {
  readonly counts = new StageCounts()
  readonly #writer: WaybillWriter

  constructor(
    readonly db: Database,
    private readonly options: StageOptions,
  ) {
    this.#writer = new WaybillWriter(db)
  }

  /** Call inside a transaction. */
  add(values: WaybillValues): StageOutcome {
    if (this.#writer.insert(values)) {
      this.counts.add(values)
      return { kind: 'imported' }
    }
    return this.#known(values)
  }

  #known(values: WaybillValues): StageOutcome {
    const number = valueOf(values, 'number')
    const known = this.#writer.find(number, valueOf(values, 'carrier'), valueOf(values, 'fee_kind'))
    if (!known) throw new Error(`waybill ${number} was refused by a key that is not there`)
    if (known.source_hash === valueOf(values, 'source_hash')) return { kind: 'duplicate' }
    const params = { number, shippedOn: known.shipped_on, month: known.month }
    if (known.batch_id === this.options.batch) return { kind: 'conflict', code: 'conflict-in-file', params }
    if (known.month !== valueOf(values, 'month')) return { kind: 'conflict', code: 'cross-period', params }
    if (this.options.conflicts === 'keep') return { kind: 'conflict', code: 'conflict', params }
    this.#writer.keepUpdate(this.options.batch, known.id, values)
    this.counts.touch(known.account_id, known.month)
    this.counts.add(values)
    return { kind: 'updated' }
  }
}
