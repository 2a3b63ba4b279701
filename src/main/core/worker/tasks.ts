import { demoTask } from '../features/demo/demo-task'
import { importAccounts, previewAccounts } from '../features/imports/account-import-task'
import { importContacts, previewContacts } from '../features/imports/contact-import-task'
import { importPrices, previewPrices } from '../features/imports/price-import-task'
import { undoBatch } from '../features/imports/undo-task'
import { importWaybills, previewWaybills } from '../features/imports/waybill-import-task'
import { rewriteTask } from '../features/system/rewrite-task'
import { mergeAccounts } from '../features/duplicates/merge-task'
import { undoMerge } from '../features/duplicates/merge-undo'
import { rebateTask } from '../features/profit/rebate-task'
import { simulationTask } from '../features/simulation/simulation-task'
import { rateTask } from '../features/waybills/rerate'
import type { Task } from './worker-kernel'

/** The long work of the program by name; each runs alone on a worker thread. */
export const tasks: Readonly<Record<string, Task>> = {
  'import-accounts': importAccounts,
  'import-contacts': importContacts,
  'import-prices': importPrices,
  'import-waybills': importWaybills,
  'preview-accounts': previewAccounts,
  'preview-contacts': previewContacts,
  'preview-prices': previewPrices,
  'preview-waybills': previewWaybills,
  undo: undoBatch,
  rate: rateTask,
  rebates: rebateTask,
  simulation: simulationTask,
  merge: mergeAccounts,
  unmerge: undoMerge,
  rewrite: rewriteTask,
  demo: demoTask,
}
