import type { Role } from '#shared/contract/base'
import {
  type FloorCheck,
  floorCheck,
  type Floors,
  floors,
  type ReviewOfSheet,
  type SheetEvent,
} from '#shared/contract/price-review'
import { role as roleForm } from '#shared/contract/base'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { AuditRecord, FieldChange } from '../../db/book'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { Refused } from '../../refused'
import { createSettingsService } from '../system/settings.service'
import { checkFloors, withoutCosts } from './floor-check'
import { belowFloors } from './floor-sums'
import type { PastTickets } from './past-tickets'
import { storedSheet, type StoredSheet } from './pricing.repository'
import type { PricingService } from './pricing.service'
import { auditOf, wouldClose } from './sheet-approval'
import * as repository from './sheet-review.repository'
import { fallingPrices } from './sheet-view'
import { assertEditable, assertWaiting } from './sheet-stage'

export type SheetReviewService = ReturnType<typeof createSheetReviewService>

/** Who asks: the floors are his role's, and costs are told to who may see them. */
export interface Asking {
  role: Role
  seesCost: boolean
}

export interface ReviewSources {
  past: PastTickets
  /** The audit entries of one entity with their changes, newest first. */
  auditOf(entity: string, uid: string): { at: string; actor: string; action: string; changes: FieldChange[] }[]
}

const floorsKey = 'pricing.floors'

/** Until the branch sets its own: an account manager gives 15 % off and keeps a tenth, a clerk 5 % and a seventh. */
export const defaultFloors: Floors = {
  manager: { discountPpm: null, marginPpm: null },
  'account-manager': { discountPpm: 850_000, marginPpm: 100_000 },
  clerk: { discountPpm: 950_000, marginPpm: 150_000 },
  auditor: { discountPpm: null, marginPpm: null },
  depot: { discountPpm: null, marginPpm: null },
}

/** The way of a draft to its approval: handed in, checked against floors, returned with a reason or put in force. */
export function createSheetReviewService(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  pricing: PricingService,
  sources: ReviewSources,
) {
  const { db, book, lease } = kernel
  const settings = createSettingsService(kernel)
  const allFloors = () => settings.read(floorsKey, floors, defaultFloors)
  const stamp = (hlc: string) => ({ at: book.now(), by: book.actor, hlc })

  function stored(id: number): StoredSheet {
    const sheet = storedSheet(db, id)
    if (!sheet) throw new Refused('not-found', { what: 'price-sheet' })
    return sheet
  }

  /** @throws Refused `sheet-competitor`, `sheet-has-errors` for a draft that is not whole yet */
  function assertSubmittable(sheet: StoredSheet): void {
    assertEditable(sheet)
    if (sheet.competitor !== '') throw new Refused('sheet-competitor', { name: sheet.name })
    const form = repository.reviewRow(db, sheet.id)?.form ?? null
    if (form !== null) throw new Refused('sheet-has-errors', { count: 1, first: sheet.name })
  }

  function check(sheet: StoredSheet, role: Role): Promise<FloorCheck> {
    return checkFloors(db, sources.past, { sheet, role, floor: allFloors()[role], today: book.today() })
  }

  function storedCheck(id: number): FloorCheck | null {
    const json = repository.reviewRow(db, id)?.floorCheck ?? null
    const parsed = floorCheck.safeParse(json === null ? null : JSON.parse(json))
    return parsed.success ? parsed.data : null
  }

  const shown = (found: FloorCheck, { seesCost }: Asking) => (seesCost ? found : withoutCosts(found))

  function step(sheet: StoredSheet, action: string, changes: FieldChange[]): AuditRecord {
    return auditOf(
      sheet,
      action,
      changes.filter((change) => change.new !== ''),
    )
  }

  return {
    floors: allFloors,
    setFloors: (value: Floors) => settings.write(floorsKey, floors, value),
    async checkFloors(id: number, asking: Asking): Promise<FloorCheck> {
      return shown(await check(stored(id), asking.role), asking)
    },
    /** @throws Refused `sheet-frozen`, `sheet-submitted`, `sheet-competitor`, `sheet-has-errors`, `changed-meanwhile` */
    async submit(id: number, note: string, asking: Asking): Promise<FloorCheck> {
      const before = stored(id)
      assertSubmittable(before)
      const found = await check(before, asking.role)
      await lease.run(() =>
        book.write((hlc) => {
          const sheet = stored(id)
          assertSubmittable(sheet)
          // Rating takes its time; what was checked must be what is handed in.
          if (sheet.sheet !== before.sheet || sheet.validFrom !== before.validFrom)
            throw new Refused('changed-meanwhile')
          repository.markSubmitted(db, id, asking.role, JSON.stringify(found), stamp(hlc))
          const changes = [
            { field: 'stage', old: sheet.stage, new: 'submitted' },
            { field: 'role', old: null, new: asking.role },
            { field: 'reason', old: null, new: note },
            { field: 'floors', old: null, new: found.verdict },
          ]
          return { result: undefined, audit: step(sheet, 'submit', changes) }
        }),
      )
      return shown(found, asking)
    },
    withdraw: (id: number, { role }: Asking): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const sheet = stored(id)
          assertWaiting(sheet)
          repository.markWithdrawn(db, id, stamp(hlc))
          const changes = [
            { field: 'stage', old: 'submitted', new: 'draft' },
            { field: 'role', old: null, new: role },
          ]
          return { result: undefined, audit: step(sheet, 'withdraw', changes) }
        }),
      ),
    /** Returns submitted sheets, all or none. @throws Refused `sheet-not-submitted` */
    sendBack: (ids: readonly number[], reason: string, { role }: Asking): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const sheets = [...new Set(ids)].map(stored)
          for (const sheet of sheets) assertWaiting(sheet)
          for (const { id } of sheets) repository.markReturned(db, id, reason, stamp(hlc))
          const changes = [
            { field: 'stage', old: 'submitted', new: 'returned' },
            { field: 'role', old: null, new: role },
            { field: 'reason', old: null, new: reason },
          ]
          return { result: undefined, audit: sheets.map((sheet) => step(sheet, 'return', changes)) }
        }),
      ),
    /**
     * Puts drafts and submitted sheets in force, all or none. The floor of the approver's own role asks for a reason.
     * @throws Refused `below-floor`, and what `PricingService.approve` refuses
     */
    async approve(ids: number[], reason: string, { role }: Asking) {
      const floor = allFloors()[role]
      for (const sheet of ids.map(stored)) {
        const found = sheet.stage === 'submitted' ? storedCheck(sheet.id) : null
        if (found && reason === '' && belowFloors(found, floor).length > 0) {
          throw new Refused('below-floor', { name: sheet.name }, 'reason')
        }
      }
      return pricing.approve(ids, { role, reason })
    },
    /** Of the sheets those with falling prices, in the order they were asked for. */
    falling: (ids: readonly number[]) => ({
      sheets: ids.map(stored).flatMap(({ id, name, sheet }) => {
        const { count, first } = fallingPrices(JSON.parse(sheet) as PriceSheet)
        return first ? [{ id, name, count, first }] : []
      }),
    }),
    review(id: number, asking: Asking): ReviewOfSheet {
      const sheet = stored(id)
      const row = repository.reviewRow(db, id)
      if (!row) throw new Refused('not-found', { what: 'price-sheet' })
      const { form: _form, floorCheck: _check, ...told } = row
      const found = storedCheck(id)
      return {
        ...told,
        check: found && shown(found, asking),
        closes: sheet.status === 'draft' && sheet.competitor === '' ? wouldClose(db, sheet) : [],
      }
    },
    history(id: number): { rows: SheetEvent[] } {
      const { uid } = stored(id)
      return { rows: sources.auditOf('price-sheet', uid).map(eventOf) }
    },
    waiting: () => repository.waitingCounts(db),
  }
}

function eventOf({ at, actor, action, changes }: ReturnType<ReviewSources['auditOf']>[number]): SheetEvent {
  const text = (field: string) => {
    const value = changes.find((change) => change.field === field)?.new
    return typeof value === 'string' ? value : ''
  }
  const role = roleForm.safeParse(text('role'))
  return {
    at,
    actor,
    action,
    role: role.success ? role.data : null,
    reason: text('reason'),
    changes: changes.filter(({ field }) => field !== 'role' && field !== 'reason' && field !== 'stage'),
  }
}
