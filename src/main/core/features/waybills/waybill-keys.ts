import type { Database } from '../../db/database'
import type { ParsedWaybill } from './parsed-waybill'
import type { StageOutcome } from './waybill-stage'
import { WaybillWriter } from './waybill-writer.repository'

/** Judges keys for a preview as the import will: against the book, and against the rows of the file before this one. */
export class WaybillKeys {
  readonly #seen = new Map<string, { hash: string; shippedOn: string }>()
  readonly #writer: WaybillWriter

  constructor(db: Database) {
    this.#writer = new WaybillWriter(db)
  }

  judge(waybill: ParsedWaybill, hash: string, conflicts: 'keep' | 'update'): StageOutcome {
    const { number, carrier, feeKind, shippedOn } = waybill
    const key = `${number}\u0001${carrier}\u0001${feeKind}`
    const known = this.#writer.find(number, carrier, feeKind)
    const inFile = this.#seen.get(key)
    if (known) {
      if (known.source_hash === hash) return { kind: 'duplicate' }
      const params = { number, shippedOn: known.shipped_on, month: known.month }
      if (known.month !== shippedOn.slice(0, 7)) return { kind: 'conflict', code: 'cross-period', params }
      if (conflicts === 'keep') return { kind: 'conflict', code: 'conflict', params }
      return { kind: 'updated' }
    }
    if (inFile) {
      if (inFile.hash === hash) return { kind: 'duplicate' }
      const params = { number, shippedOn: inFile.shippedOn, month: inFile.shippedOn.slice(0, 7) }
      return { kind: 'conflict', code: 'conflict-in-file', params }
    }
    this.#seen.set(key, { hash, shippedOn })
    return { kind: 'imported' }
  }
}
