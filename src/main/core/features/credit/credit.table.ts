import type { CreditGrade } from '#shared/contract/credit'
import type { Generated } from 'kysely'

export interface FinancialYearTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  account_id: number
  year: number
  current_assets_fen: number | null
  current_liabilities_fen: number | null
  revenue_fen: number | null
  net_profit_fen: number | null
  average_assets_fen: number | null
  receivables_fen: number | null
  inventory_fen: number | null
  cost_fen: number | null
  source: string
  note: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface CreditRatingTable {
  id: Generated<number>
  uid: string
  hlc: string
  account_id: number
  year: number
  rated_on: string
  grade: CreditGrade
  limit_fen: number
  credit_days: number
  /** JSON of the figures, rating and suggestion it was taken from. */
  derivation: string
  actor: string
  created_at: string
}
