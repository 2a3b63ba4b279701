import type { AnniversaryKind, TaskStatus } from '#shared/contract/calendar'
import type { CalendarKind } from '#shared/domain/calendar/yearly-date'
import type { Generated } from 'kysely'

export interface AnniversaryTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  account_id: number
  kind: AnniversaryKind
  title: string
  calendar: CalendarKind
  year: number | null
  month: number
  day: number
  leap: number
  yearly: number
  lead_days: number | null
  note: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface TaskTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  source: string
  /** The reminder's key in its source; null: written by hand. */
  source_key: string | null
  account_id: number | null
  code: string
  /** JSON of the words' parameters. */
  params: string
  route: string
  /** The day it is about, e.g. the birthday itself. */
  about_on: string
  due_on: string
  assignee: string
  status: TaskStatus
  snoozed_to: string | null
  note: string
  closed_at: string | null
  closed_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface OfficialYearTable {
  id: Generated<number>
  uid: string
  hlc: string
  year: number
  source: string
  /** JSON: OfficialDay[]. */
  days: string
  created_at: string
  created_by: string
  deleted_at: string | null
}
