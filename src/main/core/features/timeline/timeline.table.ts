import type { NoteKind } from '#shared/contract/timeline'
import type { Generated } from 'kysely'

export interface TimelineNoteTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  account_id: number
  kind: NoteKind
  /** The day of the call or visit, `YYYY-MM-DD`. */
  happened_on: string
  /** Where it stands in the timeline: the moment of writing if that was the same day, else noon of its day. */
  at: string
  with_whom: string
  text: string
  actor: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}
