import type { AccountFilter, AccountRow } from '#shared/contract/accounts'
import type { MadeFile } from '#shared/contract/base'
import { storedCustom } from '#shared/domain/custom-field/custom-value'
import { type Locale, translate } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { writeWorkbook, type ReportColumn, type ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { type Definition, definitions } from '../custom-fields/custom-values'
import { bookHead } from '../system/system.service'
import type { AccountListQuery } from './account-list.repository'
import type { AccountsService } from './accounts.service'

/** The customer list as filtered, as a finished workbook. */
export async function exportAccounts(
  { db, files, clock }: Kernel,
  accounts: AccountsService,
  query: AccountListQuery,
  locale: Locale,
): Promise<MadeFile> {
  const { filter, search } = query
  const month = filter.month ?? ''
  const t = (key: Parameters<typeof translate>[1], params = {}) => translate(locale, key, params)
  const fields = definitions(db)
  const columns = columnsOf(locale, month, fields)
  const title = t('exports:accounts')
  const frame = {
    bookName: bookHead(db).name,
    locale,
    now: clock.now(),
    filters: [
      ...filterWords(filter, fields, locale),
      search === '' ? '' : t('exports:filter.search', { text: search }),
    ].filter(Boolean),
  }
  const rows = allRows(accounts, query, columns)
  const name = `${title}${month}.xlsx`
  const path = files.newPath(name)
  await writeWorkbook(
    path,
    framedWorkbook(
      frame,
      { name: title, title, columns: columns.map(({ column }) => column), rows, frozenColumns: 2 },
      [],
    ),
  )
  return files.made(path, name)
}

const pageSize = 500

interface ExportColumn {
  column: ReportColumn
  value(row: AccountRow): ReportValue
}

/** One line per column: header, format, value. The branch's own fields follow those of the trade. */
function columnsOf(locale: Locale, month: string, fields: readonly Definition[]): ExportColumn[] {
  const t = (key: Parameters<typeof translate>[1], params = {}) => translate(locale, key, params)
  const text = (header: string, value: (row: AccountRow) => string): ExportColumn => ({
    column: { header, format: 'text' },
    value,
  })
  const comma = locale === 'en' ? ', ' : '、'
  return [
    text(t('fields:account.code'), (row) => row.code),
    text(t('fields:account.name'), (row) => row.name),
    text(t('fields:account.shortName'), (row) => row.shortName),
    text(t('fields:account.industry'), (row) => row.industry),
    text(t('fields:account.stage'), (row) => row.stage),
    text(t('fields:account.source'), (row) => row.source),
    text(t('fields:account.tags'), (row) => row.tags.join(comma)),
    text(t('fields:account.tier'), (row) => (row.tier === null ? '' : t(`components:tier.${row.tier}`))),
    text(t('exports:account.lifecycle'), (row) => t(`accounts:lifecycle.${row.lifecycle}`)),
    { column: { header: t('fields:account.lifecycleSince'), format: 'date' }, value: (row) => row.lifecycleSince },
    text(t('fields:account.manager'), (row) => row.manager),
    text(t('fields:account.team'), (row) => row.team.join(comma)),
    text(t('fields:account.group'), (row) => row.group),
    text(t('fields:account.region'), (row) => row.region),
    text(t('fields:account.contactName'), (row) => row.contact),
    text(t('fields:account.phone'), (row) => row.phone),
    ...fields.map(customColumn),
    {
      column: { header: t('exports:account.month', { month }), format: 'integer', total: 'sum' },
      value: (row) => row.pieces,
    },
    {
      column: { header: t('exports:account.revenue', { month }), format: 'money', total: 'sum', dataBar: true },
      value: (row) => row.revenueFen,
    },
    {
      column: { header: t('exports:account.margin', { month }), format: 'money', total: 'sum' },
      value: (row) => row.marginFen,
    },
    {
      column: { header: t('exports:account.lastShippedOn'), format: 'date' },
      value: (row) => row.lastShippedOn,
    },
  ]
}

/** Whole numbers and days stand as such in the file, other numbers with their decimals as they are written. */
function customColumn(field: Definition): ExportColumn {
  const header = field.unit === '' ? field.name : `${field.name}（${field.unit}）`
  const written = (row: AccountRow) => row.custom[field.uid] ?? ''
  if (field.type === 'number') {
    return {
      column: { header, format: 'decimal', decimals: field.decimals },
      value: (row) => (written(row) === '' ? null : storedCustom(field, written(row)).number),
    }
  }
  if (field.type === 'date') return { column: { header, format: 'date' }, value: (row) => written(row) || null }
  return { column: { header, format: 'text' }, value: written }
}

/** What is filtered, in words. */
function filterWords(filter: AccountFilter, fields: readonly Definition[], locale: Locale): string[] {
  const { tier, lifecycle, groupId: _group, custom = {}, ...words } = filter
  return [
    ...Object.values(words),
    tier ? translate(locale, `components:tier.${tier}`) : '',
    lifecycle ? translate(locale, `accounts:lifecycle.${lifecycle}`) : '',
    ...Object.entries(custom).map(([uid, value]) => `${fields.find((one) => one.uid === uid)?.name ?? ''} ${value}`),
  ]
}

function* allRows(
  accounts: AccountsService,
  query: AccountListQuery,
  columns: readonly ExportColumn[],
): Generator<ReportValue[]> {
  for (let page = 1; ; page++) {
    const { rows } = accounts.list({ ...query, page, pageSize })
    for (const row of rows) yield columns.map((column) => column.value(row))
    if (rows.length < pageSize) return
  }
}
