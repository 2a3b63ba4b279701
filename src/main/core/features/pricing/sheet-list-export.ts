import type { MadeFile } from '#shared/contract/base'
import type { SheetRow } from '#shared/contract/pricing'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import { type SheetPage, sheetPage } from './sheet-list.repository'

type Words = (key: WordKey, params?: WordParams) => string

interface Column extends ReportColumn {
  value: (row: SheetRow) => ReportValue
}

export type SheetQuery = Omit<SheetPage, 'today' | 'page' | 'pageSize'>

const everyone = 1_000_000

/** The price sheets of the list as filtered, one a row; their prices leave sheet by sheet, in the form of the price workbook. */
export function exportSheetList(
  kernel: Pick<Kernel, 'db' | 'files' | 'clock'>,
  query: SheetQuery,
  locale: Locale,
): Promise<MadeFile> {
  const t: Words = (key, params = {}) => translate(locale, key, params)
  const book = bookFrame(kernel, locale)
  const { rows } = sheetPage(kernel.db, { ...query, today: book.today, page: 1, pageSize: everyone })
  const { usage, status, accountId, product } = query.filter
  const filters = [
    usage ? t(`pricing:usage.${usage}`) : '',
    status ? t(`pricing:status.${status}`) : '',
    accountId === undefined ? '' : (rows[0]?.account ?? ''),
    product ?? '',
    query.search === '' ? '' : t('exports:filter.search', { text: query.search }),
  ].filter(Boolean)
  const columns = columnsOf(t, book.today)
  const title = t('pricing:title')
  const sheet = {
    name: title,
    title,
    columns: columns.map(({ value: _value, ...column }) => column),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    frozenColumns: 2,
  }
  return madeWorkbook(kernel, `${t('pricing:list.file')}.xlsx`, framedWorkbook({ ...book, filters }, sheet, []))
}

function columnsOf(t: Words, today: string): Column[] {
  const text = (key: WordKey, value: (row: SheetRow) => string): Column => ({ header: t(key), format: 'text', value })
  return [
    text('pricing:col.code', (row) => row.code),
    text('pricing:col.name', (row) => row.name),
    text('pricing:col.usage', (row) => t(`pricing:usage.${row.usage}`)),
    text('pricing:col.level', (row) => t(`pricing:level.${row.level}`)),
    text('pricing:col.whom', (row) => whom(row, t)),
    text('pricing:col.product', (row) => row.product || t('pricing:product.any')),
    { header: t('pricing:list.validFrom'), format: 'date', value: (row) => row.validFrom },
    { header: t('pricing:list.validTo'), format: 'date', value: (row) => row.validTo },
    { header: t('pricing:col.version'), format: 'integer', value: (row) => row.version },
    text('pricing:col.status', (row) => statusText(row, today, t)),
    { header: t('pricing:col.zones'), format: 'integer', value: (row) => row.zones },
    text('pricing:status.competitor', (row) => row.competitor),
  ]
}

function whom({ account, tier }: SheetRow, t: Words): string {
  if (account !== null) return account
  return tier === null ? t('pricing:level.everyone') : t(`components:tier.${tier}`)
}

function statusText({ status, validFrom, faulty }: SheetRow, today: string, t: Words): string {
  const shown = t(`pricing:status.${status === 'approved' && validFrom > today ? 'coming' : status}`)
  return faulty ? `${shown} · ${t('pricingEditor:faulty')}` : shown
}
