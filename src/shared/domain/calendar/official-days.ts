import { addDays } from '#shared/domain/months'
import published from './official-days.json'
import { weekdayOf } from './weekday'

/** `off`: a statutory holiday or a day given off with it (休); `work`: a weekend day worked for it (班). */
export type OfficialKind = 'off' | 'work'

export interface OfficialDay {
  /** `YYYY-MM-DD`. */
  date: string
  name: string
  kind: OfficialKind
}

/** The arrangement of one year as the General Office of the State Council (国务院办公厅) publishes it each November. */
export interface OfficialYear {
  year: number
  /** The notice, or the file it was imported from. */
  source: string
  days: readonly OfficialDay[]
}

/** The years that come with the program. */
export const publishedYears: readonly OfficialYear[] = published.map(({ year, source, days }) => ({
  year,
  source,
  days: days.map(({ date, name, kind }) => ({ date, name, kind: kind === 'work' ? 'work' : 'off' })),
}))

/**
 * What a day is for work. A year whose arrangement nobody has entered is `unknown`, weekends included: the notice may
 * turn any of its weekdays into a holiday and any weekend into working days.
 */
export type DayKind = 'holiday' | 'adjusted-work' | 'weekend' | 'workday' | 'unknown'

/** Answers for days by the arrangements that are known. */
export class OfficialCalendar {
  readonly #days = new Map<string, OfficialDay>()
  readonly #years: ReadonlySet<number>

  constructor(years: readonly OfficialYear[]) {
    this.#years = new Set(years.map(({ year }) => year))
    for (const { days } of years) for (const day of days) this.#days.set(day.date, day)
  }

  knows(year: number): boolean {
    return this.#years.has(year)
  }

  /** What the arrangement says of a day; null: nothing, or its year is not known. */
  official(day: string): OfficialDay | null {
    return this.#days.get(day) ?? null
  }

  kindOf(day: string): DayKind {
    if (!this.knows(Number(day.slice(0, 4)))) return 'unknown'
    const official = this.#days.get(day)
    if (official) return official.kind === 'off' ? 'holiday' : 'adjusted-work'
    return isWeekend(day) ? 'weekend' : 'workday'
  }

  /** True only if the day is known to be worked on. */
  isWorked(day: string): boolean {
    const kind = this.kindOf(day)
    return kind === 'workday' || kind === 'adjusted-work'
  }

  /**
   * The day itself if it is worked on, else the last working day before it. A day whose year is not known, and one that
   * would have to move into such a year, stays where it is: nothing is guessed.
   */
  lastWorkdayUntil(day: string): string {
    for (let at = day; this.kindOf(at) !== 'unknown'; at = addDays(at, -1)) if (this.isWorked(at)) return at
    return day
  }
}

/** Saturday or Sunday. */
function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0
}
