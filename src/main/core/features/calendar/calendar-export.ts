import type { MadeFile } from '#shared/contract/base'
import type { CalendarEntry, HolidayYear } from '#shared/contract/calendar'
import { toLunar } from '#shared/domain/calendar/lunar'
import { lunarText } from '#shared/domain/calendar/lunar-text'
import { weekdayOf } from '#shared/domain/calendar/weekday'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { joinClauses } from '#shared/i18n/join-clauses'
import { reminderText } from '#shared/i18n/reminder-text'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { GreetedCustomer } from './greetings'

interface SheetContent {
  title: string
  columns: ReportColumn[]
  rows: Iterable<ReportValue[]>
  filters: readonly string[]
  notes: readonly { label: string; text: string }[]
}

type Teller = (key: WordKey, params?: WordParams) => string

const teller =
  (locale: Locale): Teller =>
  (key, params) =>
    translate(locale, key, params)

/** What falls on the days of a span, as a finished workbook. */
export function exportEntries(
  kernel: Kernel,
  entries: readonly CalendarEntry[],
  { from, to, filters }: { from: string; to: string; filters: readonly string[] },
  locale: Locale,
): Promise<MadeFile> {
  const t = teller(locale)
  return write(kernel, locale, {
    title: t('calendar:export.title'),
    filters: [`${from} – ${to}`, ...filters],
    columns: [
      { header: t('calendar:column.date'), format: 'date' },
      { header: t('calendar:column.weekday'), format: 'text' },
      { header: t('calendar:column.lunar'), format: 'text' },
      { header: t('calendar:column.account'), format: 'text' },
      { header: t('calendar:column.what'), format: 'text' },
      { header: t('calendar:column.source'), format: 'text' },
      { header: t('calendar:column.nth'), format: 'integer' },
      { header: t('calendar:column.kept'), format: 'text' },
      { header: t('calendar:column.status'), format: 'text' },
    ],
    rows: entries.map(({ on, account, text, source, nth, kept, status }): ReportValue[] => {
      const lunar = toLunar(on)
      return [
        on,
        t(`calendar:weekday.${weekdayNames[weekdayOf(on)] ?? 'sun'}`),
        lunar ? lunarText(lunar, locale) : '',
        account,
        reminderText(locale, text),
        reminderText(locale, { code: `source.${source}`, params: {} }),
        nth,
        joinClauses(
          locale,
          kept.map((why) => t(`calendar:kept.${why}`)),
        ),
        t(`calendar:status.${status}`),
      ]
    }),
    notes: [{ label: t('calendar:column.kept'), text: t('calendar:export.keptNote') }],
  })
}

export const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/**
 * The customers to greet on a festival, by tier. A list with whole telephone numbers (`seesAll`) is entered in the audit
 * trail like any other export of personal data.
 */
export async function exportGreeted(
  kernel: Kernel,
  customers: readonly GreetedCustomer[],
  { festival, on, seesAll }: { festival: string; on: string; seesAll: boolean },
  locale: Locale,
): Promise<MadeFile> {
  const t = teller(locale)
  const title = t('calendar:greeted.title', { festival })
  const made = await write(kernel, locale, {
    title,
    filters: [on],
    columns: [
      { header: t('fields:account.tier'), format: 'text' },
      { header: t('fields:account.code'), format: 'text' },
      { header: t('fields:account.name'), format: 'text' },
      { header: t('fields:account.contactName'), format: 'text' },
      { header: t('fields:account.phone'), format: 'text' },
      { header: t('fields:account.manager'), format: 'text' },
    ],
    rows: customers.map(({ tier, code, account, contact, phone, manager }): ReportValue[] => [
      tier === null ? '' : t(`components:tier.${tier}`),
      code,
      account,
      contact,
      phone,
      manager,
    ]),
    notes: [{ label: t('people:export.privacy'), text: t(seesAll ? 'people:export.full' : 'people:export.masked') }],
  })
  if (seesAll) {
    await kernel.lease.run(() =>
      kernel.book.write(() => {
        const summary = `${customers.length} · ${title}`
        return { result: undefined, audit: { action: 'export', entity: 'contact', entityUid: 'list', summary } }
      }),
    )
  }
  return made
}

/** A year of official days in the form that can be imported again. */
export function exportHolidays(kernel: Kernel, year: HolidayYear, locale: Locale): Promise<MadeFile> {
  const t = teller(locale)
  return write(kernel, locale, {
    title: t('calendar:holidays.fileTitle', { year: year.year }),
    filters: [year.source],
    columns: [
      { header: t('fields:holiday.date'), format: 'date', width: 14 },
      { header: t('fields:holiday.name'), format: 'text', width: 24 },
      { header: t('fields:holiday.kind'), format: 'text', width: 12 },
    ],
    rows: year.days.map(({ date, name, kind }): ReportValue[] => [date, name, t(`calendar:official.${kind}`)]),
    notes: [{ label: t('fields:holiday.kind'), text: t('calendar:holidays.fileNote') }],
  })
}

async function write(kernel: Kernel, locale: Locale, content: SheetContent): Promise<MadeFile> {
  const { title, columns, rows, filters, notes } = content
  const frame = { ...bookFrame(kernel, locale), filters: filters.filter(Boolean) }
  const name = `${title}.xlsx`
  return madeWorkbook(kernel, name, framedWorkbook(frame, { name: title, title, columns, rows }, notes))
}
