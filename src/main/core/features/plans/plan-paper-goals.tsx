import type { PlanContent, PlanFacts } from '#shared/contract/plans'
import { PaperTable, Signed } from '../../print/table'
import { count, percent, unknown, yuan } from '../../print/text'
import type { Words } from './plan-words'

/** Goals of each quarter beside what the quarter has brought so far. */
export function Goals({ content, facts, t }: { content: PlanContent; facts: PlanFacts; t: Words }) {
  if (content.goals.length === 0) return <p className="unfilled">{t('paper.unfilled')}</p>
  const rows = content.goals.map((goal) => ({
    goal,
    // A quarter that has brought nothing yet has no actual: 0 would read as a failure.
    actual: facts.actuals.find(
      ({ quarter, pieces, revenueFen }) => quarter === goal.quarter && (pieces !== 0 || revenueFen !== 0),
    ),
  }))
  const attained = (actual: number | undefined, goal: number | null) =>
    actual === undefined || goal === null || goal <= 0 ? unknown : percent(actual / goal)
  const goalOf = (field: 'pieces' | 'revenueFen' | 'marginFen') => `${t(`field.${field}`)} ${t('paper.goal')}`
  const actualOf = (field: 'pieces' | 'revenueFen' | 'marginFen') => `${t(`field.${field}`)} ${t('paper.actual')}`
  return (
    <PaperTable
      columns={[
        { header: t('paper.quarter'), nowrap: true, cell: ({ goal }) => goal.quarter },
        {
          header: goalOf('pieces'),
          right: true,
          cell: ({ goal }) => (goal.pieces === null ? unknown : count(goal.pieces)),
        },
        { header: actualOf('pieces'), right: true, cell: ({ actual }) => (actual ? count(actual.pieces) : unknown) },
        { header: goalOf('revenueFen'), right: true, cell: ({ goal }) => yuan(goal.revenueFen) },
        { header: actualOf('revenueFen'), right: true, cell: ({ actual }) => yuan(actual?.revenueFen) },
        {
          header: t('paper.attained'),
          right: true,
          cell: ({ goal, actual }) => attained(actual?.revenueFen, goal.revenueFen),
        },
        { header: goalOf('marginFen'), right: true, cell: ({ goal }) => yuan(goal.marginFen) },
        {
          header: actualOf('marginFen'),
          right: true,
          cell: ({ actual }) => <Signed value={actual?.marginFen ?? null} text={yuan(actual?.marginFen)} />,
        },
      ]}
      rows={rows}
    />
  )
}
