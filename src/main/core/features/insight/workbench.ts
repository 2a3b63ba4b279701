import type { RevenueReport, Workbench } from '#shared/contract/insight'
import { addMonths } from '#shared/domain/months'
import type { Database } from '../../db/database'
import type { AlertBook } from './alert-book'
import type { Alert } from './alerts'
import * as repository from './insight.repository'

export type Task = Workbench['tasks'][number]

const shownMonths = 24
const shownProspects = 10
/** A written sender with so many tickets a month is worth an archive (新客户开发). */
const prospectTickets = 30
/** Alerts the workbench sums up over all accounts instead of naming each. */
const summedUp: ReadonlySet<string> = new Set(['alert-unrated', 'alert-uncosted'])
const weight: Readonly<Record<Task['severity'], number>> = { danger: 2, warning: 1, info: 0 }

/** Today's work: what the month's figures are so far, what is missing in them, and which customers need somebody. */
export function workbenchOf(
  db: Database,
  month: string,
  report: RevenueReport,
  alerts: AlertBook,
  more: readonly Task[] = [],
): Workbench {
  const previous = repository.monthSums(db, addMonths(month, -1), addMonths(month, -1))[0]
  const prospects = repository
    .waitingSenders(db, month, shownProspects)
    .filter((sender) => sender.tickets >= prospectTickets && sender.name !== '')
  const { total, unmatched } = report
  const figures = {
    revenueFen: total.revenueFen,
    previousRevenueFen: previous?.revenueFen ?? 0,
    marginFen: total.marginFen ?? 0,
    pieces: total.pieces,
    previousPieces: previous?.pieces ?? 0,
    grams: total.grams,
    activeAccounts: report.rows.filter((row) => row.pieces > 0).length,
    unmatched: unmatched.tickets,
    unrated: total.unrated,
    uncosted: total.uncosted,
  }
  const tasks = [...more, ...bookTasks(month, figures, prospects), ...accountTasks(alerts)]
  return {
    month,
    figures,
    months: repository
      .monthSums(db, addMonths(month, 1 - shownMonths), month)
      .map((row) => ({ month: row.month, revenueFen: row.revenueFen, marginFen: row.marginFen, pieces: row.pieces })),
    tasks: tasks.toSorted((a, b) => weight[b.severity] - weight[a.severity]),
    prospects,
  }
}

/** What the whole month lacks. */
function bookTasks(month: string, figures: Workbench['figures'], prospects: Workbench['prospects']): Task[] {
  const counted: [number, string, Task['severity'], string][] = [
    [figures.unmatched, 'unmatched', 'warning', '/waybills/unmatched'],
    [figures.unrated, 'unrated', 'warning', '/waybills?status=exception'],
    [figures.uncosted, 'uncosted', 'info', '/waybills'],
  ]
  const tasks = counted
    .filter(([count]) => count > 0)
    .map(([count, code, severity, route]): Task => ({
      code,
      severity,
      route,
      accountId: null,
      params: { month, count },
    }))
  const [biggest] = prospects
  if (biggest) {
    const { name, tickets } = biggest
    const params = { name, tickets, count: prospects.length }
    tasks.push({ code: 'prospects', severity: 'warning', route: '/waybills/unmatched', accountId: null, params })
  }
  return tasks
}

function accountTasks(alerts: AlertBook): Task[] {
  const tasks = new Map<string, Task>()
  for (const account of alerts.accounts.values()) {
    if (account.deletedAt !== null) continue
    for (const alert of alerts.alerts(account)) {
      if (alert.severity === 'info' || summedUp.has(alert.code)) continue
      const shared = sharedSheetTask(alert)
      const key = shared ? `${alert.code} ${alert.params.sheet}` : `${alert.code} ${account.id}`
      if (!tasks.has(key)) tasks.set(key, shared ?? accountTask(alert, account.id, account.name))
    }
  }
  return [...tasks.values()]
}

/** A sheet of many customers runs out once, not once for each of them. */
function sharedSheetTask({ code, severity, params }: Alert): Task | null {
  if (code !== 'alert-price-expiring' || params.level === 'account') return null
  return { code: 'sheet-expiring', severity, params, accountId: null, route: '/pricing' }
}

function accountTask({ code, severity, params }: Alert, id: number, account: string): Task {
  const route = `/accounts/${id}`
  return { code: `task-${code}`, severity, params: { ...params, account }, accountId: id, route }
}
