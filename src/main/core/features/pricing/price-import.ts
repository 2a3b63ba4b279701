import type { AuditRecord } from '../../db/book'
import type { Book } from '../../db/book'
import type { Database } from '../../db/database'
import type { PriceProblem, ReadPriceSheet } from './price-file'
import { nextVersion, insertSheet, storedSheet, type NewSheet } from './pricing.repository'
import { approveSheet, auditOf, type ClosedSheet, sameStart, type Stamp } from './sheet-approval'

export interface StoredVersion {
  /** null: only looked at (dry run). */
  id: number | null
  name: string
  version: number
}

/** Problems that only the book knows of: a sheet that would be approved beside one that begins on the same day. */
export function overlapProblems(db: Database, sheets: readonly ReadPriceSheet[]): PriceProblem[] {
  const ours = sheets.filter(({ sheet }) => sheet.competitor === undefined)
  return ours.flatMap(({ scope, validFrom, at }) => {
    const twin = sameStart(db, scope, validFrom)
    if (!twin) return []
    const params = { name: twin.name, version: String(twin.version), validFrom }
    return [{ ...at, severity: 'error' as const, code: 'pricing.problem.sheet-overlap', params }]
  })
}

/** Stores sheets as drafts, or puts them in force at once; inside the caller's transaction. */
export function storeSheets(
  db: Database,
  book: Book,
  sheets: readonly ReadPriceSheet[],
  options: { approve: boolean; batchId: number | null },
  stamp: Stamp,
): { stored: StoredVersion[]; closed: ClosedSheet[]; audit: AuditRecord[] } {
  const stored: StoredVersion[] = []
  const closed: ClosedSheet[] = []
  const audit: AuditRecord[] = []
  for (const { sheet, scope, name, validFrom } of sheets) {
    const version = nextVersion(db, name, scope.usage)
    const row: NewSheet = {
      ...scope,
      uid: book.uid(),
      code: sheet.number ?? '',
      name,
      version,
      validFrom,
      validTo: sheet.effectiveTo,
      sheet: JSON.stringify(sheet),
      zones: sheet.zones.length > 0 ? new Set(sheet.zones.map(({ zone }) => zone)).size : sheet.rows.length,
      competitor: sheet.competitor ?? '',
      batchId: options.batchId,
      at: stamp.at,
      hlc: stamp.hlc,
    }
    const id = insertSheet(db, row)
    const draft = storedSheet(db, id)
    if (!draft) throw new Error(`price sheet ${id} is not there after it was written`)
    audit.push(auditOf(draft, 'create', [{ field: 'validFrom', old: null, new: validFrom }]))
    if (options.approve && row.competitor === '') {
      const approval = approveSheet(db, draft, stamp)
      closed.push(...approval.closed)
      audit.push(...approval.audit)
    }
    stored.push({ id, name, version })
  }
  return { stored, closed, audit }
}
