import type { FulfilmentReport } from '#shared/contract/contracts'
import { formatDecimal } from '#shared/domain/decimal'
import { minimumFigure } from '#shared/i18n/contract-words'
import type { WordKey, WordParams } from '#shared/i18n/index'
import type { ReportColumn, ReportSheet, ReportValue } from '../../excel/write-workbook'

type Words = (key: WordKey, params?: WordParams) => string

/** The fulfilment record of a year as rows: one for each month of the minimum, of each promise, of the claims. */
export function fulfilmentSheet(
  report: FulfilmentReport,
  t: Words,
): Pick<ReportSheet, 'name' | 'title' | 'columns' | 'rows' | 'frozenColumns'> {
  const title = `${t('contracts:tab.fulfilment')} ${report.year}`
  return {
    name: t('contracts:tab.fulfilment'),
    title,
    columns: columnsOf(t),
    rows: [...minimumRows(report, t), ...promiseRows(report, t), ...claimRows(report, t)],
    frozenColumns: 2,
  }
}

// Figures of different units stand in one column, so they are written as texts with their unit beside them.
function columnsOf(t: Words): ReportColumn[] {
  const keys = ['item', 'month', 'required', 'actual', 'counted', 'shortfall', 'unit', 'result', 'note'] as const
  return keys.map((key) => ({ header: t(`contracts:export.${key}`), format: 'text' }))
}

function minimumRows({ minimum }: FulfilmentReport, t: Words): ReportValue[][] {
  if (!minimum) return []
  const { unit, period } = minimum.terms
  const item = t(period === 'month' ? 'contracts:fulfil.minimumMonth' : 'contracts:fulfil.minimumYear')
  const figure = (amount: number) => minimumFigure(unit, amount)
  return minimum.months.map(({ month, required, actual, counted, shortfall, state }) => [
    item,
    month,
    figure(required),
    // Where there are no waybills yet nothing was shipped short, and nothing was shipped either.
    ...(state === 'no-data'
      ? ['', '', '']
      : [figure(actual), figure(counted), shortfall === 0 ? '' : figure(shortfall)]),
    t(`contracts:minimum.unit.${unit}`),
    t(`contracts:state.${state}`),
    '',
  ])
}

function promiseRows({ promises }: FulfilmentReport, t: Words): ReportValue[][] {
  return promises.flatMap(({ promise, months }) =>
    months.map(({ month, value, note, kept }) => {
      const actual = value === null ? '' : formatDecimal(value, 3)
      const sign = promise.direction === 'least' ? '≥' : '≤'
      const result = kept === null ? 'unmeasured' : kept ? 'kept' : 'broken'
      return [
        promise.name,
        month,
        `${sign} ${formatDecimal(promise.target, 3)}`,
        actual,
        actual,
        '',
        promise.unit,
        t(`contracts:fulfil.${result}`),
        note,
      ]
    }),
  )
}

function claimRows({ claims }: FulfilmentReport, t: Words): ReportValue[][] {
  return (claims ?? []).flatMap(({ month, count, fen }) => {
    if (!count || fen === null) return []
    const told = t('contracts:fulfil.claimCount', { count })
    return [
      [
        t('contracts:fulfil.claims'),
        month,
        '',
        minimumFigure('fen', fen),
        '',
        '',
        t('contracts:minimum.unit.fen'),
        told,
        '',
      ],
    ]
  })
}
