import { z } from 'zod'
import { festivalKeys } from '#shared/domain/calendar/festivals'
import { day, empty, id, instant, listInput, listOf, madeFile, message, month, procedure, tier } from './base'

export const anniversaryKind = z.enum([
  'founding',
  'opening',
  'cooperation',
  'milestone',
  'honour',
  'contract',
  'custom',
])
export type AnniversaryKind = z.infer<typeof anniversaryKind>

/** Most days before its day that a reminder may be shown. */
export const longestLead = 180
const leadDays = z.int().min(0).max(longestLead)

export const keeping = z.enum(['no-leap-month', 'short-month', 'no-leap-day'])

/** A day by the solar or lunar calendar; `year` is the first one, null where nobody knows it. */
const datedFields = {
  calendar: z.enum(['solar', 'lunar']),
  year: z.int().min(1900).max(2100).nullable(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  /** Lunar only: in the leap month behind the month of this number. */
  leap: z.boolean().default(false),
}

export const anniversaryInput = z.object({
  accountId: id,
  kind: anniversaryKind,
  /** What is celebrated; may be empty where the kind says it. */
  title: z.string().trim().max(60).default(''),
  ...datedFields,
  yearly: z.boolean().default(true),
  /** Null: as the settings say for its kind. */
  leadDays: leadDays.nullable().default(null),
  note: z.string().trim().max(500).default(''),
})
export type AnniversaryInput = z.infer<typeof anniversaryInput>

/** A date of a customer as its page lists it: an anniversary, or what another source knows (a contact's birthday). */
export const datedRow = z.object({
  /** Null: it comes from another source and is changed there. */
  anniversary: anniversaryInput.extend({ id, version: z.int() }).nullable(),
  source: z.string(),
  key: z.string(),
  text: message,
  /** Next day it falls on; null: it lies in the past and does not come again, or beyond the calendar. */
  next: day.nullable(),
  /** Days from today; 0 is today. */
  inDays: z.int().nullable(),
  /** Days before it that it becomes a task. */
  leadDays: z.int(),
  /** Years since the first one, on that day; null: the first year is not known. */
  nth: z.int().nullable(),
  /** Why that day is another one than was said. */
  kept: z.array(keeping),
})
export type DatedRow = z.infer<typeof datedRow>

export const taskStatus = z.enum(['open', 'done', 'dropped'])
export type TaskStatus = z.infer<typeof taskStatus>

/** A task by its row, or by the reminder it is made from as long as nobody has touched it. */
export const taskRef = z.union([z.object({ id }), z.object({ source: z.string().max(40), key: z.string().max(120) })])
export type TaskRef = z.infer<typeof taskRef>

export const taskState = z.object({
  status: taskStatus,
  snoozedTo: day.nullable(),
  note: z.string().trim().max(500),
})
export type TaskState = z.infer<typeof taskState>

export const taskGroup = z.enum(['overdue', 'today', 'week', 'later'])
export type TaskGroup = z.infer<typeof taskGroup>

export const taskRow = z.object({
  ref: taskRef,
  /** 0: no row yet. */
  version: z.int(),
  source: z.string(),
  text: message,
  route: z.string(),
  accountId: id.nullable(),
  account: z.string(),
  /** The day it is about. */
  on: day,
  /** When it should be done: the day it is about, the working day before it, or the day it was put off to. */
  due: day,
  /** True if `due` is a working day before `on`. */
  moved: z.boolean(),
  assignee: z.string(),
  state: taskState,
  group: taskGroup,
  closedAt: instant.nullable(),
  closedBy: z.string(),
})
export type TaskRow = z.infer<typeof taskRow>

export const taskCounts = z.object({
  overdue: z.int(),
  today: z.int(),
  week: z.int(),
  later: z.int(),
  snoozed: z.int(),
})

export const taskInput = z.object({
  title: z.string().trim().min(1).max(120),
  accountId: id.nullable().default(null),
  due: day,
  assignee: z.string().trim().max(40).default(''),
  note: z.string().trim().max(500).default(''),
})
export type TaskInput = z.infer<typeof taskInput>

/** A day of the calendar with what falls on it. */
export const calendarEntry = z.object({
  source: z.string(),
  key: z.string(),
  text: message,
  route: z.string(),
  accountId: id.nullable(),
  account: z.string(),
  on: day,
  nth: z.int().nullable(),
  kept: z.array(keeping),
  status: taskStatus,
})
export type CalendarEntry = z.infer<typeof calendarEntry>

export const officialDay = z.object({
  date: day,
  name: z.string().max(40),
  /** 休 off, 班 worked. */
  kind: z.enum(['off', 'work']),
})

export const calendarDay = z.object({
  day,
  lunar: z.object({ year: z.int(), month: z.int(), day: z.int(), leap: z.boolean() }).nullable(),
  festivals: z.array(message),
  /** `unknown`: nobody has entered the year's arrangement. */
  kind: z.enum(['holiday', 'adjusted-work', 'weekend', 'workday', 'unknown']),
  official: z.string(),
  entries: z.array(calendarEntry),
})
export type CalendarDay = z.infer<typeof calendarDay>

const yearlyFestival = z.object({
  name: z.string().trim().min(1).max(20),
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
})

/** What a branch says for itself how many days ahead it is reminded of. */
export const leadKinds = [...anniversaryKind.options, 'birthday', 'festival'] as const
export type LeadKind = (typeof leadKinds)[number]

export const calendarSettings = z.object({
  /** Days before, by kind. */
  lead: z.object(Object.fromEntries(leadKinds.map((kind) => [kind, leadDays])) as Record<LeadKind, typeof leadDays>),
  /** Festivals the branch greets its customers on. */
  festivals: z.array(z.enum(festivalKeys)),
  /** Festivals of the branch's own, e.g. a customer day. */
  ownFestivals: z.array(yearlyFestival).max(20),
  /** Who is greeted; `none`: customers without a tier. */
  greeted: z.array(z.union([tier, z.literal('none')])),
  /** What falls on a day off is due on the last working day before it. */
  beforeHolidays: z.boolean(),
  /** Days a reminder that nobody settled stays on the list after its day. */
  keepOverdue: z.int().min(0).max(90),
})
export type CalendarSettings = z.infer<typeof calendarSettings>

export const holidayYear = z.object({
  /** Null: it comes with the program. */
  id: id.nullable(),
  year: z.int(),
  source: z.string(),
  days: z.array(officialDay),
  createdAt: instant.nullable(),
  createdBy: z.string(),
})
export type HolidayYear = z.infer<typeof holidayYear>

export const holidayPreview = z.object({
  rows: z.array(officialDay.extend({ row: z.int() })),
  years: z.array(
    z.object({
      year: z.int(),
      off: z.int(),
      work: z.int(),
      /** True if this year has an arrangement already, which this one takes the place of. */
      replaces: z.boolean(),
      /** True if there are fewer days off than the law gives every year. */
      incomplete: z.boolean(),
    }),
  ),
  problems: z.array(z.object({ row: z.int(), text: z.string() })),
})
export type HolidayPreview = z.infer<typeof holidayPreview>

const locale = z.enum(['zh-CN', 'en'])
const file = z.object({ ticket: z.string(), locale })
const period = z.object({
  from: day,
  to: day,
  source: z.string().max(40).optional(),
  search: z.string().max(60).default(''),
})
export type CalendarPeriod = z.infer<typeof period>

export const calendarContract = {
  /** Dates of one customer, the next one first. */
  ofAccount: procedure('accounts.read')
    .input(z.object({ accountId: id }))
    .output(z.array(datedRow)),
  create: procedure('accounts.write').input(anniversaryInput).output(z.object({ id })),
  update: procedure('accounts.write')
    .input(z.object({ id, version: z.int(), anniversary: anniversaryInput }))
    .output(empty),
  /** Soft; `restore` is its undo. */
  remove: procedure('accounts.write').input(z.object({ id })).output(empty),
  restore: procedure('accounts.write').input(z.object({ id })).output(empty),

  /** The days of a month, from the Monday of its first week to the Sunday of its last. */
  month: procedure('accounts.read')
    .input(z.object({ month }))
    .output(z.object({ today: day, days: z.array(calendarDay), missingYears: z.array(z.int()) })),
  /** What falls into a span, by day. */
  upcoming: procedure('accounts.read')
    .input(period.extend({ page: z.int().min(1).default(1), pageSize: z.int().min(1).max(500).default(50) }))
    .output(listOf(calendarEntry).extend({ today: day, missingYears: z.array(z.int()), sources: z.array(z.string()) })),
  export: procedure('accounts.read').input(period.extend({ locale })).output(madeFile),

  /** `open`: what is to be done, overdue first; `snoozed`: put off; `closed`: done or not needed, the latest first. */
  tasks: procedure('accounts.read')
    .input(
      listInput.extend({
        view: z.enum(['open', 'snoozed', 'closed']).default('open'),
        assignee: z.string().max(40).optional(),
        accountId: id.optional(),
      }),
    )
    .output(listOf(taskRow).extend({ today: day, counts: taskCounts, assignees: z.array(z.string()) })),
  /** Done, not needed, put off or open again. Answers with the state before, which sent back is the undo. */
  settle: procedure('accounts.write')
    .input(z.object({ ref: taskRef, version: z.int(), state: taskState }))
    .output(z.object({ id, version: z.int(), before: taskState })),
  createTask: procedure('accounts.write').input(taskInput).output(z.object({ id })),
  updateTask: procedure('accounts.write')
    .input(z.object({ id, version: z.int(), task: taskInput }))
    .output(empty),
  removeTask: procedure('accounts.write').input(z.object({ id })).output(empty),
  restoreTask: procedure('accounts.write').input(z.object({ id })).output(empty),
  /** Whom a festival's task is about: the customers of the greeted tiers, the best first. */
  greeted: procedure('accounts.read')
    .input(empty)
    .output(
      z.array(
        z.object({
          accountId: id,
          code: z.string(),
          account: z.string(),
          tier: tier.nullable(),
          manager: z.string(),
          contact: z.string(),
          phone: z.string(),
        }),
      ),
    ),
  exportGreeted: procedure('accounts.read')
    .input(z.object({ festival: z.string().max(40), on: day, locale }))
    .output(madeFile),

  settings: procedure('accounts.read').input(empty).output(calendarSettings),
  setSettings: procedure('system.manage').input(calendarSettings).output(calendarSettings),

  /** The arrangements in force, by year. */
  holidays: procedure('accounts.read').input(empty).output(z.array(holidayYear)),
  previewHolidays: procedure('system.manage').input(file).output(holidayPreview),
  /** @throws Refused `nothing-to-import` if no row is usable */
  importHolidays: procedure('system.manage')
    .input(file)
    .output(z.object({ ids: z.array(id), years: z.array(z.int()), days: z.int(), skipped: z.int() })),
  /** Takes imported years back: what was in force before them is again. `restoreHolidays` is its undo. */
  removeHolidays: procedure('system.manage')
    .input(z.object({ ids: z.array(id).min(1) }))
    .output(empty),
  restoreHolidays: procedure('system.manage')
    .input(z.object({ ids: z.array(id).min(1) }))
    .output(empty),
  /** A year's arrangement as a workbook that can be imported again; without data an empty form. */
  exportHolidays: procedure('accounts.read')
    .input(z.object({ year: z.int().min(1990).max(2100), locale }))
    .output(madeFile),
}
