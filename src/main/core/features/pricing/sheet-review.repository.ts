import type { Role } from '#shared/contract/base'
import type { Database } from '../../db/database'

interface Stamp {
  at: string
  by: string
  hlc: string
}

/** What the review of a sheet adds to its row. */
export function reviewRow(db: Database, id: number) {
  return db.first(
    db.build
      .selectFrom('price_sheet')
      .select([
        'form',
        'submitted_at as submittedAt',
        'submitted_by as submittedBy',
        'submitted_role as submittedRole',
        'returned_at as returnedAt',
        'returned_by as returnedBy',
        'return_reason as returnReason',
        'approved_at as approvedAt',
        'approved_by as approvedBy',
        'floor_check as floorCheck',
      ])
      .where('id', '=', id),
  )
}

export function markSubmitted(db: Database, id: number, role: Role, check: string, { at, by, hlc }: Stamp): void {
  db.run(
    db.build
      .updateTable('price_sheet')
      .set({
        stage: 'submitted',
        submitted_at: at,
        submitted_by: by,
        submitted_role: role,
        returned_at: null,
        returned_by: null,
        return_reason: '',
        floor_check: check,
        updated_at: at,
        hlc,
      })
      .where('id', '=', id),
  )
}

export function markWithdrawn(db: Database, id: number, { at, hlc }: Stamp): void {
  db.run(
    db.build
      .updateTable('price_sheet')
      .set({ stage: 'draft', submitted_at: null, submitted_by: null, submitted_role: null, updated_at: at, hlc })
      .where('id', '=', id),
  )
}

export function markReturned(db: Database, id: number, reason: string, { at, by, hlc }: Stamp): void {
  db.run(
    db.build
      .updateTable('price_sheet')
      .set({ stage: 'returned', returned_at: at, returned_by: by, return_reason: reason, updated_at: at, hlc })
      .where('id', '=', id),
  )
}

/** How many sheets wait for an approval, and how many came back with a reason. */
export function waitingCounts(db: Database): { submitted: number; returned: number } {
  const rows = db.all(
    db.build
      .selectFrom('price_sheet')
      .where('status', '=', 'draft')
      .where('stage', '<>', 'draft')
      .where('deleted_at', 'is', null)
      .groupBy('stage')
      .select((eb) => ['stage', eb.fn.countAll<number>().as('count')]),
  )
  const of = (stage: string) => rows.find((row) => row.stage === stage)?.count ?? 0
  return { submitted: of('submitted'), returned: of('returned') }
}
