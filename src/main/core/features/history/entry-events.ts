import type { FieldChange } from '#shared/contract/history'
import type { Database } from '../../db/database'
import type { EventWindow } from '../../db/event-window'
import * as repository from './history.repository'
import { shownChange, type ShowFacts } from './shown-change'

export interface EntryEvent {
  seq: number
  at: string
  actor: string
  action: string
  entity: string
  summary: string
  erased: boolean
  changes: (FieldChange & { label: string })[]
}

interface Window extends EventWindow {
  seesPersonal: boolean
}

/** That somebody looked at personal data is part of the history, but nothing that happened with the customer. */
const seenOnly = ['reveal']

/** One page of the audit entries about some records, the newest first, with their values as they may be shown. */
export function entryEvents(db: Database, facts: ShowFacts, uids: readonly string[], window: Window): EntryEvent[] {
  const { before, seesPersonal, ...rest } = window
  // Who may not see personal values may not find them by searching either.
  const page = { ...rest, before: { at: before.at, seq: before.id }, inValues: seesPersonal, except: seenOnly }
  return repository.entryPage(db, uids, page).map(({ entity_uid: _uid, value, ...entry }) => {
    if (value === null) return { ...entry, summary: '', erased: true, changes: [] }
    const { summary, changes } = JSON.parse(value) as { summary: string; changes: FieldChange[] }
    const shown = changes.map((change) => shownChange(facts, entry.entity, change, seesPersonal))
    return { ...entry, summary, erased: false, changes: shown }
  })
}

export function entryActors(db: Database, uids: readonly string[]): string[] {
  return repository.actorsOf(db, uids)
}
