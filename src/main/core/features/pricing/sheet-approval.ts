import type { Role } from '#shared/contract/base'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { AuditRecord } from '../../db/book'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import { readySheet } from './compiled-entry'
import * as repository from './pricing.repository'
import type { SheetScope, StoredSheet } from './pricing.repository'
import { draftState } from './sheet-editor.repository'

export interface ClosedSheet {
  id: number
  name: string
  version: number
  validTo: string
}

/** Who writes, and when: what every change of a sheet row is stamped with. */
export interface Stamp {
  at: string
  by: string
  hlc: string
}

/** In which role somebody approves, and why where it needs a reason. */
export interface Approver {
  role: Role
  reason: string
}

/**
 * Puts a draft in force, inside the caller's transaction. Of two versions of one scope the later closes the earlier on
 * the day before it begins; the answer names every version whose end has moved.
 *
 * @throws Refused `sheet-competitor`, `sheet-overlap` if a version of the scope begins on the same day, `sheet-has-errors` if a place
 *   stands in two zones or is unknown
 */
export function approveSheet(
  db: Database,
  draft: StoredSheet,
  stamp: Stamp,
  approver?: Approver,
): { closed: ClosedSheet[]; audit: AuditRecord[] } {
  if (draft.competitor !== '') throw new Refused('sheet-competitor', { name: draft.name })
  refuseFaultyPlaces(db, draft)
  const twin = sameStart(db, draft, draft.validFrom)
  if (twin) throw new Refused('sheet-overlap', { name: twin.name, validFrom: twin.validFrom })
  repository.markApproved(db, draft.id, stamp.by, stamp.at, stamp.hlc)
  const { moved, audit } = settleEnds(db, draft, stamp)
  const closed = moved.flatMap(({ validTo, ...sheet }) => (validTo === null ? [] : [{ ...sheet, validTo }]))
  const changes = [
    { field: 'status', old: 'draft', new: 'approved' },
    ...(approver ? [{ field: 'role', old: null, new: approver.role }] : []),
    ...(approver && approver.reason !== '' ? [{ field: 'reason', old: null, new: approver.reason }] : []),
  ]
  return { closed, audit: [auditOf(draft, 'approve', changes), ...audit] }
}

/** The approved version of a scope that begins on the given day, if there is one. */
export function sameStart(db: Database, scope: SheetScope, day: string): StoredSheet | undefined {
  return repository.approvedOfScope(db, scope).find((sheet) => sheet.validFrom === day)
}

/** The version in force that an approval of the draft would close, and on which day. */
export function wouldClose(db: Database, draft: StoredSheet): ClosedSheet[] {
  const before = repository.approvedOfScope(db, draft).findLast(({ validFrom }) => validFrom < draft.validFrom)
  if (!before || (before.validTo !== null && before.validTo < draft.validFrom)) return []
  const { id, name, version } = before
  return [{ id, name, version, validTo: dayBefore(draft.validFrom) }]
}

function refuseFaultyPlaces(db: Database, { id, name, sheet }: StoredSheet): void {
  // Saved with errors, it has no prices yet.
  if ((draftState(db, id)?.form ?? null) !== null) throw new Refused('sheet-has-errors', { count: 1, first: name })
  const { zoneProblems, compiled } = readySheet(JSON.parse(sheet) as PriceSheet)
  const errors = zoneProblems
    .filter(({ severity }) => severity === 'error')
    .map(({ params }) => Object.values(params).join(' / '))
  if (compiled.surcharges.unknownPlace !== null) errors.push(compiled.surcharges.unknownPlace)
  const [first] = errors
  if (first !== undefined) throw new Refused('sheet-has-errors', { count: errors.length, first })
}

/**
 * Sets the last day of every approved version of a scope: what the sheet itself says (失效日期), or the day before the
 * next version begins where that is earlier. Said anew each time, so that taking a version away opens its forerunner.
 */
export function settleEnds(db: Database, scope: SheetScope, { at, hlc }: Stamp) {
  const versions = repository.approvedOfScope(db, scope)
  const moved: { id: number; name: string; version: number; validTo: string | null }[] = []
  const audit: AuditRecord[] = []
  for (const [index, version] of versions.entries()) {
    const own = (JSON.parse(version.sheet) as PriceSheet).effectiveTo
    const next = versions[index + 1]
    const before = next ? dayBefore(next.validFrom) : null
    const validTo = own !== null && before !== null ? (own < before ? own : before) : (own ?? before)
    if (validTo === version.validTo) continue
    repository.setValidTo(db, version.id, validTo, at, hlc)
    moved.push({ id: version.id, name: version.name, version: version.version, validTo })
    audit.push(auditOf(version, 'update', [{ field: 'validTo', old: version.validTo, new: validTo }]))
  }
  return { moved, audit }
}

export function auditOf(sheet: StoredSheet, action: string, changes: AuditRecord['changes']): AuditRecord {
  return {
    action,
    entity: 'price-sheet',
    entityUid: sheet.uid,
    summary: `${sheet.name} v${sheet.version}`,
    ...(changes ? { changes } : {}),
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
