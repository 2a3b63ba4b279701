import type { AccountKeyTable, AccountTable, AccountTierTable, ContactTable } from '../features/accounts/accounts.table'
import type {
  HiddenBatchTable,
  ImportBatchTable,
  ImportBeforeTable,
  ImportMappingTable,
  ImportProblemTable,
} from '../features/imports/imports.table'
import type { PlanTable } from '../features/plans/plans.table'
import type { PriceSheetTable } from '../features/pricing/pricing.table'
import type { AuditEntryTable, AuditValueTable, BookTable, SettingTable } from '../features/system/system.table'
import type { AccountMonthLaneTable, AccountMonthTable, WaybillTable } from '../features/waybills/waybills.table'

/** All tables of a book, as Kysely sees them. */
export interface Schema {
  book: BookTable
  setting: SettingTable
  audit_entry: AuditEntryTable
  audit_value: AuditValueTable
  import_batch: ImportBatchTable
  hidden_batch: HiddenBatchTable
  import_problem: ImportProblemTable
  import_before: ImportBeforeTable
  import_mapping: ImportMappingTable
  account: AccountTable
  account_key: AccountKeyTable
  account_tier: AccountTierTable
  contact: ContactTable
  price_sheet: PriceSheetTable
  waybill: WaybillTable
  account_month: AccountMonthTable
  account_month_lane: AccountMonthLaneTable
  plan: PlanTable
}
