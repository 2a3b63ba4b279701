import type { Database } from '../../db/database'
import * as repository from './imports.repository'

/** What an erased person was known by: names, and numbers and addresses that are one person's alone. */
export interface PersonTraces {
  contactId: number
  accountId: number
  names: readonly string[]
  reaches: readonly string[]
}

/** Erases a person from what imports keep: images for undo, and the cells of rows that were turned away. */
export function erasePersonImages(db: Database, traces: PersonTraces): void {
  repository.dropKept(db, 'contact', traces.contactId)
  for (const kept of repository.keptOfEntity(db, 'account', traces.accountId)) {
    const before = withoutContact(kept.before, traces)
    const after = withoutContact(kept.after, traces)
    if (before !== kept.before || after !== kept.after) repository.updateKept(db, kept.id, { before, after })
  }
  for (const problem of repository.problemsForErasure(db, traces.reaches)) {
    const named = problem.kind === 'accounts' || problem.kind === 'contacts'
    const names = named ? traces.names : []
    const cells = problem.cells === null ? null : scrubbed(problem.cells, { ...traces, names })
    const params = scrubbed(problem.params, { ...traces, names })
    if (cells !== problem.cells || params !== problem.params)
      repository.updateProblem(db, problem.id, { cells, params })
  }
}

/** Images of accounts of before contacts were records of their own hold a list of contacts. */
function withoutContact(json: string, { names, reaches }: PersonTraces): string {
  const image = JSON.parse(json) as { contacts?: unknown }
  if (!Array.isArray(image.contacts)) return json
  const others = (image.contacts as { name?: string; phone?: string }[]).filter(
    ({ name = '', phone = '' }) => !names.includes(name) && !reaches.some((reach) => phone.includes(reach)),
  )
  return others.length === image.contacts.length ? json : JSON.stringify({ ...image, contacts: others })
}

/** A JSON list or record of cells with those emptied that are the name or hold a number; the same text if none is. */
function scrubbed(json: string, { names, reaches }: Pick<PersonTraces, 'names' | 'reaches'>): string {
  let found = false
  const text = JSON.stringify(JSON.parse(json), (_key, value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') return value
    const cell = String(value).trim()
    const plain = cell.replace(/[\s()+-]/g, '')
    const holds = names.includes(cell) || reaches.some((reach) => cell.includes(reach) || plain.includes(reach))
    if (!holds) return value
    found = true
    return ''
  })
  return found ? text : json
}
