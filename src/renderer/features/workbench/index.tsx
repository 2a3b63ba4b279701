import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { Workbench as Bench } from '#shared/contract/insight'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { Count, Delta, formatCount, formatShare, Money, Weight } from '../../components/figures'
import { FigureTile } from '../../components/figure-tile'
import { useMessageText } from '../../components/message-text'
import { MonthChart } from '../../components/month-chart'
import { useMonthName } from '../../components/month-name'
import { useMonth } from '../../components/month'
import { PageHeader } from '../../components/page-header'
import { SeverityMark } from '../../components/severity-mark'
import { useWords, type Words } from '../../i18n'
import { EndingContracts } from '../contracts/ending-contracts'
import { QueueButtons } from '../pricing/review/queue-button'
import { TodayTasks } from '../calendar/today-tasks'
import { DuplicateHint } from '../duplicates/duplicate-hint'
import './workbench.css'

/** 工作台: the month so far, what needs doing with its reason, and the course of 24 months. */
export default function Workbench() {
  const t = useWords()
  const api = useApi()
  const [month, setMonth] = useMonth()
  const bench = useQuery({
    queryKey: ['insight', 'workbench', month],
    queryFn: ({ signal }) => api.insight.workbench({ month }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page">
      <PageHeader
        title={t('workbench:title')}
        help={t('workbench:help')}
        actions={
          <>
            <EndingContracts />
            <QueueButtons />
          </>
        }
      />
      {bench.error ? <ErrorState error={bench.error} onRetry={() => void bench.refetch()} /> : null}
      {bench.data ? (
        <>
          <Figures bench={bench.data} />
          <DuplicateHint />
          {isBare(bench.data) ? (
            <TodayTasks />
          ) : (
            <div className="workbench-columns">
              <div className="stack workbench-left">
                <section className="panel">
                  <h2>{t('workbench:months')}</h2>
                  <MonthChart months={bench.data.months} height={264} onMonth={setMonth} />
                </section>
                <Prospects prospects={bench.data.prospects} />
              </div>
              <div className="stack workbench-right">
                <TodayTasks />
                <Tasks tasks={bench.data.tasks} />
              </div>
            </div>
          )}
        </>
      ) : null}
    </div>
  )
}

/** Nothing to show but how to begin. */
function isBare({ months, tasks, prospects }: Bench): boolean {
  return months.every(({ pieces }) => pieces === 0) && tasks.length === 0 && prospects.length === 0
}

function Figures({ bench }: { bench: Bench }) {
  const t = useWords()
  const navigate = useNavigate()
  const name = useMonthName()
  const { figures, month } = bench
  const gaps = figures.unmatched + figures.unrated
  if (figures.pieces === 0 && gaps === 0) {
    return (
      <section className="panel">
        <EmptyState
          title={t('workbench:empty.title', { month: name(month) })}
          text={t('workbench:empty.text')}
          action={
            <Button type="primary" onClick={() => void navigate('/imports/waybills')}>
              {t('workbench:empty.action')}
            </Button>
          }
        />
      </section>
    )
  }
  // With uncosted tickets the margin is only part of the truth; the tile of gaps says how many there are.
  const rate = figures.revenueFen > 0 ? formatShare(figures.marginFen / figures.revenueFen) : '—'
  return (
    <section className="figure-row" aria-label={name(month)} data-testid="workbench-figures">
      <FigureTile
        label={t('workbench:revenue')}
        value={<Money fen={figures.revenueFen} />}
        note={<Delta label={t('workbench:toPrevious')} now={figures.revenueFen} before={figures.previousRevenueFen} />}
      />
      <FigureTile
        label={t('workbench:margin')}
        value={<Money fen={figures.marginFen} />}
        note={<span className="text-secondary">{t('workbench:marginRate', { rate })}</span>}
      />
      <FigureTile
        label={t('workbench:pieces')}
        value={<Count value={figures.pieces} />}
        note={<Delta label={t('workbench:toPrevious')} now={figures.pieces} before={figures.previousPieces} />}
      />
      <FigureTile label={t('workbench:weight')} value={<Weight grams={figures.grams} />} />
      <FigureTile label={t('workbench:activeAccounts')} value={<Count value={figures.activeAccounts} />} />
      <FigureTile
        label={t('workbench:gaps')}
        value={<Count value={gaps} />}
        note={<span className="text-secondary">{gapText(t, figures)}</span>}
      />
    </section>
  )
}

function gapText(t: Words, figures: Bench['figures']): string {
  const parts = (['unmatched', 'unrated', 'uncosted'] as const)
    .filter((gap) => figures[gap] > 0)
    .map((gap) => t(`workbench:gap.${gap}`, { count: formatCount(figures[gap]) }))
  return parts.length === 0 ? t('workbench:noGaps') : parts.join(' · ')
}

function Tasks({ tasks }: { tasks: Bench['tasks'] }) {
  const t = useWords()
  const words = useMessageText()
  return (
    <section className="panel workbench-tasks">
      <h2>
        {t('workbench:tasks')} <span className="text-secondary">{tasks.length > 0 ? tasks.length : ''}</span>
      </h2>
      {tasks.length === 0 ? <p className="text-secondary">{t('workbench:tasksNone')}</p> : null}
      <ul className="task-list">
        {tasks.map((task) => (
          <li key={`${task.code}.${task.accountId ?? ''}.${String(task.params['sheet'] ?? '')}`}>
            <SeverityMark severity={task.severity} />
            <Link to={task.route}>{words(task)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Prospects({ prospects }: { prospects: Bench['prospects'] }) {
  const t = useWords()
  return (
    <section className="panel-plain">
      <h2 className="row row-spread">
        {t('workbench:prospects')}
        {prospects.length > 0 ? <Link to="/waybills/unmatched">{t('workbench:prospectsAction')}</Link> : null}
      </h2>
      {prospects.length === 0 ? (
        <p className="panel-text text-secondary">{t('workbench:prospectsNone')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('workbench:prospectName')}</th>
              <th scope="col" className="cell-figure">
                {t('workbench:prospectTickets')}
              </th>
              <th scope="col" className="cell-figure">
                {t('workbench:prospectPieces')}
              </th>
            </tr>
          </thead>
          <tbody>
            {prospects.map((sender) => (
              <tr key={sender.name}>
                <td>{sender.name}</td>
                <td className="cell-figure">
                  <Count value={sender.tickets} />
                </td>
                <td className="cell-figure">
                  <Count value={sender.pieces} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
