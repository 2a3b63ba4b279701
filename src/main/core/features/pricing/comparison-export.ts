import type { MadeFile } from '#shared/contract/base'
import type { ComparedCell, Segment } from '#shared/domain/price-editing/compare-prices'
import type { SheetComparison, ValueDifference } from '#shared/domain/price-editing/compare-sheets'
import { formatBracketHeader } from '#shared/domain/rating/bracket-header'
import { quantityText } from '#shared/domain/rating/formula'
import { isWordKey, type Locale, translate, type WordKey } from '#shared/i18n/index'
import { bracketTitle } from '#shared/i18n/price-term'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { StoredSheet } from './pricing.repository'

interface Compared {
  before: Pick<StoredSheet, 'name' | 'version'>
  after: Pick<StoredSheet, 'name' | 'version'>
  comparison: SheetComparison
  onlyDifferences: boolean
}

/** Two sheets cell by cell as a workbook: prices on one tab, everything else that differs on another. */
export async function writeComparison(
  kernel: Kernel,
  { before, after, comparison, onlyDifferences }: Compared,
  locale: Locale,
): Promise<MadeFile> {
  const t = (key: WordKey, params = {}) => translate(locale, key, params)
  const titleOf = ({ name, version }: Compared['before']) => `${name} v${version}`
  const title = t('pricingEditor:compare.title')
  const frame = {
    ...bookFrame(kernel, locale),
    filters: [
      t('pricingEditor:compare.between', { before: titleOf(before), after: titleOf(after) }),
      ...(onlyDifferences ? [t('pricingEditor:compare.onlyDifferences')] : []),
    ],
  }
  const text = (header: WordKey): ReportColumn => ({ header: t(header), format: 'text' })
  const price = (header: WordKey): ReportColumn => ({ header: t(header), format: 'decimal', decimals: 4 })
  const columns: ReportColumn[] = [
    text('pricingEditor:compare.row'),
    text('pricingEditor:compare.bracket'),
    text('pricingEditor:compare.standing'),
    text('pricingEditor:compare.writtenBefore'),
    text('pricingEditor:compare.writtenAfter'),
    text('pricingEditor:compare.at'),
    price('pricingEditor:compare.priceBefore'),
    price('pricingEditor:compare.priceAfter'),
    price('pricingEditor:compare.difference'),
    { header: t('pricingEditor:compare.percent'), format: 'percent' },
  ]
  const definition = framedWorkbook(
    frame,
    {
      name: t('pricing:sheet.table'),
      title,
      columns,
      rows: priceRows(comparison, onlyDifferences, t, locale),
      frozenColumns: 2,
    },
    [{ label: t('pricingEditor:compare.at'), text: t('pricingEditor:compare.note') }],
  )
  const others = otherRows(comparison, t)
  const [first] = definition.sheets
  const name = `${titleOf(after)}-${title}.xlsx`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
  return madeWorkbook(kernel, name, {
    ...definition,
    sheets: [
      ...definition.sheets,
      {
        name: t('pricingEditor:compare.others'),
        title: `${title} · ${t('pricingEditor:compare.others')}`,
        filterLine: first?.filterLine ?? '',
        columns: [
          text('pricingEditor:compare.part'),
          text('pricingEditor:compare.key'),
          text('pricingEditor:compare.before'),
          text('pricingEditor:compare.after'),
        ],
        rows: others,
        emptyText: t('pricingEditor:compare.othersNone'),
      },
    ],
  })
}

type Say = (key: WordKey, params?: Record<string, string>) => string

function* priceRows(
  { rows, segments }: SheetComparison,
  onlyDifferences: boolean,
  t: Say,
  locale: Locale,
): Generator<readonly ReportValue[]> {
  for (const row of rows) {
    const name = row.key ?? `${row.places.join('、')}（${row.beforeKey ?? '–'} → ${row.afterKey ?? '–'}）`
    for (const [index, segment] of segments.entries()) {
      const cell = row.cells[index]
      if (!cell || cell.standing === 'none') continue
      if (onlyDifferences && (cell.standing === 'same' || cell.standing === 'equal')) continue
      const bracket = bracketTitle(locale, segmentText(segment))
      yield [name, bracket, t(`pricingEditor:standing.${cell.standing}`), ...figures(cell, segment)]
    }
  }
}

function figures(cell: ComparedCell, { unit }: Segment): ReportValue[] {
  const { before, after, at, beforeUnits, afterUnits, changePpm } = cell
  const difference = beforeUnits === null || afterUnits === null ? null : afterUnits - beforeUnits
  const quantity = `${quantityText(unit, at)} ${unit === 'kg' ? 'kg' : 'm³'}`
  return [before, after, quantity, beforeUnits, afterUnits, difference, changePpm]
}

function segmentText({ unit, from, to }: Segment): string {
  return formatBracketHeader({ unit, from, to, first: null, step: null })
}

function otherRows({ info, surcharges, tiers }: SheetComparison, t: Say): ReportValue[][] {
  const keyText = (key: string) => {
    const word = `pricing:key.${key}`
    return isWordKey(word) ? t(word) : key
  }
  const line = (part: string, { key, before, after }: ValueDifference): ReportValue[] => [
    part,
    keyText(key),
    before,
    after,
  ]
  return [
    ...info.map((one) => line(t('pricing:sheet.facts'), one)),
    ...surcharges.flatMap(({ name, values }) =>
      values.map((one) => line(`${t('pricing:sheet.surcharges')} · ${name}`, one)),
    ),
    ...tiers.flatMap(({ name, values }) => values.map((one) => line(`${t('pricing:sheet.tiers')} · ${name}`, one))),
  ]
}
