import type {
  FieldChange,
  HistoryFilter,
  HistoryRow,
  HistorySubject,
  TrailFilter,
  TrailRow,
} from '#shared/contract/history'
import type { Session } from '../../kernel'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { dayRange } from './day-range'
import * as repository from './history.repository'
import { shownChange, type ShowFacts } from './shown-change'

export interface AccountHead {
  id: number
  uid: string
}

/** What a record was before and after an import that changed it: imports are one entry in the audit trail, not many. */
export interface ImportedChange {
  key: string
  at: string
  actor: string
  summary: string
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

/** What the history needs of other features; put together at router.ts. */
export interface HistoryFacts extends ShowFacts {
  account(id: number): AccountHead
  /** The uids of what belongs to a customer (contacts, attachments …), removed ones too. */
  related(account: AccountHead): readonly string[]
  imported(accountId: number): readonly ImportedChange[]
}

export type HistoryService = ReturnType<typeof createHistoryService>

interface HistoryQuery {
  subject: HistorySubject
  filter: HistoryFilter
}

interface StoredValue {
  summary: string
  changes: FieldChange[]
}

/** What changed, by whom and when: of a record field by field, of the whole book entry by entry. */
export function createHistoryService({ db }: Pick<WorkerKernel, 'db'>, facts: HistoryFacts) {
  function rowsOfEntry(entry: repository.EntryRow, seesPersonal: boolean): HistoryRow[] {
    const head = {
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      entity: entry.entity,
      entityUid: entry.entity_uid,
    }
    const blank = { field: '', label: '', old: null, new: null, erased: false }
    if (entry.value === null) return [{ ...head, ...blank, key: String(entry.seq), summary: '', erased: true }]
    const { summary, changes } = JSON.parse(entry.value) as StoredValue
    if (changes.length === 0) return [{ ...head, ...blank, key: String(entry.seq), summary }]
    return changes.map((change, index) => ({
      ...head,
      summary,
      erased: false,
      key: `${entry.seq}.${index}`,
      ...shownChange(facts, entry.entity, change, seesPersonal),
    }))
  }

  function rowsOfImport(accountUid: string, imported: ImportedChange, seesPersonal: boolean): HistoryRow[] {
    const { before, after } = imported
    return Object.keys(after)
      .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
      .map((field, index) => ({
        key: `${imported.key}.${index}`,
        at: imported.at,
        actor: imported.actor,
        action: 'import',
        entity: 'account',
        entityUid: accountUid,
        summary: imported.summary,
        erased: false,
        ...shownChange(facts, 'account', { field, old: before[field], new: after[field] }, seesPersonal),
      }))
  }

  /** The whole history of a subject, the newest first. Some hundred entries per customer: read at once, then filtered. */
  function all(subject: HistorySubject, seesPersonal: boolean): HistoryRow[] {
    if ('entityUids' in subject) {
      return repository.entriesOf(db, subject.entityUids).flatMap((entry) => rowsOfEntry(entry, seesPersonal))
    }
    const account = facts.account(subject.accountId)
    const uids = [account.uid, ...facts.related(account)]
    const audited = repository.entriesOf(db, uids).flatMap((entry) => rowsOfEntry(entry, seesPersonal))
    const imported = facts.imported(account.id).flatMap((one) => rowsOfImport(account.uid, one, seesPersonal))
    if (imported.length === 0) return audited
    return [...audited, ...imported].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  }

  function filtered(rows: readonly HistoryRow[], filter: HistoryFilter): HistoryRow[] {
    const { from, to } = dayRange(filter)
    return rows.filter(
      (row) =>
        row.at >= from &&
        row.at < to &&
        (filter.actor === undefined || row.actor === filter.actor) &&
        (filter.field === undefined || fieldKey(row) === filter.field),
    )
  }

  const sees = (session: Session) => session.permissions.has('personal.read')

  return {
    facts,
    changes({ subject, filter }: HistoryQuery, page: number, pageSize: number, session: Session) {
      const rows = all(subject, sees(session))
      const matching = filtered(rows, filter)
      return {
        rows: matching.slice((page - 1) * pageSize, page * pageSize),
        total: matching.length,
        fields: [...new Set(rows.filter(({ field }) => field !== '').map(fieldKey))].toSorted(),
        actors: [...new Set(rows.map(({ actor }) => actor))].toSorted(),
      }
    },
    allChanges: ({ subject, filter }: HistoryQuery, session: Session) => filtered(all(subject, sees(session)), filter),
    trail(filter: TrailFilter, page: number, pageSize: number): { rows: TrailRow[]; total: number } {
      const { rows, total } = repository.trail(db, filter, { page, pageSize, ...dayRange(filter) })
      return {
        total,
        rows: rows.map(({ entity_uid, summary, ...row }) => ({
          ...row,
          entityUid: entity_uid,
          summary: summary ?? '',
        })),
      }
    },
    trailChoices: () => repository.trailChoices(db),
    entry(seq: number, session: Session): HistoryRow[] {
      const entry = repository.entryBySeq(db, seq)
      if (!entry) throw new Refused('not-found', { what: 'audit' })
      return rowsOfEntry(entry, sees(session))
    },
  }
}

/** Fields of two kinds of record may have one name. */
export function fieldKey({ entity, field }: Pick<HistoryRow, 'entity' | 'field'>): string {
  return `${entity}.${field}`
}
