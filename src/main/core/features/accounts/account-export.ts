import type { AccountFilter, AccountRow } from '#shared/contract/accounts'
import type { MadeFile, Tier } from '#shared/contract/base'
import { storedCustom } from '#shared/domain/custom-field/custom-value'
import { customFieldKey } from '#shared/fields/custom-key'
import { type Locale, translate } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { type Definition, definitions } from '../custom-fields/custom-values'
import { bookFrame } from '../system/book-frame'
import type { AccountListQuery } from './account-list.repository'
import type { AccountsService } from './accounts.service'

export interface AccountExport {
  query: AccountListQuery
  locale: Locale
  /** Keys of the list's columns that are shown; code and name always are. Undefined: all. */
  columns?: readonly string[] | undefined
  /** The tiers computed from the month's figures, by customer. */
  monthTiers: ReadonlyMap<number, Tier | null>
}

/** The customer list as filtered and sorted, with the columns that are shown, as a finished workbook. */
export async function exportAccounts(
  kernel: Kernel,
  accounts: AccountsService,
  { query, locale, columns: shown, monthTiers }: AccountExport,
): Promise<MadeFile> {
  const { filter, search } = query
  const month = filter.month ?? ''
  const t = (key: Parameters<typeof translate>[1], params = {}) => translate(locale, key, params)
  const fields = definitions(kernel.db)
  const columns = chosenColumns(columnsOf(locale, month, fields, monthTiers), shown)
  const title = t('exports:accounts')
  const frame = {
    ...bookFrame(kernel, locale),
    filters: [
      ...filterWords(filter, fields, locale),
      search === '' ? '' : t('exports:filter.search', { text: search }),
    ].filter(Boolean),
  }
  const rows = allRows(accounts, query, columns)
  const name = `${title}${month}.xlsx`
  return madeWorkbook(
    kernel,
    name,
    framedWorkbook(
      frame,
      { name: title, title, columns: columns.map(({ column }) => column), rows, frozenColumns: 2 },
      [],
    ),
  )
}

const pageSize = 500

interface ExportColumn {
  /** As the list calls it. */
  key: string
  column: ReportColumn
  value(row: AccountRow): ReportValue
}

const always = ['code', 'name']

/** Those the list shows, in its order, behind code and name. */
function chosenColumns(all: readonly ExportColumn[], shown: readonly string[] | undefined): readonly ExportColumn[] {
  if (shown === undefined) return all
  const keys = [...always, ...shown.filter((key) => !always.includes(key))]
  return keys.flatMap((wanted) => all.filter(({ key }) => key === wanted))
}

/** One line per column of the list: key, header, format, value. The branch's own fields follow those of the trade. */
function columnsOf(
  locale: Locale,
  month: string,
  fields: readonly Definition[],
  monthTiers: AccountExport['monthTiers'],
): ExportColumn[] {
  const t = (key: Parameters<typeof translate>[1], params = {}) => translate(locale, key, params)
  const text = (key: string, header: string, value: (row: AccountRow) => string): ExportColumn => ({
    key,
    column: { header, format: 'text' },
    value,
  })
  const tierWord = (tier: Tier | null) => (tier === null ? '' : t(`components:tier.${tier}`))
  const comma = locale === 'en' ? ', ' : '、'
  return [
    text('code', t('fields:account.code'), (row) => row.code),
    text('name', t('fields:account.name'), (row) => row.name),
    text('shortName', t('fields:account.shortName'), (row) => row.shortName),
    text('industry', t('fields:account.industry'), (row) => row.industry),
    text('stage', t('fields:account.stage'), (row) => row.stage),
    text('source', t('fields:account.source'), (row) => row.source),
    text('tags', t('fields:account.tags'), (row) => row.tags.join(comma)),
    text('tier', t('fields:account.tier'), (row) => tierWord(row.tier)),
    text('monthTier', t('exports:account.monthTier', { month }), (row) => tierWord(monthTiers.get(row.id) ?? null)),
    text('lifecycle', t('exports:account.lifecycle'), (row) => t(`accounts:lifecycle.${row.lifecycle}`)),
    {
      key: 'lifecycleSince',
      column: { header: t('fields:account.lifecycleSince'), format: 'date' },
      value: (row) => row.lifecycleSince,
    },
    text('manager', t('fields:account.manager'), (row) => row.manager),
    text('team', t('fields:account.team'), (row) => row.team.join(comma)),
    text('group', t('fields:account.group'), (row) => row.group),
    text('region', t('fields:account.region'), (row) => row.region),
    text('contact', t('fields:account.contactName'), (row) => row.contact),
    text('phone', t('fields:account.phone'), (row) => row.phone),
    ...fields.map(customColumn),
    {
      key: 'pieces',
      column: { header: t('exports:account.month', { month }), format: 'integer', total: 'sum' },
      value: (row) => row.pieces,
    },
    {
      key: 'revenueFen',
      column: { header: t('exports:account.revenue', { month }), format: 'money', total: 'sum', dataBar: true },
      value: (row) => row.revenueFen,
    },
    {
      key: 'marginFen',
      column: { header: t('exports:account.margin', { month }), format: 'money', total: 'sum' },
      value: (row) => row.marginFen,
    },
    {
      key: 'marginRate',
      column: { header: t('exports:account.marginRate', { month }), format: 'percent' },
      value: (row) =>
        row.marginFen === null || !row.revenueFen ? null : Math.round((row.marginFen * 1_000_000) / row.revenueFen),
    },
    {
      key: 'lastShippedOn',
      column: { header: t('exports:account.lastShippedOn'), format: 'date' },
      value: (row) => row.lastShippedOn,
    },
    {
      key: 'updatedAt',
      column: { header: t('accounts:updatedAt'), format: 'date' },
      value: (row) => row.updatedAt.slice(0, 10),
    },
  ]
}

/** Whole numbers and days stand as such in the file, other numbers with their decimals as they are written. */
function customColumn(field: Definition): ExportColumn {
  const header = field.unit === '' ? field.name : `${field.name}（${field.unit}）`
  const key = customFieldKey(field.uid)
  const written = (row: AccountRow) => row.custom[field.uid] ?? ''
  if (field.type === 'number') {
    return {
      key,
      column: { header, format: 'decimal', decimals: field.decimals },
      value: (row) => (written(row) === '' ? null : storedCustom(field, written(row)).number),
    }
  }
  if (field.type === 'date') return { key, column: { header, format: 'date' }, value: (row) => written(row) || null }
  return { key, column: { header, format: 'text' }, value: written }
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
