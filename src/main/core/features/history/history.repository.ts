import type { TrailFilter } from '#shared/contract/history'
import type { Database } from '../../db/database'

export interface EntryRow {
  seq: number
  at: string
  actor: string
  action: string
  entity: string
  entity_uid: string
  /** JSON `{ summary, changes }`; null: erased. */
  value: string | null
}

const columns = 'e.seq, e.at, e.actor, e.action, e.entity, e.entity_uid, v.value'
const joined = 'audit_entry e LEFT JOIN audit_value v ON v.seq = e.seq'

/** All entries about some records, the newest first; found by the index on their uids. */
export function entriesOf(db: Database, uids: readonly string[]): EntryRow[] {
  return db
    .statement(
      `SELECT ${columns} FROM ${joined} WHERE e.entity_uid IN (SELECT value FROM json_each(?)) ORDER BY e.at DESC, e.seq DESC`,
    )
    .all(JSON.stringify(uids)) as EntryRow[]
}

export function entryBySeq(db: Database, seq: number): EntryRow | undefined {
  return db.statement(`SELECT ${columns} FROM ${joined} WHERE e.seq = ?`).get(seq) as EntryRow | undefined
}

export interface EntryWindow {
  /** Only entries before this one in the order of time, the later one first. */
  before: { at: string; seq: number }
  /** Instants, `from` included, `to` not. */
  from: string
  to: string
  actor: string | null
  /** Looked for in what the entry is about, and in its values where `inValues`. */
  text: string
  inValues: boolean
  limit: number
  /** Actions that are left out. */
  except: readonly string[]
}

/** One page of the entries about some records. */
export function entryPage(db: Database, uids: readonly string[], window: EntryWindow): EntryRow[] {
  const searched = window.inValues ? 'v.value' : `json_extract(v.value, '$.summary')`
  return db
    .statement(
      `SELECT ${columns} FROM ${joined}
       WHERE e.entity_uid IN (SELECT value FROM json_each(@uids)) AND (e.at, e.seq) < (@at, @seq)
         AND e.at >= @from AND e.at < @to AND (@actor IS NULL OR e.actor = @actor)
         AND e.action NOT IN (SELECT value FROM json_each(@except))
         AND (@text = '' OR instr(lower(${searched}), lower(@text)) > 0)
       ORDER BY e.at DESC, e.seq DESC LIMIT @limit`,
    )
    .all({
      uids: JSON.stringify(uids),
      at: window.before.at,
      seq: window.before.seq,
      from: window.from,
      to: window.to,
      actor: window.actor,
      text: window.text,
      limit: window.limit,
      except: JSON.stringify(window.except),
    }) as EntryRow[]
}

export function actorsOf(db: Database, uids: readonly string[]): string[] {
  return db
    .statement(
      'SELECT DISTINCT actor FROM audit_entry WHERE entity_uid IN (SELECT value FROM json_each(?)) ORDER BY actor',
    )
    .pluck()
    .all(JSON.stringify(uids)) as string[]
}

export interface TrailRecord extends Omit<EntryRow, 'value'> {
  summary: string | null
  fields: number | null
}

export interface TrailWindow {
  page: number
  pageSize: number
  /** Instants, `from` included, `to` not. */
  from: string
  to: string
}

/** The trail of the whole book, the newest first. */
export function trail(db: Database, filter: TrailFilter, { page, pageSize, from, to }: TrailWindow) {
  const conditions = ['e.at >= @from AND e.at < @to']
  if (filter.entity !== undefined) conditions.push('e.entity = @entity')
  if (filter.actor !== undefined) conditions.push('e.actor = @actor')
  if (filter.action !== undefined) conditions.push('e.action = @action')
  if (filter.text !== '') conditions.push(`instr(lower(json_extract(v.value, '$.summary')), lower(@text)) > 0`)
  const where = conditions.join(' AND ')
  const params = {
    from,
    to,
    ...(filter.entity !== undefined && { entity: filter.entity }),
    ...(filter.actor !== undefined && { actor: filter.actor }),
    ...(filter.action !== undefined && { action: filter.action }),
    ...(filter.text !== '' && { text: filter.text }),
  }
  const rows = db
    .statement(
      `SELECT e.seq, e.at, e.actor, e.action, e.entity, e.entity_uid, json_extract(v.value, '$.summary') AS summary,
         json_array_length(v.value, '$.changes') AS fields
       FROM ${joined} WHERE ${where} ORDER BY e.seq DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...params, limit: pageSize, offset: (page - 1) * pageSize }) as TrailRecord[]
  const counted = filter.text === '' ? 'audit_entry e' : joined
  const total = db.statement(`SELECT count(*) AS total FROM ${counted} WHERE ${where}`).get(params) as { total: number }
  return { rows, total: total.total }
}

export function trailChoices(db: Database): { entities: string[]; actors: string[]; actions: string[] } {
  const distinct = (column: 'entity' | 'actor' | 'action') =>
    db.statement(`SELECT DISTINCT ${column} FROM audit_entry ORDER BY ${column}`).pluck().all() as string[]
  return { entities: distinct('entity'), actors: distinct('actor'), actions: distinct('action') }
}
