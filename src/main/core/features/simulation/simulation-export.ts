import type { MadeFile } from '#shared/contract/base'
import type { SimulationSums } from '#shared/contract/simulation'
import { type Locale, translate, type WordKey } from '#shared/i18n/index'
import { bracketTitle } from '#shared/i18n/price-term'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportSheet, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { SimulationService } from './simulation.service'

type Run = ReturnType<SimulationService['get']>

/** A run as a workbook: by zone, by bracket, by customer, and the worst tickets, each on a sheet of its own. */
export async function exportSimulation(kernel: Kernel, run: Run, locale: Locale): Promise<MadeFile> {
  const t = (key: WordKey) => translate(locale, key)
  const { result } = run
  const title = t('simulation:file')
  const name = `${title}-${run.from}_${run.to}.xlsx`
  const filters = [run.name, `${run.from} – ${run.to}`, run.account ?? t('simulation:allAccounts')].filter(Boolean)
  const frame = { ...bookFrame(kernel, locale), filters }
  const zones = sumsSheet(
    t('simulation:by.zone'),
    title,
    [text(t('simulation:col.zone'))],
    locale,
    result.zones,
    (row) => [row.name],
  )
  const notes = (['before', 'after', 'breakEven', 'keepMargin'] as const).map((note) => ({
    label: t(`simulation:note.${note}`),
    text: t(`simulation:note.${note}Text`),
  }))
  const framed = framedWorkbook(frame, zones, notes)
  const [first] = framed.sheets
  const furniture = { filterLine: first?.filterLine ?? '', totalLabel: first?.totalLabel ?? '' }
  const brackets = sumsSheet(
    t('simulation:by.bracket'),
    title,
    [text(t('simulation:col.bracket'))],
    locale,
    result.brackets,
    (row) => [bracketTitle(locale, row.name)],
  )
  const customers = sumsSheet(
    t('simulation:by.account'),
    title,
    [text(t('simulation:col.code')), text(t('simulation:col.account'))],
    locale,
    result.accounts,
    (row) => [row.code, row.name],
  )
  const sheets = [
    ...framed.sheets,
    ...[brackets, customers, worstSheet(run, locale)].map((sheet) => ({ ...sheet, ...furniture })),
  ]
  return madeWorkbook(kernel, name, { ...framed, sheets })
}

const text = (header: string): ReportColumn => ({ header, format: 'text' })

function sumsSheet<Row extends SimulationSums>(
  name: string,
  title: string,
  heads: readonly ReportColumn[],
  locale: Locale,
  rows: readonly Row[],
  headOf: (row: Row) => readonly ReportValue[],
): Omit<ReportSheet, 'filterLine'> {
  const t = (key: WordKey) => translate(locale, key)
  const money = (key: WordKey): ReportColumn => ({ header: t(key), format: 'money', total: 'sum' })
  const before = heads.length + 1
  return {
    name,
    title,
    columns: [
      ...heads,
      { header: t('simulation:col.tickets'), format: 'integer', total: 'sum' },
      money('simulation:col.before'),
      money('simulation:col.after'),
      { ...money('simulation:col.difference'), dataBar: true },
      { header: t('simulation:col.change'), format: 'percent', total: { numerator: before + 2, denominator: before } },
      money('simulation:col.beforeMargin'),
      money('simulation:col.afterMargin'),
    ],
    rows: rows.map((row) => [
      ...headOf(row),
      row.tickets,
      row.beforeFen,
      row.afterFen,
      row.afterFen - row.beforeFen,
      row.beforeFen > 0 ? Math.round((1_000_000 * (row.afterFen - row.beforeFen)) / row.beforeFen) : null,
      row.costed > 0 ? row.beforeMarginFen : null,
      row.costed > 0 ? row.afterMarginFen : null,
    ]),
    frozenColumns: heads.length,
  }
}

function worstSheet({ result }: Run, locale: Locale): Omit<ReportSheet, 'filterLine'> {
  const t = (key: WordKey) => translate(locale, key)
  return {
    name: t('simulation:by.worst'),
    title: t('simulation:by.worst'),
    columns: [
      text(t('simulation:col.number')),
      { header: t('simulation:col.shippedOn'), format: 'date' },
      text(t('simulation:col.account')),
      text(t('simulation:col.destination')),
      { header: t('simulation:col.weight'), format: 'weight' },
      { header: t('simulation:col.before'), format: 'money' },
      { header: t('simulation:col.after'), format: 'money' },
      { header: t('simulation:col.cost'), format: 'money' },
      { header: t('simulation:col.margin'), format: 'money' },
    ],
    rows: result.worst.map((row) => [
      row.number,
      row.shippedOn,
      row.account,
      row.destination,
      row.chargeableGrams,
      row.beforeFen,
      row.afterFen,
      row.costFen,
      row.marginFen,
    ]),
    frozenColumns: 1,
  }
}
