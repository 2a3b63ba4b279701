import type { Message, Permission } from '#shared/contract/base'
import type { Keeping } from '#shared/domain/calendar/yearly-date'
import type { CalendarKey } from '#shared/i18n/calendar'

/** The part of the catalogue that names reminders. */
export type ReminderCode = CalendarKey & `reminder.${string}`

/** One thing that falls on one day and somebody should be reminded of. */
export interface ReminderEntry {
  /**
   * Says which thing on which occasion it is, e.g. `<uid>:2027`: the same tomorrow and after a restart, another one next
   * year. What was done, put off or not needed is remembered under source name and key.
   */
  key: string
  /** The day itself, `YYYY-MM-DD`. */
  on: string
  /** Shown as a task so many days before; at most what `longestLead` answers. */
  leadDays: number
  /** Its words, `calendar:<code>`; a parameter whose name ends in `Key` is itself a key of the words. */
  text: Message & { code: ReminderCode }
  /** Where it is looked at and dealt with. */
  route: string
  accountId: number | null
  /** Name of the customer; '' where it is about none. */
  account: string
  /** Whose task it is; '' where nobody's in particular. */
  assignee: string
  /** Years since the first time, null where that is not known or there is none. */
  nth: number | null
  /** Why it is kept on another day than it was given for. */
  kept: readonly Keeping[]
  /** The day the program learnt of it: what lay before is no task. Absent: it was always known. */
  since?: string
}

/**
 * Where reminders come from. A feature that has dates to be reminded of offers one of these; `router.ts` collects them.
 * Nothing is stored for a reminder until somebody deals with it, so a source only has to answer what falls into a span.
 */
export interface ReminderSource {
  /** Its word is `calendar:source.<name>`; part of what is stored, so it never changes. */
  name: string
  /** Without it the source is not asked. */
  permission?: Permission
  /**
   * Its words name people. They are not stored with a task, so that nobody has to be erased from there, but read again
   * from the source whenever the task is shown.
   */
  personal?: boolean
  /** The most days before its day that any of its reminders is shown. */
  longestLead(): number
  /** What falls on the days from one to another, both included, for customers that are not removed. */
  between(from: string, to: string): ReminderEntry[]
}
