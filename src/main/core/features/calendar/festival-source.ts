import type { CalendarSettings } from '#shared/contract/calendar'
import { festivalsBetween } from '#shared/domain/calendar/festivals'
import { isYearlyDate, occurrencesBetween } from '#shared/domain/calendar/yearly-date'
import type { ReminderEntry, ReminderSource } from './reminder-source'

export const festivalSourceName = 'festival'

/** A festival of the year or of the branch, on one day. */
export interface FestivalDay {
  /** `spring`, or `own:<name>`. */
  festival: string
  day: string
  /** Year it is counted in. */
  year: number
  text: { festivalKey: string } | { name: string }
}

/** All festivals of a span, those of the branch's own among them. */
export function allFestivals({ ownFestivals }: CalendarSettings, from: string, to: string): FestivalDay[] {
  const common = festivalsBetween(from, to).map(({ key, day }) => ({
    festival: key as string,
    day,
    year: Number(day.slice(0, 4)),
    text: { festivalKey: `calendar:festival.${key}` },
  }))
  const own = ownFestivals.flatMap(({ name, ...date }) =>
    isYearlyDate({ ...date, leap: false })
      ? occurrencesBetween({ ...date, leap: false }, from, to).map(({ day, year }) => ({
          festival: `own:${name}`,
          day,
          year,
          text: { name },
        }))
      : [],
  )
  return [...common, ...own].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** One greeting task per festival, about all customers of the greeted tiers at once; none where nobody is greeted. */
export function festivalSource(settings: () => CalendarSettings, countGreeted: () => number): ReminderSource {
  return {
    name: festivalSourceName,
    longestLead: () => settings().lead.festival,
    between(from, to) {
      const chosen = settings()
      const greetedOn = new Set<string>(chosen.festivals)
      const festivals = allFestivals(chosen, from, to).filter(
        ({ festival }) => festival.startsWith('own:') || greetedOn.has(festival),
      )
      const customers = festivals.length === 0 ? 0 : countGreeted()
      if (customers === 0) return []
      return festivals.map(({ festival, day, year, text }): ReminderEntry => ({
        key: `${festival}:${year}`,
        on: day,
        leadDays: chosen.lead.festival,
        text: {
          code: 'name' in text ? 'reminder.own-festival' : 'reminder.festival',
          params: { ...text, customers },
        },
        route: `/calendar/greetings?festival=${encodeURIComponent(festival)}&on=${day}`,
        accountId: null,
        account: '',
        assignee: '',
        nth: null,
        kept: [],
      }))
    },
  }
}
