import type { CreditRule, FinancialYear } from '#shared/contract/credit'
import { useWords } from '../../i18n'
import { boundsText, figureFormula, valueText } from './credit-words'
import { FigureMark } from './grade-mark'

/** The five figures of a year, each with its formula and the marks it is judged by. */
export function FigureTable({ year, rule }: { year: FinancialYear; rule: CreditRule }) {
  const t = useWords()
  return (
    <section className="panel-plain">
      <h2>
        {t('credit:figures')}{' '}
        <span className="text-secondary panel-hint">
          {t('credit:yearNumber', { year: year.year })}
          {year.source === '' ? '' : ` · ${year.source}`}
        </span>
      </h2>
      <table className="plain-table credit-figures">
        <tbody>
          {year.figures.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">{t(`credit:figure.${figure.key}`)}</th>
              <td className="cell-figure">
                {figure.kind === 'value' ? (
                  <strong>{valueText(t, figure.key, figure.value)}</strong>
                ) : (
                  <span className="text-secondary">{t('credit:notApplicable')}</span>
                )}
              </td>
              <td>{figure.kind === 'value' ? <FigureMark grade={figure.grade} /> : null}</td>
              <td>
                <div>{figureFormula(t, figure)}</div>
                <div className="text-secondary">{boundsText(t, figure.key, rule)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {year.note === '' ? null : <p className="panel-text text-secondary">{year.note}</p>}
    </section>
  )
}
