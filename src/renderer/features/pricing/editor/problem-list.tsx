import type { TableProblem } from '#shared/domain/price-editing/check-tables'
import { useWords } from '../../../i18n'
import { type EditorForm, type Spot, spotOf } from './editor-form'
import { useProblemText } from './problem-text'

interface ProblemListProps {
  form: EditorForm
  problems: readonly TableProblem[]
  checking: boolean
  onGo: (spot: Spot) => void
}

/** As many are listed; the rest shows once these are mended. */
const MOST = 100

/** Everything that is wrong or doubtful, errors first; each entry jumps to its cell. */
export function ProblemList({ form, problems, checking, onGo }: ProblemListProps) {
  const t = useWords()
  const text = useProblemText()
  const sorted = [...problems].toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return (
    <section className="panel editor-problems" aria-label={t('pricingEditor:problems.title')} aria-busy={checking}>
      <h2>{t('pricingEditor:problems.title')}</h2>
      <p className="side-note" aria-live="polite">
        {problems.length === 0 ? (
          <span className="text-secondary">
            {t(checking ? 'pricingEditor:problems.checking' : 'pricingEditor:problems.none')}
          </span>
        ) : (
          <>
            {errors > 0 ? (
              <span className="text-danger">{t('pricingEditor:problems.errors', { count: errors })} </span>
            ) : null}
            {problems.length > errors ? (
              <span className="text-warning">
                {t('pricingEditor:problems.warnings', { count: problems.length - errors })}
              </span>
            ) : null}
          </>
        )}
      </p>
      <ul className="editor-problem-list">
        {sorted.slice(0, MOST).map((problem, index) => {
          const spot = spotOf(problem)
          return (
            <li key={index}>
              <button type="button" className={`editor-problem editor-${problem.severity}`} onClick={() => onGo(spot)}>
                <strong>{placeOf(t, form, spot)}</strong> {text(problem)}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Where it is: the tab, and in the prices the row and bracket by name. */
function placeOf(t: ReturnType<typeof useWords>, form: EditorForm, { part, row, column, key }: Spot): string {
  const tab = t(`pricingEditor:tab.${part}`)
  if (part === 'info') return key === null ? tab : `${tab} · ${key}`
  if (part !== 'prices') return `${tab} · ${row + 1}`
  const names = [row === 0 ? '' : (form.prices[row]?.[0] ?? ''), column === 0 ? '' : (form.prices[0]?.[column] ?? '')]
  const name = names.filter((one) => one !== '').join(' / ')
  return name === '' ? `${tab} · ${row + 1}` : name
}
