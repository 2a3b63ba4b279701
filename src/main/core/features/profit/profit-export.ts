import type { MadeFile } from '#shared/contract/base'
import type { AccountCostRow, ContributionReport, RebateRow } from '#shared/contract/profit'
import { formatRebateQuantity } from '#shared/domain/profit/rebate-words'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { CostQuery } from './profit.repository'

type ContributionLine = ContributionReport['rows'][number]

interface Column<Row> extends ReportColumn {
  value: (row: Row) => ReportValue
}

/** 贡献值 as a finished workbook: every part of the formula is a column, the notes say how each is made. */
export async function exportContribution(
  kernel: Kernel,
  report: ContributionReport,
  locale: Locale,
): Promise<MadeFile> {
  const t = (key: WordKey) => translate(locale, key)
  const money = (key: WordKey, value: (row: ContributionLine) => number | null): Column<ContributionLine> => ({
    header: t(key),
    format: 'money',
    total: 'sum',
    value,
  })
  const columns: Column<ContributionLine>[] = [
    { header: t('profit:col.contributionRank'), format: 'integer', value: (row) => row.contributionRank },
    { header: t('profit:col.revenueRank'), format: 'integer', value: (row) => row.revenueRank },
    { header: t('profit:col.code'), format: 'text', value: (row) => row.accountCode },
    { header: t('profit:col.account'), format: 'text', value: (row) => row.account },
    {
      header: t('profit:col.tier'),
      format: 'text',
      value: (row) => (row.tier === null ? '' : t(`components:tier.${row.tier}`)),
    },
    money('profit:col.revenue', (row) => row.revenueFen),
    money('profit:col.costed', (row) => row.costedRevenueFen),
    money('profit:col.cost', (row) => row.costFen),
    money('profit:col.rebate', (row) => row.rebateFen),
    money('profit:col.claim', (row) => row.claimFen),
    money('profit:col.service', (row) => row.serviceFen),
    money('profit:col.capital', (row) => row.capitalFen),
    { ...money('profit:col.contribution', (row) => row.contributionFen), dataBar: true },
    { header: t('profit:col.uncosted'), format: 'integer', total: 'sum', value: (row) => row.uncosted },
  ]
  const months = report.from === report.to ? report.from : `${report.from} – ${report.to}`
  const notes = (['formula', 'costed', 'capital', 'rebate', 'rank', 'tier'] as const).map((note) => ({
    label: t(`profit:note.${note}`),
    text: t(`profit:note.${note}Text`),
  }))
  return write(
    kernel,
    locale,
    { title: 'profit:file.contribution', filters: [months], named: [months] },
    columns,
    report.rows,
    notes,
  )
}

/** The month's rebates with their derivation in words. */
export async function exportRebates(
  kernel: Kernel,
  month: string,
  rows: readonly RebateRow[],
  locale: Locale,
): Promise<MadeFile> {
  const t = (key: WordKey) => translate(locale, key)
  const columns: Column<RebateRow>[] = [
    { header: t('profit:col.code'), format: 'text', value: (row) => row.accountCode },
    { header: t('profit:col.account'), format: 'text', value: (row) => row.account },
    { header: t('profit:col.sheet'), format: 'text', value: (row) => row.sheet },
    { header: t('profit:col.basis'), format: 'text', value: ({ derivation }) => t(`profit:basis.${derivation.basis}`) },
    { header: t('profit:col.mode'), format: 'text', value: ({ derivation }) => t(`profit:mode.${derivation.mode}`) },
    {
      header: t('profit:col.quantity'),
      format: 'text',
      value: ({ derivation }) => formatRebateQuantity(derivation.basis, derivation.quantity),
    },
    { header: t('profit:col.tickets'), format: 'integer', total: 'sum', value: ({ derivation }) => derivation.tickets },
    {
      header: t('profit:col.steps'),
      format: 'text',
      value: ({ derivation }) =>
        derivation.parts
          .map((part) => `${formatRebateQuantity(derivation.basis, part.quantity)} @ ${part.benefit}`)
          .join('; '),
    },
    { header: t('profit:col.rebateGross'), format: 'money', total: 'sum', value: (row) => row.fen },
    { header: t('profit:col.rebateNet'), format: 'money', total: 'sum', value: (row) => row.netFen },
  ]
  const notes = [{ label: t('profit:note.rebate'), text: t('profit:note.rebateText') }]
  return write(kernel, locale, { title: 'profit:file.rebates', filters: [month], named: [month] }, columns, rows, notes)
}

/** 专属成本与理赔 as filtered. */
export async function exportCosts(
  kernel: Kernel,
  { filter, search }: Pick<CostQuery, 'filter' | 'search'>,
  rows: readonly AccountCostRow[],
  locale: Locale,
): Promise<MadeFile> {
  const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
  const text = (key: WordKey, value: (row: AccountCostRow) => string): Column<AccountCostRow> => ({
    header: t(key),
    format: 'text',
    value,
  })
  const columns: Column<AccountCostRow>[] = [
    text('profit:col.month', (row) => row.month),
    text('profit:col.code', (row) => row.accountCode),
    text('profit:col.account', (row) => row.account),
    text('profit:col.kind', (row) => t(`profit:kind.${row.kind}`)),
    text('profit:col.item', (row) => row.item),
    { header: t('profit:col.amount'), format: 'money', total: 'sum', value: (row) => row.fen },
    text('profit:col.waybill', (row) => row.waybillNumber),
    text('profit:col.note', (row) => row.note),
  ]
  const filters = [
    filter.month ?? '',
    filter.kind ? t(`profit:kind.${filter.kind}`) : '',
    filter.accountId === undefined ? '' : (rows[0]?.account ?? ''),
    search === '' ? '' : t('exports:filter.search', { text: search }),
  ].filter(Boolean)
  return write(kernel, locale, { title: 'profit:tab.costs', filters, named: [] }, columns, rows, [])
}

async function write<Row>(
  kernel: Kernel,
  locale: Locale,
  head: {
    title: 'profit:file.contribution' | 'profit:file.rebates' | 'profit:tab.costs'
    filters: readonly string[]
    /** What the file's name says beside the title. */
    named: readonly string[]
  },
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  notes: readonly { label: string; text: string }[],
): Promise<MadeFile> {
  const title = translate(locale, head.title)
  const name = `${[title, ...head.named].join('-').replaceAll(' ', '')}.xlsx`
  const frame = { ...bookFrame(kernel, locale), filters: head.filters }
  const sheet = {
    name: title,
    title,
    columns: columns.map(({ value: _value, ...column }) => column),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
    frozenColumns: 4,
  }
  return madeWorkbook(kernel, name, framedWorkbook(frame, sheet, notes))
}
