import type { Implementer } from '../../implementer'
import type { InsightService } from './insight.service'

export function insightProcedures(os: Implementer, service: InsightService) {
  const { insight } = os
  return insight.router({
    workbench: insight.workbench.handler(({ input }) => service.workbench(input.month)),
    revenue: insight.revenue.handler(({ input }) => service.revenue(input)),
    exportRevenue: insight.exportRevenue.handler(({ input }) => service.exportRevenue(input)),
    tierRule: insight.tierRule.handler(() => service.tierRule()),
    setTierRule: insight.setTierRule.handler(({ input }) => service.setTierRule(input)),
  })
}
