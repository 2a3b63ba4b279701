import type { ComparedCell, ComparedRow, Segment } from '#shared/domain/price-editing/compare-prices'
import type { SheetComparison } from '#shared/domain/price-editing/compare-sheets'
import { formatBracketHeader } from '#shared/domain/rating/bracket-header'
import { bracketTitle } from '#shared/i18n/price-term'
import { quantityText } from '#shared/domain/rating/formula'
import { formatCount } from '../../../components/figures'
import { useLocale, useWords } from '../../../i18n'
import { signedPercent, signedUnits } from './price-difference'

interface CompareTableProps {
  comparison: SheetComparison
  onlyDifferences: boolean
}

const differs = ({ standing }: ComparedCell) => standing === 'changed' || standing === 'added' || standing === 'removed'

/** The prices of both sheets on the union of their brackets; a cell says old → new, the difference and the percentage. */
export function CompareTable({ comparison, onlyDifferences }: CompareTableProps) {
  const t = useWords()
  const locale = useLocale()
  const { segments, counts } = comparison
  const rows = onlyDifferences ? comparison.rows.filter(({ cells }) => cells.some(differs)) : comparison.rows
  const shown = segments
    .map((segment, index) => ({ segment, index }))
    .filter(
      ({ index }) => !onlyDifferences || rows.some(({ cells }) => cells[index] !== undefined && differs(cells[index])),
    )
  const total = {
    changed: formatCount(counts.changed),
    added: formatCount(counts.added),
    removed: formatCount(counts.removed),
    same: formatCount(counts.same),
  }
  return (
    <section className="panel" aria-label={t('pricing:sheet.table')}>
      <h2>
        {t('pricing:sheet.table')}{' '}
        <span className="text-secondary panel-hint">{t('pricingEditor:compare.counts', total)}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="text-secondary">{t('pricingEditor:compare.none')}</p>
      ) : (
        <div className="compare-scroll" tabIndex={0} role="group" aria-label={t('pricing:sheet.table')}>
          <table className="plain-table compare-table">
            <thead>
              <tr>
                <th scope="col">{t('pricingEditor:compare.row')}</th>
                {shown.map(({ segment, index }) => (
                  <th scope="col" key={index} className="cell-figure">
                    {bracketTitle(locale, segmentText(segment))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  <th scope="row" title={row.places.join('、') || undefined}>
                    <RowName row={row} />
                  </th>
                  {shown.map(({ segment, index }) => (
                    <CompareCell key={index} cell={row.cells[index]} segment={segment} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function segmentText({ unit, from, to }: Segment): string {
  return formatBracketHeader({ unit, from, to, first: null, step: null })
}

/** The key both have, or the places with the row they were in and the row they are in. */
function RowName({ row }: { row: ComparedRow }) {
  if (row.key !== null && row.places.length === 0) return row.key
  return (
    <>
      {row.places.join('、') || (row.afterKey ?? row.beforeKey)}
      <div className="text-secondary compare-small">
        {row.beforeKey ?? '–'} → {row.afterKey ?? '–'}
      </div>
    </>
  )
}

function CompareCell({ cell, segment }: { cell: ComparedCell | undefined; segment: Segment }) {
  const t = useWords()
  if (!cell || cell.standing === 'none') return <td className="text-secondary">-</td>
  const { standing, before, after, at, beforeUnits, afterUnits, changePpm } = cell
  const weight = t('pricingEditor:compare.atWeight', {
    kg: quantityText(segment.unit, at),
    unit: segment.unit === 'kg' ? 'kg' : 'm³',
  })
  const title = `${weight} · ${t(`pricingEditor:standing.${standing}`)}`
  if (standing === 'same')
    return (
      <td className="text-secondary" title={title}>
        {after}
      </td>
    )
  if (standing === 'equal')
    return (
      <td className="text-secondary" title={title}>
        {before} = {after}
      </td>
    )
  return (
    <td className={`compare-${standing}`} title={title}>
      <div>
        {before ?? '-'} → <strong>{after ?? '-'}</strong>
      </div>
      <div className="text-secondary compare-small">
        {standing === 'changed' && beforeUnits !== null && afterUnits !== null ? (
          <>
            {t('pricingEditor:compare.atDifference', { at: weight, difference: signedUnits(afterUnits - beforeUnits) })}
            {changePpm === null
              ? null
              : t('pricingEditor:compare.percentBehind', { percent: signedPercent(changePpm) })}
          </>
        ) : (
          t(`pricingEditor:standing.${standing}`)
        )}
      </div>
    </td>
  )
}
