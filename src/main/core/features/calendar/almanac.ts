import type { CalendarDay, CalendarEntry, CalendarPeriod } from '#shared/contract/calendar'
import { toLunar } from '#shared/domain/calendar/lunar'
import { weekdayOf } from '#shared/domain/calendar/weekday'
import { addDays, daysBetween, lastDayOf } from '#shared/domain/months'
import { reminderText } from '#shared/i18n/reminder-text'
import type { Kernel, Session } from '../../kernel'
import { Refused } from '../../refused'
import type { CalendarSettingsStore } from './calendar-settings'
import { allFestivals, festivalSourceName } from './festival-source'
import type { OfficialYearsService } from './official-years.service'
import type { ReminderSource } from './reminder-source'
import { compare, keyOf, routeOf, sundayOf } from './task-list'
import { allowed } from './tasks.service'
import { type NamedTask, tasksAbout } from './tasks.repository'

type Viewer = Pick<Session, 'permissions'>

/** A list longer than this is no list to read. */
const longestSpan = 800

export type Almanac = ReturnType<typeof createAlmanac>

/** The calendar: which days there are, what is known of them, and what falls on them. */
export function createAlmanac(
  { db, book }: Pick<Kernel, 'db' | 'book'>,
  sources: () => readonly ReminderSource[],
  settings: CalendarSettingsStore,
  officialYears: OfficialYearsService,
) {
  /** What falls on the days of a span, with what became of it; tasks written by hand among it. */
  function entriesBetween(from: string, to: string, { permissions }: Viewer): CalendarEntry[] {
    const tasks = tasksAbout(db, from, to)
    const rows = new Map(tasks.map((row) => [keyOf(row.source, row.source_key ?? ''), row]))
    const found = allowed(sources(), permissions).flatMap((source) =>
      source.between(from, to).map(({ leadDays: _lead, since: _since, assignee: _assignee, ...entry }) => ({
        ...entry,
        kept: [...entry.kept],
        source: source.name,
        status: rows.get(keyOf(source.name, entry.key))?.status ?? 'open',
      })),
    )
    const manual = tasks.filter(({ source_key }) => source_key === null).map(manualEntry)
    return [...found, ...manual].toSorted((a, b) => compare(a.on, b.on) || compare(a.account, b.account))
  }

  const missingYears = (from: string, to: string): number[] => {
    const calendar = officialYears.calendar()
    const first = Number(from.slice(0, 4))
    const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, at) => first + at)
    return years.filter((year) => !calendar.knows(year))
  }

  return {
    /** The whole weeks, from Monday, that a month lies in. */
    month(month: string, viewer: Viewer) {
      const first = `${month}-01`
      const from = addDays(first, -((weekdayOf(first) + 6) % 7))
      const to = sundayOf(lastDayOf(month))
      const calendar = officialYears.calendar()
      // Festivals stand with their day, greeted on or not.
      const entries = entriesBetween(from, to, viewer).filter(({ source }) => source !== festivalSourceName)
      const festivals = allFestivals(settings.read(), from, to)
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
      return {
        today: book.today(),
        missingYears: missingYears(from, to),
        days: days.map((day): CalendarDay => ({
          day,
          lunar: toLunar(day),
          festivals: festivals
            .filter((festival) => festival.day === day)
            .map(({ text }) => ({ code: codeOf(text), params: { ...text } })),
          kind: calendar.kindOf(day),
          official: calendar.official(day)?.name ?? '',
          entries: entries.filter(({ on }) => on === day),
        })),
      }
    },
    /** By day, filtered. @throws Refused `invalid-input` if the days are the wrong way round or too far apart */
    upcoming({ from, to, source, search }: CalendarPeriod, viewer: Viewer) {
      if (to < from || daysBetween(from, to) > longestSpan) {
        throw new Refused('invalid-input', { why: `${from} – ${to}` }, 'to')
      }
      const wanted = search.trim().toLowerCase()
      const rows = entriesBetween(from, to, viewer)
        .filter((entry) => source === undefined || entry.source === source)
        .filter((entry) => wanted === '' || textOf(entry).includes(wanted))
      const names = allowed(sources(), viewer.permissions).map(({ name }) => name)
      return { rows, today: book.today(), missingYears: missingYears(from, to), sources: [...names, 'manual'] }
    },
  }
}

function codeOf(text: { festivalKey: string } | { name: string }): string {
  return 'name' in text ? 'festivalName.own' : 'festivalName'
}

function textOf({ account, text }: CalendarEntry): string {
  return [account, reminderText('zh-CN', text), reminderText('en', text)].join('\n').toLowerCase()
}

function manualEntry(row: NamedTask): CalendarEntry {
  return {
    source: row.source,
    key: row.uid,
    text: { code: row.code, params: JSON.parse(row.params) as CalendarEntry['text']['params'] },
    route: routeOf(row),
    accountId: row.account_id,
    account: row.account ?? '',
    on: row.about_on,
    nth: null,
    kept: [],
    status: row.status,
  }
}
