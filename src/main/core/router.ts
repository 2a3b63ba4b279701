import type { BookInfo } from '#shared/contract/system'
import { createDemoService } from './features/demo/demo.service'
import { exportAccounts } from './features/accounts/account-export'
import { accountsProcedures } from './features/accounts/accounts.procedures'
import { createAccountsService } from './features/accounts/accounts.service'
import { importsProcedures } from './features/imports/imports.procedures'
import { createImportsService } from './features/imports/imports.service'
import { insightProcedures } from './features/insight/insight.procedures'
import { createInsightService } from './features/insight/insight.service'
import { createPeopleService } from './features/people/people.service'
import { peopleProcedures } from './features/people/people.procedures'
import { plansProcedures } from './features/plans/plans.procedures'
import { createPlansService } from './features/plans/plans.service'
import { pricingProcedures } from './features/pricing/pricing.procedures'
import { createPricingService } from './features/pricing/pricing.service'
import { createSheetReviewService } from './features/pricing/sheet-review.service'
import { systemProcedures } from './features/system/system.procedures'
import { createSystemService } from './features/system/system.service'
import { exportWaybills } from './features/waybills/waybill-export'
import { waybillsProcedures } from './features/waybills/waybills.procedures'
import { createWaybillsService } from './features/waybills/waybills.service'
import { filesProcedures } from './files/files.procedures'
import { createImplementer } from './implementer'
import { jobsProcedures } from './jobs/jobs.procedures'
import type { Kernel } from './kernel'

/** Puts services and procedures together: the one place where features meet. */
export function createRouter(kernel: Kernel, recovered: BookInfo['recovered']) {
  const os = createImplementer(kernel.log)
  const accounts = createAccountsService(kernel)
  const people = createPeopleService(kernel)
  const pricing = createPricingService(kernel)
  const waybills = createWaybillsService(kernel, accounts)
  const imports = createImportsService(kernel, { sheetsOfBatch: pricing.sheetsOfBatch })
  const insight = createInsightService(kernel)
  const plans = createPlansService(kernel, insight, accounts, people)
  const demo = createDemoService(kernel)
  const system = createSystemService(kernel, {
    latestMonth: waybills.latestMonth,
    verifyRollups: waybills.verifyRollups,
    recovered,
  })
  const review = createSheetReviewService(kernel, pricing, {
    past: waybills.past,
    auditOf: (entity, entityUid) => system.audit({ entity, entityUid, page: 1, pageSize: 200 }).rows,
  })
  return os.router({
    system: systemProcedures(os, system),
    jobs: jobsProcedures(os, kernel.jobs, demo.load),
    files: filesProcedures(os, kernel),
    accounts: accountsProcedures(os, accounts, {
      overview: insight.accountOverview,
      firstContact: people.firstContact,
      export: (query, locale) => exportAccounts(kernel, accounts, query, locale),
    }),
    imports: importsProcedures(os, imports),
    pricing: pricingProcedures(os, pricing, review),
    waybills: waybillsProcedures(os, waybills, (query, locale) => exportWaybills(kernel, waybills, query, locale)),
    insight: insightProcedures(os, insight),
    plans: plansProcedures(os, plans),
  })
}
