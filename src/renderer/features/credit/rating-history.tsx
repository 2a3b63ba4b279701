import type { RatingRecord } from '#shared/contract/credit'
import { Money } from '../../components/figures'
import { useWords } from '../../i18n'
import { figureFormula } from './credit-words'
import { GradeMark } from './grade-mark'

/** Ratings that were taken over; each opens to the figures it was made from. */
export function RatingHistory({ records }: { records: readonly RatingRecord[] }) {
  const t = useWords()
  return (
    <section className="panel">
      <h2>{t('credit:history')}</h2>
      {records.length === 0 ? <p className="text-secondary">{t('credit:history.none')}</p> : null}
      {records.map((record) => (
        <details key={record.id} className="credit-record">
          <summary>
            <span className="figure">{record.ratedOn}</span> <GradeMark grade={record.grade} />{' '}
            <Money fen={record.limitFen} /> · {t('credit:unit.days', { value: record.creditDays })}
          </summary>
          <div className="text-secondary">
            {t('credit:history.year')} {record.year} · {t('credit:history.actor')} {record.actor}
          </div>
          <ul>
            {record.figures.map((figure) => (
              <li key={figure.key}>
                {t('credit:history.figure', {
                  figure: t(`credit:figure.${figure.key}`),
                  formula: figureFormula(t, figure),
                })}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
