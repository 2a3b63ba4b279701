import type { NeedsContent, NeedsFacts } from '#shared/contract/needs'
import { bracketText, compareWeights } from '#shared/domain/needs/weight-brackets'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'
import { percentText } from './percent-text'

/** From here on what is said and what is shipped are not the same any more: 10 percentage points. */
const notablePpm = 100_000

/** Share of tickets by weight: as the customer says, as the waybills show, and how far apart that is. */
export function WeightTable({ content, facts }: { content: NeedsContent; facts: NeedsFacts }) {
  const t = useWords()
  const rows = compareWeights(content.weightShares, facts.weights)
  const weighed = facts.weights.reduce((sum, count) => sum + count, 0)
  return (
    <section className="panel-plain">
      <h2>{t('needs:weights')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('needs:weights.bracket')}</th>
            {(['stated', 'actual', 'difference', 'tickets'] as const).map((key) => (
              <th key={key} scope="col" className="cell-figure">
                {t(`needs:weights.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ bracket, statedPpm, actualPpm, differencePpm, tickets }) => (
            <tr key={bracket.above}>
              <td className="figure">{bracketText(bracket)}</td>
              <td className="cell-figure">{statedPpm === null ? '—' : percentText(statedPpm)}</td>
              <td className="cell-figure">{actualPpm === null ? '—' : percentText(actualPpm)}</td>
              <td className="cell-figure">
                {differencePpm === null ? (
                  '—'
                ) : (
                  <span className={Math.abs(differencePpm) >= notablePpm ? 'text-warning' : undefined}>
                    {differencePpm > 0 ? '+' : ''}
                    {percentText(differencePpm).replace('%', '')} {t('needs:weights.point')}
                  </span>
                )}
              </td>
              <td className="cell-figure">{formatCount(tickets)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="panel-text text-secondary panel-note">
        {facts.from === null || facts.to === null
          ? t('needs:facts.none')
          : t('needs:weights.period', { from: facts.from, to: facts.to, count: formatCount(weighed) })}
        {facts.unweighed > 0 ? t('needs:weights.unweighed', { count: formatCount(facts.unweighed) }) : null}
      </p>
    </section>
  )
}
