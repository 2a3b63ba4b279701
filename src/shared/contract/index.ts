import { accountBulkContract } from './account-bulk'
import { accountsContract } from './accounts'
import { attachmentsContract } from './attachments'
import { contractsContract } from './contracts'
import { creditContract } from './credit'
import { choicesContract } from './choices'
import { customFieldsContract } from './custom-fields'
import { calendarContract } from './calendar'
import { duplicatesContract } from './duplicates'
import { filesContract } from './files'
import { historyContract } from './history'
import { importsContract } from './imports'
import { insightContract } from './insight'
import { jobsContract } from './jobs'
import { peopleContract } from './people'
import { needsContract } from './needs'
import { plansContract } from './plans'
import { pricingContract } from './pricing'
import { quotationsContract } from './quotations'
import { profitContract } from './profit'
import { simulationContract } from './simulation'
import { systemContract } from './system'
import { timelineContract } from './timeline'
import { viewsContract } from './views'
import { waybillsContract } from './waybills'

/** Everything the program can be asked for. The page, the command line and the tests all enter here. */
export const contract = {
  system: systemContract,
  jobs: jobsContract,
  files: filesContract,
  accounts: { ...accountsContract, ...accountBulkContract },
  choices: choicesContract,
  customFields: customFieldsContract,
  duplicates: duplicatesContract,
  imports: importsContract,
  pricing: pricingContract,
  quotations: quotationsContract,
  contracts: contractsContract,
  waybills: waybillsContract,
  insight: insightContract,
  plans: plansContract,
  calendar: calendarContract,
  needs: needsContract,
  credit: creditContract,
  people: peopleContract,
  attachments: attachmentsContract,
  timeline: timelineContract,
  history: historyContract,
  profit: profitContract,
  simulation: simulationContract,
  views: viewsContract,
}
