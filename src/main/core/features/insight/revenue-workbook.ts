import type { Tier } from '#shared/contract/base'
import type { RevenueReport, RevenueRow } from '#shared/contract/insight'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import type { ReportColumn, ReportSheet, ReportValue, WorkbookDefinition } from '../../excel/write-workbook'
import { framedWorkbook } from '../../excel/export-frame'
import { yuan } from '../../print/text'
import type { ReportFrame } from './revenue-export'
import { monthsText, reportNotes } from './revenue-words'

interface Column extends ReportColumn {
  value: (row: RevenueRow, rank: number) => ReportValue
}

const tierOrder: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']

/** The report as a finished workbook: customers in order of revenue, tiers summed up, how the figures are made. */
export function revenueWorkbook(report: RevenueReport, frame: ReportFrame): WorkbookDefinition {
  const { locale } = frame
  const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
  const { unmatched } = report
  const filters = [
    monthsText(report),
    unmatched.tickets > 0
      ? t('insight:revenue.unmatched', { tickets: unmatched.tickets, billed: yuan(unmatched.billedFen) })
      : '',
  ].filter(Boolean)
  const columns = customerColumns(report, locale)
  const customers: ReportSheet = {
    name: t('insight:revenue.sheet.accounts'),
    title: t('insight:revenue.title'),
    filterLine: '',
    columns: columns.map(({ value: _value, ...column }) => column),
    rows: report.rows.map((row, at) => columns.map((column) => column.value(row, at + 1))),
    frozenColumns: 3,
  }
  const framed = framedWorkbook({ ...frame, filters }, customers, reportNotes(report, frame))
  const [first] = framed.sheets
  if (!first) return framed
  const { filterLine, totalLabel } = first
  return { ...framed, sheets: [first, { ...tierSheet(report, locale), filterLine, totalLabel }] }
}

function customerColumns(report: RevenueReport, locale: Locale): Column[] {
  const t = (key: WordKey) => translate(locale, key)
  const partly = report.total.uncosted > 0
  const columns: Column[] = [
    { header: t('insight:col.rank'), format: 'integer', value: (_row, rank) => rank },
    { header: t('insight:col.code'), format: 'text', value: (row) => row.accountCode },
    { header: t('insight:col.account'), format: 'text', value: (row) => row.account },
    { header: t('insight:col.tier'), format: 'text', value: (row) => tierWord(row.tier, locale) },
    { header: t('insight:col.manager'), format: 'text', value: (row) => row.manager },
    { header: t('insight:col.industry'), format: 'text', value: (row) => row.industry },
    { header: t('insight:col.pieces'), format: 'integer', total: 'sum', value: (row) => row.pieces },
    { header: t('insight:col.weight'), format: 'weight', total: 'sum', value: (row) => row.grams },
    { header: t('insight:col.revenue'), format: 'money', total: 'sum', dataBar: true, value: (row) => row.revenueFen },
    { header: t('insight:col.previous'), format: 'money', total: 'sum', value: (row) => row.previousRevenueFen },
    { header: t('insight:col.change'), format: 'percent', value: changePpm },
    { header: t('insight:col.cost'), format: 'money', total: 'sum', value: (row) => row.costFen },
    { header: t('insight:col.margin'), format: 'money', total: 'sum', value: (row) => row.marginFen },
  ]
  const margin = columns.length - 1
  let base = columns.findIndex((column) => column.dataBar)
  if (partly) {
    base = columns.length
    columns.push({ header: t('insight:col.costed'), format: 'money', total: 'sum', value: costedFen })
  }
  columns.push(
    {
      header: t('insight:col.rate'),
      format: 'percent',
      total: { numerator: margin, denominator: base },
      value: ratePpm,
    },
    { header: t('insight:col.share'), format: 'percent', total: 'sum', value: (row) => ppm(row.share) },
    { header: t('insight:col.cumulative'), format: 'percent', value: (row) => ppm(row.cumulativeShare) },
    { header: t('insight:col.unrated'), format: 'integer', total: 'sum', value: (row) => row.unrated },
    { header: t('insight:col.uncosted'), format: 'integer', total: 'sum', value: (row) => row.uncosted },
  )
  return columns
}

function tierSheet({ rows }: RevenueReport, locale: Locale): Omit<ReportSheet, 'filterLine'> {
  const t = (key: WordKey) => translate(locale, key)
  const sum = (list: readonly RevenueRow[], figure: (row: RevenueRow) => number) =>
    list.reduce((total, row) => total + figure(row), 0)
  return {
    name: t('insight:revenue.sheet.tiers'),
    title: t('insight:revenue.tiers'),
    columns: [
      { header: t('insight:col.tier'), format: 'text', width: 14 },
      { header: t('insight:col.accounts'), format: 'integer', total: 'sum', width: 12 },
      { header: t('insight:col.pieces'), format: 'integer', total: 'sum', width: 14 },
      { header: t('insight:col.weight'), format: 'weight', total: 'sum', width: 16 },
      { header: t('insight:col.revenue'), format: 'money', total: 'sum', dataBar: true, width: 18 },
      { header: t('insight:col.share'), format: 'percent', total: 'sum', width: 12 },
      { header: t('insight:col.margin'), format: 'money', total: 'sum', width: 18 },
    ],
    rows: tierOrder
      .map((tier) => ({ tier, list: rows.filter((row) => row.tier === tier) }))
      .filter(({ list }) => list.length > 0)
      .map(({ tier, list }) => [
        tierWord(tier, locale),
        list.length,
        sum(list, (row) => row.pieces),
        sum(list, (row) => row.grams),
        sum(list, (row) => row.revenueFen),
        ppm(sum(list, (row) => row.share)),
        list.every((row) => row.marginFen === null) ? null : sum(list, (row) => row.marginFen ?? 0),
      ]),
  }
}

export function tierWord(tier: Tier | null, locale: Locale): string {
  return tier === null ? '' : translate(locale, `components:tier.${tier}`)
}

/** Revenue of the tickets that have a cost. */
function costedFen({ marginFen, costFen }: RevenueRow): number | null {
  return marginFen === null || costFen === null ? null : marginFen + costFen
}

function ratePpm(row: RevenueRow): number | null {
  const base = row.uncosted > 0 ? costedFen(row) : row.revenueFen
  return row.marginFen === null || base === null || base <= 0 ? null : ppm(row.marginFen / base)
}

function changePpm({ revenueFen, previousRevenueFen }: RevenueRow): number | null {
  return previousRevenueFen === null || previousRevenueFen <= 0 ? null : ppm(revenueFen / previousRevenueFen - 1)
}

function ppm(share: number): number {
  return Math.round(share * 1_000_000)
}
