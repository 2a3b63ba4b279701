import type { Implementer } from '../../implementer'
import type { InsightService } from './insight.service'
import type { Task } from './workbench'

/** What waits at other features' desks, by count. */
export interface Waiting {
  prices(): { submitted: number; returned: number }
}

export function insightProcedures(os: Implementer, service: InsightService, waiting: Waiting) {
  const { insight } = os
  return insight.router({
    workbench: insight.workbench.handler(({ input }) => service.workbench(input.month, priceTasks(waiting.prices()))),
    revenue: insight.revenue.handler(({ input }) => service.revenue(input)),
    exportRevenue: insight.exportRevenue.handler(({ input }) => service.exportRevenue(input)),
    tierRule: insight.tierRule.handler(() => service.tierRule()),
    setTierRule: insight.setTierRule.handler(({ input }) => service.setTierRule(input)),
  })
}

/** Sheets that wait for an approval, and those that came back. */
function priceTasks({ submitted, returned }: ReturnType<Waiting['prices']>): Task[] {
  const task = (code: string, count: number, state: string): Task[] =>
    count === 0
      ? []
      : [{ code, severity: 'warning', params: { count }, accountId: null, route: `/pricing?status=${state}` }]
  return [...task('prices-waiting', submitted, 'submitted'), ...task('prices-returned', returned, 'returned')]
}
