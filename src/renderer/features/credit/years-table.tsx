import { figureKeys, type FigureKey, type FinancialYear } from '#shared/contract/credit'
import { formatDecimal } from '#shared/domain/decimal'
import { Sparkline } from '../../components/sparkline'
import { useWords } from '../../i18n'
import { valueText } from './credit-words'
import { GradeMark } from './grade-mark'

/** All years beside each other, the earliest first, with the course of each figure. */
export function YearsTable({ years }: { years: readonly FinancialYear[] }) {
  const t = useWords()
  const inOrder = years.toReversed()
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return null
  const course = (key: FigureKey) =>
    inOrder.flatMap(({ figures }) => {
      const figure = figures.find((one) => one.key === key)
      return figure?.kind === 'value' ? [figure.value] : []
    })
  return (
    <section className="panel-plain">
      <h2>{t('credit:byYear')}</h2>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('credit:figure')}</th>
              {inOrder.map(({ year }) => (
                <th key={year} scope="col" className="cell-figure">
                  {t('credit:yearNumber', { year })}
                </th>
              ))}
              <th scope="col">{t('credit:trend')}</th>
            </tr>
          </thead>
          <tbody>
            {figureKeys.map((key) => (
              <tr key={key}>
                <td>{t(`credit:figure.${key}`)}</td>
                {inOrder.map(({ year, figures }) => {
                  const figure = figures.find((one) => one.key === key)
                  return (
                    <td key={year} className="cell-figure">
                      {figure?.kind === 'value' ? (
                        <span className={figure.grade === 'weak' ? 'text-danger' : undefined}>
                          {valueText(t, key, figure.value)}
                        </span>
                      ) : (
                        <span className="text-secondary">{t('credit:notApplicable')}</span>
                      )}
                    </td>
                  )
                })}
                <td>
                  <Sparkline
                    values={course(key)}
                    label={t('credit:trend.label', {
                      figure: t(`credit:figure.${key}`),
                      from: first.year,
                      to: last.year,
                    })}
                  />
                </td>
              </tr>
            ))}
            <tr>
              <td>{t('credit:score')}</td>
              {inOrder.map(({ year, rating }) => (
                <td key={year} className="cell-figure">
                  {rating.kind === 'rated' ? formatDecimal(rating.scoreTenths, 1, 1) : '—'}
                </td>
              ))}
              <td>
                <Sparkline
                  values={inOrder.flatMap(({ rating }) => (rating.kind === 'rated' ? [rating.scoreTenths] : []))}
                  label={t('credit:trend.label', { figure: t('credit:score'), from: first.year, to: last.year })}
                />
              </td>
            </tr>
            <tr>
              <td>{t('credit:rating')}</td>
              {inOrder.map(({ year, rating }) => (
                <td key={year} className="cell-figure">
                  <GradeMark grade={rating.kind === 'rated' ? rating.grade : null} />
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
