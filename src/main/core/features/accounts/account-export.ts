import type { MadeFile } from '#shared/contract/base'
import { type Locale, translate } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { writeWorkbook, type ReportColumn, type ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
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
  const text = (header: string): ReportColumn => ({ header, format: 'text' })
  const columns: ReportColumn[] = [
    text(t('fields:account.code')),
    text(t('fields:account.name')),
    text(t('fields:account.shortName')),
    text(t('fields:account.industry')),
    text(t('fields:account.tier')),
    text(t('exports:account.lifecycle')),
    text(t('fields:account.manager')),
    text(t('fields:account.region')),
    text(t('fields:account.contactName')),
    text(t('fields:account.phone')),
    { header: t('exports:account.month', { month }), format: 'integer', total: 'sum' },
    { header: t('exports:account.revenue', { month }), format: 'money', total: 'sum', dataBar: true },
    { header: t('exports:account.margin', { month }), format: 'money', total: 'sum' },
    { header: t('exports:account.lastShippedOn'), format: 'date' },
  ]
  const title = t('exports:accounts')
  const frame = {
    bookName: bookHead(db).name,
    locale,
    now: clock.now(),
    filters: [
      month,
      filter.industry ?? '',
      filter.manager ?? '',
      filter.tier ? t(`components:tier.${filter.tier}`) : '',
      filter.lifecycle ? t(`accounts:lifecycle.${filter.lifecycle}`) : '',
      search === '' ? '' : t('exports:filter.search', { text: search }),
    ].filter(Boolean),
  }
  const rows = allRows(accounts, query, locale)
  const name = `${title}${month}.xlsx`
  const path = files.newPath(name)
  await writeWorkbook(path, framedWorkbook(frame, { name: title, title, columns, rows, frozenColumns: 2 }, []))
  return files.made(path, name)
}

const pageSize = 500

function* allRows(accounts: AccountsService, query: AccountListQuery, locale: Locale): Generator<ReportValue[]> {
  for (let page = 1; ; page++) {
    const { rows } = accounts.list({ ...query, page, pageSize })
    for (const row of rows) {
      yield [
        row.code,
        row.name,
        row.shortName,
        row.industry,
        row.tier === null ? '' : translate(locale, `components:tier.${row.tier}`),
        translate(locale, `accounts:lifecycle.${row.lifecycle}`),
        row.manager,
        row.region,
        row.contact,
        row.phone,
        row.pieces,
        row.revenueFen,
        row.marginFen,
        row.lastShippedOn,
      ]
    }
    if (rows.length < pageSize) return
  }
}
