import { Alert } from 'antd'
import { useMemo } from 'react'
import { formatBracketHeader } from '#shared/domain/rating/bracket-header'
import { formatCell } from '#shared/domain/rating/cells'
import type { CellChange, MassChangeGap, MassChangeResult } from '#shared/domain/rating/mass-change'
import { priceDrops } from '#shared/domain/rating/monotone'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { formatUnitPrice } from '#shared/domain/money'
import { quantityText } from '#shared/domain/rating/formula'
import { bracketTitle } from '#shared/i18n/price-term'
import { formatCount } from '../../../components/figures'
import { useLocale, useWords } from '../../../i18n'
import { changePpm, signedPercent, signedUnits } from '../compare/price-difference'

interface MassPreviewProps {
  sheet: PriceSheet
  result: MassChangeResult
}

const reasons: readonly MassChangeGap[] = [
  'negative',
  'marginal-ticket',
  'whole-ticket',
  'volume-per-kg',
  'flat-per-kg',
]

/** Before → after of every cell, how many and how much at most, and what could not be done. */
export function MassPreview({ sheet, result }: MassPreviewProps) {
  const t = useWords()
  const locale = useLocale()
  const { changes, gaps, chosen } = result
  const byCell = useMemo(() => new Map(changes.map((change) => [`${change.row} ${change.column}`, change])), [changes])
  const drops = useMemo(() => priceDrops(result.sheet).length, [result.sheet])
  const extremes = extremesOf(changes)
  const told = reasons
    .map((reason) => ({ reason, count: gaps.filter((gap) => gap.reason === reason).length }))
    .filter(({ count }) => count > 0)
  const counts = {
    chosen: formatCount(chosen),
    changed: formatCount(changes.length),
    follows: formatCount(changes.filter(({ follows }) => follows).length),
  }
  return (
    <section className="panel stack" aria-label={t('pricingEditor:mass.preview')} aria-live="polite">
      <h2>
        {t('pricingEditor:mass.preview')}{' '}
        <span className="text-secondary panel-hint">
          {t(changes.length === 0 ? 'pricingEditor:mass.noChange' : 'pricingEditor:mass.counts', counts)}
        </span>
      </h2>
      {extremes.length > 0 ? (
        <ul className="mass-extremes">
          {extremes.map(({ word, change, ppm }) => (
            <li key={word}>
              {t(`pricingEditor:mass.${word}`, {
                key: change.key,
                bracket: bracketTitle(locale, change.bracket),
                before: formatUnitPrice(change.beforeUnits ?? 0),
                after: formatUnitPrice(change.afterUnits ?? 0),
                percent: signedPercent(ppm),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {told.length > 0 ? (
        <Alert
          type={told.some(({ reason }) => reason === 'negative') ? 'error' : 'warning'}
          showIcon
          title={t('pricingEditor:mass.gaps')}
          description={
            <ul className="warning-list">
              {told.map(({ reason, count }) => (
                <li key={reason}>{t(`pricingEditor:mass.gap.${reason}`, { count: formatCount(count) })}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      {drops > 0 ? (
        <Alert type="warning" showIcon title={t('pricingEditor:mass.drops', { count: formatCount(drops) })} />
      ) : null}
      <div className="compare-scroll" tabIndex={0} role="group" aria-label={t('pricingEditor:mass.preview')}>
        <table className="plain-table compare-table">
          <thead>
            <tr>
              <th scope="col">{t('pricingEditor:compare.row')}</th>
              {sheet.columns.map((column, index) => (
                <th scope="col" key={index} className="cell-figure">
                  {bracketTitle(locale, formatBracketHeader(column))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, at) => (
              <tr key={at}>
                <th scope="row">{row.key}</th>
                {sheet.columns.map((column, index) => (
                  <PreviewCell
                    key={index}
                    change={byCell.get(`${at} ${index}`)}
                    text={formatCell(row.cells[index] ?? { kind: 'not-served' }, column.unit)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PreviewCell({ change, text }: { change: CellChange | undefined; text: string }) {
  const t = useWords()
  if (!change) return <td className="text-secondary">{text}</td>
  const { before, after, follows, unit, at, beforeUnits, afterUnits } = change
  const ppm = changePpm(beforeUnits, afterUnits)
  return (
    <td className="compare-changed" title={`${quantityText(unit, at)} ${unit === 'kg' ? 'kg' : 'm³'}`}>
      <div>
        {follows ? (
          <>
            {after} <span className="text-secondary">{t('pricingEditor:mass.follows')}</span>
          </>
        ) : (
          <>
            {before} → <strong>{after}</strong>
          </>
        )}
      </div>
      <div className="text-secondary compare-small">
        {beforeUnits === null || afterUnits === null ? null : signedUnits(afterUnits - beforeUnits)}
        {ppm === null ? null : t('pricingEditor:compare.percentBehind', { percent: signedPercent(ppm) })}
      </div>
    </td>
  )
}

/** The cells whose prices change most and least, in proportion, and whether they rise or fall. */
function extremesOf(changes: readonly CellChange[]) {
  const known = changes
    .map((change) => ({ change, ppm: changePpm(change.beforeUnits, change.afterUnits) }))
    .filter((one): one is { change: CellChange; ppm: number } => one.ppm !== null)
    .toSorted((a, b) => b.ppm - a.ppm)
  const [largest] = known
  const smallest = known.at(-1)
  if (!largest || !smallest) return []
  return [
    { word: largest.ppm < 0 ? ('fellLeast' as const) : ('roseMost' as const), ...largest },
    ...(smallest === largest
      ? []
      : [{ word: smallest.ppm < 0 ? ('fellMost' as const) : ('roseLeast' as const), ...smallest }]),
  ]
}
