import { shanghaiDay } from '#shared/domain/shanghai-time'
import { type Locale, translate, type WordParams } from '#shared/i18n/index'
import type { ReportSheet, WorkbookDefinition } from './write/workbook-definition'

export interface ExportFrame {
  bookName: string
  locale: Locale
  /** Milliseconds since 1970. */
  now: number
  /** What is filtered, in words; empty: everything. */
  filters: readonly string[]
}

/** What every exported list has around its rows: filter line with branch and day, totals word, notes, footer. */
export function framedWorkbook(
  frame: ExportFrame,
  sheet: Pick<ReportSheet, 'name' | 'title' | 'columns' | 'rows' | 'frozenColumns'>,
  notes: readonly { label: string; text: string }[],
): WorkbookDefinition {
  const { locale, now, bookName, filters } = frame
  const word = (key: 'total' | 'noRows' | 'notes' | 'footer' | 'everything', params: WordParams = {}) =>
    translate(locale, `exports:${key}`, params)
  const date = shanghaiDay(now)
  const filter = filters.length > 0 ? filters.join(' · ') : word('everything')
  return {
    author: bookName,
    createdAt: new Date(now),
    pageFooter: word('footer'),
    sheets: [
      {
        ...sheet,
        filterLine: translate(locale, 'exports:filterLine', { book: bookName, filter, date }),
        totalLabel: word('total'),
        emptyText: word('noRows'),
      },
    ],
    ...(notes.length > 0 && { notes: { name: word('notes'), title: word('notes'), lines: notes } }),
  }
}
