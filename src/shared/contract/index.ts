import { accountsContract } from './accounts'
import { filesContract } from './files'
import { importsContract } from './imports'
import { insightContract } from './insight'
import { jobsContract } from './jobs'
import { plansContract } from './plans'
import { pricingContract } from './pricing'
import { systemContract } from './system'
import { waybillsContract } from './waybills'

/** Everything the program can be asked for. The page, the command line and the tests all enter here. */
export const contract = {
  system: systemContract,
  jobs: jobsContract,
  files: filesContract,
  accounts: accountsContract,
  imports: importsContract,
  pricing: pricingContract,
  waybills: waybillsContract,
  insight: insightContract,
  plans: plansContract,
}
