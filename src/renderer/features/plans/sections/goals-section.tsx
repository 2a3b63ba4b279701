import { Select } from 'antd'
import type { PlanFacts } from '#shared/contract/plans'
import { formatFenGrouped } from '#shared/domain/money'
import { quarterOf } from '#shared/domain/months'
import { MoneyInput, NumberInput } from '../../../components/figure-input'
import { formatCount, formatShare } from '../../../components/figures'
import { useWords } from '../../../i18n'
import { quarterName, quartersAround } from '../period'
import { RowsEditor } from '../rows-editor'
import type { SectionProps } from '../section-frame'

export interface Actual {
  pieces: number
  revenueFen: number
  marginFen: number | null
}

/**
 * What a quarter has really brought so far: as the core says for saved goals, otherwise from the months shown above;
 * null where none of its months has waybills. One month without a known margin leaves the margin unknown.
 */
export function actualOf(facts: Pick<PlanFacts, 'actuals' | 'months'>, quarter: string): Actual | null {
  const known = facts.actuals.find((actual) => actual.quarter === quarter)
  if (known) return known
  const months = facts.months.filter(({ month, pieces }) => quarterOf(month) === quarter && pieces > 0)
  if (months.length === 0) return null
  const sum = (figure: (month: (typeof months)[number]) => number) =>
    months.reduce((total, month) => total + figure(month), 0)
  return {
    pieces: sum((month) => month.pieces),
    revenueFen: sum((month) => month.revenueFen),
    marginFen: months.some(({ marginFen }) => marginFen === null) ? null : sum(({ marginFen }) => marginFen ?? 0),
  }
}

/** Goals by quarter, each with what really happened so far. */
export function GoalsSection({ detail, editing }: SectionProps) {
  const t = useWords()
  const { goals } = editing.content
  const quarters = [...new Set([...quartersAround(detail.period), ...goals.map((goal) => goal.quarter)])].toSorted()
  const free = quarters.find((quarter) => !goals.some((goal) => goal.quarter === quarter))
  return (
    <RowsEditor
      part="goals"
      label={t('plans:section.goals')}
      addLabel={t('plans:field.addGoal')}
      newRow={() => ({
        quarter: free ?? quarters[0] ?? `${detail.period.slice(0, 4)}Q1`,
        pieces: null,
        revenueFen: null,
        marginFen: null,
      })}
      editing={editing}
      columns={[
        {
          key: 'quarter',
          title: t('plans:field.quarter'),
          width: '160px',
          render: (row, edit) => (
            <Select
              aria-label={t('plans:field.quarter')}
              value={row.quarter}
              onChange={(quarter: string) => edit({ quarter })}
              options={quarters.map((value) => ({ value, label: quarterName(t, value) }))}
              style={{ width: '100%' }}
            />
          ),
        },
        {
          key: 'pieces',
          title: t('plans:field.pieces'),
          render: (row, edit) => (
            <>
              <NumberInput
                label={t('plans:field.pieces')}
                unit={t('components:unit.pieces')}
                value={row.pieces}
                onChange={(pieces) => edit({ pieces })}
              />
              <Attained goal={row.pieces} actual={actualOf(detail.facts, row.quarter)?.pieces} write={formatCount} />
            </>
          ),
        },
        ...(['revenueFen', 'marginFen'] as const).map((figure) => ({
          key: figure,
          title: t(`plans:field.${figure}`),
          render: (row: (typeof goals)[number], edit: (change: Partial<(typeof goals)[number]>) => void) => (
            <>
              <MoneyInput
                label={t(`plans:field.${figure}`)}
                value={row[figure]}
                onChange={(value) => edit({ [figure]: value })}
              />
              <Attained
                goal={row[figure]}
                actual={actualOf(detail.facts, row.quarter)?.[figure]}
                write={formatFenGrouped}
              />
            </>
          ),
        })),
      ]}
    />
  )
}

interface AttainedProps {
  goal: number | null
  actual: number | null | undefined
  write: (value: number) => string
}

/** The actual figure under its goal, with how much of it is reached. */
function Attained({ goal, actual, write }: AttainedProps) {
  const t = useWords()
  if (actual === null || actual === undefined) {
    return <div className="text-secondary goal-actual">{t('plans:field.noActual')}</div>
  }
  const share = goal !== null && goal > 0 ? actual / goal : null
  return (
    <div className="row figure goal-actual">
      <span className="text-secondary">{t('plans:field.actual', { value: write(actual) })}</span>
      {share === null ? null : (
        <span className={share >= 1 ? 'text-success' : undefined}>
          {t('plans:field.attained', { share: formatShare(share, 0) })}
        </span>
      )}
    </div>
  )
}
