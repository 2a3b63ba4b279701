import type { MadeFile, Tier } from '#shared/contract/base'
import type { CalendarPeriod, CalendarSettings, HolidayPreview, HolidayYear } from '#shared/contract/calendar'
import { isYearlyDate } from '#shared/domain/calendar/yearly-date'
import { maskPhone } from '#shared/domain/people/mask'
import { type Locale, translate } from '#shared/i18n/index'
import { reminderText } from '#shared/i18n/reminder-text'
import type { Kernel, Session } from '../../kernel'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import { createAlmanac } from './almanac'
import { createAnniversaries } from './anniversaries.service'
import { anniversarySource } from './anniversary-source'
import { birthdaySource } from './birthday-source'
import { exportEntries, exportGreeted, exportHolidays } from './calendar-export'
import { createCalendarSettings } from './calendar-settings'
import { festivalSource } from './festival-source'
import { countGreeted, type GreetedCustomer, greetedCustomers } from './greetings'
import { readHolidays, yearsOf } from './holiday-import'
import { createOfficialYears } from './official-years.service'
import type { ReminderSource } from './reminder-source'
import { createTasks } from './tasks.service'

type Viewer = Pick<Session, 'permissions'>

export interface CalendarNeeds {
  accounts: Pick<AccountsService, 'detail'>
  /** Tiers of the newest month, by account; for customers that were given none by hand. */
  computedTiers: () => ReadonlyMap<number, Tier | null>
  /** Reminders of other features. */
  sources: readonly ReminderSource[]
}

/** 放假 days a year since 2025 (全国年节及纪念日放假办法, 13 days by law); a shorter list is not a whole arrangement. */
const statutoryDays = 13

export type CalendarService = ReturnType<typeof createCalendarService>

/** Anniversaries, festivals, official holidays, and the tasks that come of them. */
export function createCalendarService(kernel: Kernel, needs: CalendarNeeds) {
  const { db, files } = kernel
  const settings = createCalendarSettings(kernel)
  const officialYears = createOfficialYears(kernel)
  const greeted = (): GreetedCustomer[] => greetedCustomers(db, settings.read(), needs.computedTiers())
  const sources: readonly ReminderSource[] = [
    anniversarySource(db, settings.read),
    birthdaySource(db, settings.read),
    festivalSource(settings.read, () => countGreeted(db, settings.read(), needs.computedTiers())),
    ...needs.sources,
  ]
  const allSources = () => sources
  const almanac = createAlmanac(kernel, allSources, settings, officialYears)

  const masked = (customer: GreetedCustomer): GreetedCustomer => ({ ...customer, phone: maskPhone(customer.phone) })

  async function readFile(ticket: string, locale: Locale) {
    const { path, name } = files.take(ticket)
    return { name, reading: await readHolidays(path, name, locale) }
  }

  return {
    anniversaries: createAnniversaries(kernel, needs.accounts, settings),
    tasks: createTasks(kernel, needs.accounts, allSources, settings, officialYears),
    officialYears,
    month: (month: string, viewer: Viewer) => almanac.month(month, viewer),
    upcoming(period: CalendarPeriod & { page: number; pageSize: number }, viewer: Viewer) {
      const { rows, ...rest } = almanac.upcoming(period, viewer)
      const start = (period.page - 1) * period.pageSize
      return { ...rest, total: rows.length, rows: rows.slice(start, start + period.pageSize) }
    },
    exportUpcoming(period: CalendarPeriod, locale: Locale, viewer: Viewer): Promise<MadeFile> {
      const { rows } = almanac.upcoming(period, viewer)
      const filters = [
        period.source === undefined ? '' : reminderText(locale, { code: `source.${period.source}`, params: {} }),
        period.search === '' ? '' : translate(locale, 'exports:filter.search', { text: period.search }),
      ]
      return exportEntries(kernel, rows, { ...period, filters: filters.filter(Boolean) }, locale)
    },
    /** Telephones are masked for everybody, as in every list. */
    greeted: () => greeted().map(masked),
    /** In full for those who may see personal data, and the audit trail says how many were taken out. */
    exportGreeted(festival: string, on: string, locale: Locale, { permissions }: Viewer): Promise<MadeFile> {
      const seesAll = permissions.has('personal.read')
      const customers = seesAll ? greeted() : greeted().map(masked)
      const name = festival.startsWith('own:')
        ? festival.slice(4)
        : reminderText(locale, { code: `festival.${festival}`, params: {} })
      return exportGreeted(kernel, customers, { festival: name, on, seesAll }, locale)
    },
    settings: settings.read,
    /** @throws Refused `invalid-input` for a festival of the branch's own on a day that never comes */
    setSettings(value: CalendarSettings): Promise<CalendarSettings> {
      const wrong = value.ownFestivals.find((date) => !isYearlyDate({ ...date, leap: false }))
      if (wrong) throw new Refused('invalid-input', { why: wrong.name }, 'ownFestivals')
      return settings.write(value)
    },
    async previewHolidays(ticket: string, locale: Locale): Promise<HolidayPreview> {
      const { name, reading } = await readFile(ticket, locale)
      const known = officialYears.calendar()
      const count = (days: readonly { kind: string }[], kind: string) => days.filter((day) => day.kind === kind).length
      return {
        ...reading,
        years: yearsOf(reading, name).map(({ year, days }) => ({
          year,
          off: count(days, 'off'),
          work: count(days, 'work'),
          replaces: known.knows(year),
          incomplete: count(days, 'off') < statutoryDays,
        })),
      }
    },
    async importHolidays(ticket: string, locale: Locale) {
      const { name, reading } = await readFile(ticket, locale)
      const years = yearsOf(reading, name)
      if (years.length === 0) throw new Refused('nothing-to-import')
      const ids = await officialYears.add(years)
      return {
        ids,
        years: years.map(({ year }) => year),
        days: reading.rows.length,
        skipped: reading.problems.length,
      }
    },
    exportHolidays(year: number, locale: Locale): Promise<MadeFile> {
      const found = officialYears.list().find((one) => one.year === year)
      const empty: HolidayYear = { id: null, year, source: '', days: [], createdAt: null, createdBy: '' }
      return exportHolidays(kernel, found ?? empty, locale)
    },
  }
}
