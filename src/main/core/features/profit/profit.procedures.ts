import type { Kernel } from '../../kernel'
import type { Implementer } from '../../implementer'
import type { AccountCostsService } from './account-costs.service'
import { exportContribution, exportCosts, exportRebates } from './profit-export'
import type { ProfitService } from './profit.service'
import type { RebatesService } from './rebates.service'

interface Services {
  profit: ProfitService
  costs: AccountCostsService
  rebates: RebatesService
}

/** Most lines that are one file. */
const exportLines = 100_000

export function profitProcedures(os: Implementer, kernel: Kernel, { profit, costs, rebates }: Services) {
  const { profit: p } = os
  return p.router({
    contribution: p.contribution.handler(({ input }) => profit.report(input)),
    account: p.account.handler(({ input }) => profit.account(input)),
    export: p.export.handler(({ input }) => exportContribution(kernel, profit.report(input), input.locale)),
    rule: p.rule.handler(() => profit.rule()),
    setRule: p.setRule.handler(({ input }) => profit.setRule(input)),
    costs: p.costs.handler(({ input }) => costs.list(input)),
    exportCosts: p.exportCosts.handler(({ input: { locale, ...query } }) =>
      exportCosts(kernel, query, costs.list({ ...query, page: 1, pageSize: exportLines }).rows, locale),
    ),
    addCost: p.addCost.handler(({ input }) => costs.add(input)),
    changeCost: p.changeCost.handler(({ input }) => costs.change(input.id, input.version, input.cost)),
    removeCost: p.removeCost.handler(async ({ input }) => {
      await costs.remove(input.id)
      return {}
    }),
    restoreCost: p.restoreCost.handler(async ({ input }) => {
      await costs.restore(input.id)
      return {}
    }),
    rebates: p.rebates.handler(({ input }) => rebates.list(input)),
    runRebates: p.runRebates.handler(({ input }) => ({ job: rebates.run(input.month) })),
    exportRebates: p.exportRebates.handler(({ input: { month, locale } }) => {
      const all = { page: 1, pageSize: exportLines, descending: false, search: '', filter: { month } }
      return exportRebates(kernel, month, rebates.list(all).rows, locale)
    }),
  })
}
