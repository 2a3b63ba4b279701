import { demoTask } from '../features/demo/demo-task'
import { importAccounts, previewAccounts } from '../features/imports/account-import-task'
import { importPrices, previewPrices } from '../features/imports/price-import-task'
import { undoBatch } from '../features/imports/undo-task'
import { importWaybills, previewWaybills } from '../features/imports/waybill-import-task'
import { rateTask } from '../features/waybills/rerate'
import type { Task } from './worker-kernel'

/** The long work of the program by name; each runs alone on a worker thread. */
export const tasks: Readonly<Record<string, Task>> = {
  'import-accounts': importAccounts,
  'import-prices': importPrices,
  'import-waybills': importWaybills,
  'preview-accounts': previewAccounts,
  'preview-prices': previewPrices,
  'preview-waybills': previewWaybills,
  undo: undoBatch,
  rate: rateTask,
  demo: demoTask,
}
