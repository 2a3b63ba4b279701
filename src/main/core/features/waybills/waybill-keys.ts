import type { Database } from '../../db/database'
import { StageCounts, type StageOutcome } from './waybill-stage'
import { valueOf, type WaybillValues, WaybillWriter } from './waybill-writer.repository'

/** Says of rows what staging would say, and writes nothing: against the book, and against the rows of the file before. */
export class WaybillKeys {
  readonly counts = new StageCounts()
  readonly #seen = new Map<string, { hash: string; shippedOn: string }>()
  readonly #writer: WaybillWriter

  constructor(
    db: Database,
    private readonly conflicts: 'keep' | 'update',
  ) {
    this.#writer = new WaybillWriter(db)
  }

  add(values: WaybillValues): StageOutcome {
    const outcome = this.#judge(values)
    if (outcome.kind === 'imported' || outcome.kind === 'updated') this.counts.add(values)
    return outcome
  }

  #judge(values: WaybillValues): StageOutcome {
    const number = valueOf(values, 'number')
    const carrier = valueOf(values, 'carrier')
    const feeKind = valueOf(values, 'fee_kind')
    const shippedOn = valueOf(values, 'shipped_on')
    const hash = valueOf(values, 'source_hash')
    const known = this.#writer.find(number, carrier, feeKind)
    if (known) {
      if (known.source_hash === hash) return { kind: 'duplicate' }
      const params = { number, shippedOn: known.shipped_on, month: known.month }
      if (known.month !== valueOf(values, 'month')) return { kind: 'conflict', code: 'cross-period', params }
      return this.conflicts === 'keep' ? { kind: 'conflict', code: 'conflict', params } : { kind: 'updated' }
    }
    const key = `${number}\u0001${carrier}\u0001${feeKind}`
    const inFile = this.#seen.get(key)
    if (!inFile) {
      this.#seen.set(key, { hash, shippedOn })
      return { kind: 'imported' }
    }
    if (inFile.hash === hash) return { kind: 'duplicate' }
    const params = { number, shippedOn: inFile.shippedOn, month: inFile.shippedOn.slice(0, 7) }
    return { kind: 'conflict', code: 'conflict-in-file', params }
  }
}
