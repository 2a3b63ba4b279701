import type { FulfilmentReport } from '#shared/contract/contracts'
import { isKept, minimumMonths, monthsOfTerm } from '#shared/domain/contracts/fulfilment'
import { formatDecimal } from '#shared/domain/decimal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { latestMonth } from '../waybills/account-waybills'
import { inputOf, standingFields } from './contract-columns'
import type { ContractsService } from './contracts.service'
import { auditOf } from './contracts.service'
import * as repository from './contracts.repository'

export interface Measure {
  contractId: number
  month: string
  key: string
  value: number | null
  note: string
}

const none = { count: 0, fen: 0 }
const unknown = { count: null, fen: null }

export type FulfilmentService = ReturnType<typeof createFulfilmentService>

/** 履约记录: month by month what was promised by both sides against what came of it. */
export function createFulfilmentService(
  { db, book, lease }: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  contracts: ContractsService,
) {
  function put(measure: Measure, hlc: string): void {
    const { contractId, month, key, value, note } = measure
    repository.putMeasure(db, {
      uid: book.uid(),
      hlc,
      contract_id: contractId,
      month,
      promise: key,
      value,
      note,
      updated_at: book.now(),
    })
  }

  return {
    /** Inside the caller's write. */
    put,
    /** Of one year, the current one or the contract's last if none is named. */
    report(id: number, wanted: number | undefined, seesCost: boolean): FulfilmentReport {
      const record = contracts.stored(id)
      const contract = inputOf(record)
      const { validFrom, minimum, promises } = contract
      const today = book.today()
      const { endsOn } = standingFields(record, today)
      const years = yearsOf(validFrom, endsOn, today)
      const year = wanted ?? years.at(-1) ?? Number(today.slice(0, 4))
      const months = monthsOfTerm(validFrom, endsOn, year)
      const covered = repository.coveredAccounts(db, contract.accountId, contract.coversGroup)
      const span = [covered, `${year}-01`, `${year}-12`] as const
      const figures = new Map(repository.figuresOf(db, ...span).map((row) => [row.month, row]))
      const claims = new Map(repository.claimsOf(db, ...span).map((row) => [row.month, row]))
      const measures = new Map(repository.measuresOf(db, id).map((row) => [`${row.promise} ${row.month}`, row]))
      const ground = { from: validFrom, to: endsOn, year, figures, dataThrough: latestMonth(db), today }
      const { archive } = contracts.get(id)
      return {
        contractId: id,
        year,
        years,
        months,
        minimum: minimum && { terms: minimum, months: minimumMonths({ ...ground, minimum }) },
        promises: promises.map((promise) => ({
          promise,
          months: months.map((month) => {
            const { value = null, note = '' } = measures.get(`${promise.key} ${month}`) ?? {}
            return {
              month,
              value,
              note,
              kept: value === null ? null : isKept(promise.direction, promise.target, value),
            }
          }),
        })),
        claims: seesCost
          ? months.map((month) => {
              const { count, fen } = claims.get(month) ?? (month > today.slice(0, 7) ? unknown : none)
              return { month, count, fen }
            })
          : null,
        credit: {
          days: { contract: contract.creditDays, archive: archive.creditDays },
          limitFen: { contract: contract.creditLimitFen, archive: archive.creditLimitFen },
        },
      }
    },
    /** Enters what was measured of a promise in a month. @throws Refused `not-found` for a promise it does not hold */
    measure: (measure: Measure): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = contracts.stored(measure.contractId)
          const promise = inputOf(record).promises.find(({ key }) => key === measure.key)
          if (record.deleted_at !== null || !promise) throw new Refused('not-found', { what: 'promise' })
          const before = repository
            .measuresOf(db, measure.contractId)
            .find(({ month, promise: key }) => month === measure.month && key === measure.key)
          const changes = (['value', 'note'] as const)
            .filter((field) => (before?.[field] ?? (field === 'note' ? '' : null)) !== measure[field])
            .map((field) => ({
              field: field === 'value' ? 'measured' : 'note',
              old: told(before?.[field] ?? null, promise.unit),
              new: told(measure[field], promise.unit),
            }))
          if (changes.length === 0) return { result: undefined, audit: null }
          put(measure, hlc)
          const entry = auditOf(record, 'measure', changes)
          return {
            result: undefined,
            audit: { ...entry, summary: `${entry.summary} · ${promise.name} ${measure.month}` },
          }
        }),
      ),
  }
}

/** A measured value as it is written: `98.5 %`. */
function told(value: number | string | null, unit: string): string | null {
  return typeof value === 'number' ? `${formatDecimal(value, 3)} ${unit}` : value
}

function yearsOf(from: string, endsOn: string | null, today: string): number[] {
  const first = Number(from.slice(0, 4))
  const last = Math.max(first, Number((endsOn !== null && endsOn < today ? endsOn : today).slice(0, 4)))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
