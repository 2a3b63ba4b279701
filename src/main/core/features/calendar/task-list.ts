import type { TaskGroup, TaskRow, TaskState } from '#shared/contract/calendar'
import type { OfficialCalendar } from '#shared/domain/calendar/official-days'
import { weekdayOf } from '#shared/domain/calendar/weekday'
import { addDays } from '#shared/domain/months'
import type { ReminderEntry } from './reminder-source'
import type { NamedTask } from './tasks.repository'

export interface SourcedEntry extends ReminderEntry {
  source: string
}

/** What a day's list of tasks is made from. */
export interface TaskGround {
  today: string
  /** Reminders of the sources whose day may be near enough. */
  entries: readonly SourcedEntry[]
  /** Rows of reminders about the same days, and everything that is open. */
  touched: readonly NamedTask[]
  open: readonly NamedTask[]
  calendar: OfficialCalendar
  beforeHolidays: boolean
  /** A stored task as it is listed. */
  shown(row: NamedTask, today: string): TaskRow
}

export interface TaskLists {
  /** To be done, overdue first. */
  open: TaskRow[]
  /** Put off to a later day. */
  snoozed: TaskRow[]
}

const untouched: TaskState = { status: 'open', snoozedTo: null, note: '' }

/**
 * The tasks of a day. A reminder is one as soon as its lead time has begun, until it is settled or long past; what is
 * written by hand is one at once; what was put off is one again from its new day on.
 */
export function taskLists(ground: TaskGround): TaskLists {
  const { today, entries, touched, open, calendar, beforeHolidays } = ground
  const rows = new Map(touched.map((row) => [keyOf(row.source, row.source_key ?? ''), row]))
  const due = (on: string) => (beforeHolidays ? calendar.lastWorkdayUntil(on) : on)
  const reminders = entries.flatMap((entry) => {
    const row = rows.get(keyOf(entry.source, entry.key))
    if (row && (row.status !== 'open' || row.snoozed_to !== null)) return []
    if (entry.since !== undefined && entry.on < entry.since) return []
    const dueOn = due(entry.on)
    return addDays(dueOn, -entry.leadDays) > today ? [] : [reminderRow(entry, row, dueOn, today)]
  })
  const stored = open
    .filter((row) => row.source_key === null || row.snoozed_to !== null)
    .map((row) => ground.shown(row, today))
  const isOff = ({ state }: TaskRow) => state.snoozedTo !== null && state.snoozedTo > today
  return {
    open: [...reminders, ...stored.filter((row) => !isOff(row))].toSorted(byDue),
    snoozed: stored.filter(isOff).toSorted(byDue),
  }
}

/** What should have been done on a working day before is today's task until the day itself is past. */
export function groupOf(due: string, on: string, today: string): TaskGroup {
  if (due < today && on < today) return 'overdue'
  if (due <= today) return 'today'
  return due <= sundayOf(today) ? 'week' : 'later'
}

/** A stored task as it is listed; `due` is the day it was put off to where it was. */
export function storedRow(row: NamedTask, today: string): TaskRow {
  const due = row.snoozed_to ?? row.due_on
  return {
    ref: { id: row.id },
    version: row.version,
    source: row.source,
    text: { code: row.code, params: JSON.parse(row.params) as TaskRow['text']['params'] },
    route: routeOf(row),
    accountId: row.account_id,
    account: row.account ?? '',
    on: row.about_on,
    due,
    moved: row.snoozed_to === null && due < row.about_on,
    assignee: row.assignee,
    state: { status: row.status, snoozedTo: row.snoozed_to, note: row.note },
    group: groupOf(due, row.snoozed_to ?? row.about_on, today),
    closedAt: row.closed_at,
    closedBy: row.closed_by ?? '',
  }
}

/** The page of the customer as it is now: two customers may have become one since the task was stored. */
export function routeOf({ route, account_id }: NamedTask): string {
  return account_id === null ? route : route.replace(/^\/accounts\/\d+/, `/accounts/${account_id}`)
}

function reminderRow(entry: SourcedEntry, row: NamedTask | undefined, due: string, today: string): TaskRow {
  return {
    ref: row ? { id: row.id } : { source: entry.source, key: entry.key },
    version: row?.version ?? 0,
    source: entry.source,
    text: entry.text,
    route: entry.route,
    accountId: entry.accountId,
    account: entry.account,
    on: entry.on,
    due,
    moved: due < entry.on,
    assignee: entry.assignee,
    state: row ? { ...untouched, note: row.note } : untouched,
    group: groupOf(due, entry.on, today),
    closedAt: null,
    closedBy: '',
  }
}

export function keyOf(source: string, key: string): string {
  return `${source} ${key}`
}

function byDue(a: TaskRow, b: TaskRow): number {
  return compare(a.due, b.due) || compare(a.on, b.on) || compare(a.account, b.account)
}

/** By characters: days sort right, and thousands of names are not read by the rules of a language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The last day of the week, which begins on Monday. */
export function sundayOf(day: string): string {
  return addDays(day, (7 - weekdayOf(day)) % 7)
}
