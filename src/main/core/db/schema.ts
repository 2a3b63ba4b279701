import type {
  AccountKeyTable,
  AccountLifecycleTable,
  AccountMemberTable,
  AccountSearchTable,
  AccountTable,
  AccountTagTable,
  AccountTierTable,
} from '../features/accounts/accounts.table'
import type { AccountBulkRowTable, AccountBulkTable } from '../features/accounts/accounts-bulk.table'
import type { AnniversaryTable, OfficialYearTable, TaskTable } from '../features/calendar/calendar.table'
import type { ChoiceTable } from '../features/choices/choices.table'
import type { CustomFieldTable, CustomValueTable } from '../features/custom-fields/custom-fields.table'
import type { AttachmentTable } from '../features/attachments/attachments.table'
import type {
  AccountMergeRowTable,
  AccountMergeTable,
  NotDuplicateTable,
} from '../features/duplicates/duplicates.table'
import type {
  HiddenBatchTable,
  ImportBatchTable,
  ImportBeforeTable,
  ImportMappingTable,
  ImportProblemTable,
} from '../features/imports/imports.table'
import type { CreditRatingTable, FinancialYearTable } from '../features/credit/credit.table'
import type {
  CompetitionShareTable,
  CompetitionTable,
  CompetitorTable,
  NeedsTable,
  SiteTable,
  WalletTable,
  WhiteSpaceTable,
} from '../features/needs/needs.table'
import type { ContactTable } from '../features/people/people.table'
import type { PlanTable } from '../features/plans/plans.table'
import type { PriceSheetTable } from '../features/pricing/pricing.table'
import type { QuotationTable } from '../features/quotations/quotations.table'
import type { AuditEntryTable, AuditValueTable, BookTable, SettingTable } from '../features/system/system.table'
import type { TimelineNoteTable } from '../features/timeline/timeline.table'
import type { ListViewTable } from '../features/views/views.table'
import type { AccountMonthLaneTable, AccountMonthTable, WaybillTable } from '../features/waybills/waybills.table'
import type { AccountCostTable, RebateLineTable } from '../features/profit/profit.table'
import type { ContractMeasureTable, ContractReviewTable, ContractTable } from '../features/contracts/contracts.table'
import type { SimulationTable } from '../features/simulation/simulation.table'

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
  account_search: AccountSearchTable
  not_duplicate: NotDuplicateTable
  account_merge: AccountMergeTable
  account_merge_row: AccountMergeRowTable
  account_bulk: AccountBulkTable
  account_bulk_row: AccountBulkRowTable
  list_view: ListViewTable
  account_lifecycle: AccountLifecycleTable
  account_tag: AccountTagTable
  account_member: AccountMemberTable
  choice: ChoiceTable
  custom_field: CustomFieldTable
  custom_value: CustomValueTable
  contact: ContactTable
  price_sheet: PriceSheetTable
  quotation: QuotationTable
  waybill: WaybillTable
  account_month: AccountMonthTable
  account_month_lane: AccountMonthLaneTable
  plan: PlanTable
  anniversary: AnniversaryTable
  task: TaskTable
  official_year: OfficialYearTable
  site: SiteTable
  needs: NeedsTable
  wallet: WalletTable
  competitor: CompetitorTable
  competition: CompetitionTable
  competition_share: CompetitionShareTable
  white_space: WhiteSpaceTable
  financial_year: FinancialYearTable
  credit_rating: CreditRatingTable
  attachment: AttachmentTable
  timeline_note: TimelineNoteTable
  account_cost: AccountCostTable
  rebate_line: RebateLineTable
  simulation: SimulationTable
  contract: ContractTable
  contract_measure: ContractMeasureTable
  contract_review: ContractReviewTable
}
