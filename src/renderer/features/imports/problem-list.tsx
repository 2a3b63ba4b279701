import type { ImportProblem } from '#shared/contract/imports'
import { formatCount } from '../../components/figures'
import { SeverityMark } from '../../components/severity-mark'
import { useLocale, useWords, type Words } from '../../i18n'
import { firstPlaces, isCell, type ProblemGroup } from './problem-groups'

/** How many single problems of a group are written out. */
const SHOWN = 200

/** Problems by reason; each group opens to its rows, so that the clerk finds the cell in his file. */
export function ProblemList({ groups }: { groups: readonly ProblemGroup[] }) {
  const t = useWords()
  return (
    <ul className="problem-list">
      {groups.map((group) => (
        <li key={group.key}>
          <details>
            <summary className="row">
              <SeverityMark severity={group.severity === 'error' ? 'danger' : 'warning'} />
              <span className="problem-title">
                {group.column ? <strong>{t('imports:problem.column', { column: group.column })} </strong> : null}
                {group.title}
              </span>
              <Places group={group} />
              <span className="figure problem-count">
                {t('imports:problem.count', { count: formatCount(group.count) })}
              </span>
            </summary>
            <ol className="problem-rows">
              {group.problems.slice(0, SHOWN).map((problem, index) => (
                <li key={index}>
                  <span className="problem-place">{placeOf(t, problem)}</span>
                  {problem.text}
                </li>
              ))}
              {group.count > Math.min(SHOWN, group.problems.length) ? (
                <li className="text-secondary">
                  {t('imports:problem.more', {
                    count: formatCount(group.count - Math.min(SHOWN, group.problems.length)),
                  })}
                </li>
              ) : null}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  )
}

function Places({ group }: { group: ProblemGroup }) {
  const t = useWords()
  const locale = useLocale()
  const { rows, cells, more } = firstPlaces(group)
  const places = [...cells, ...rows].join(locale === 'en' ? ', ' : '、')
  if (places === '') return null
  return (
    <span className="text-secondary problem-where">
      {cells.length > 0
        ? `${places}${more ? ' …' : ''}`
        : t(more ? 'imports:problem.rowsMore' : 'imports:problem.rows', { rows: places })}
    </span>
  )
}

/** Where in the file: sheet, and either the cell (C5) or row and column title. */
export function placeOf(t: Words, { sheet, row, column }: Pick<ImportProblem, 'sheet' | 'row' | 'column'>): string {
  const parts: string[] = []
  if (sheet) parts.push(t('imports:problem.sheet', { sheet }))
  if (column !== null && isCell(column)) {
    parts.push(t('imports:problem.cell', { cell: column }))
  } else {
    if (row !== null) parts.push(t('imports:problem.row', { row }))
    if (column) parts.push(t('imports:problem.column', { column }))
  }
  return parts.join(' ')
}
