import type { Generated } from 'kysely'

export interface ContractTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  number: string
  account_id: number
  title: string
  parties: string
  manager: string
  signed_on: string | null
  valid_from: string
  valid_to: string | null
  products: string
  sheets: string
  credit_days: number | null
  credit_limit_fen: number | null
  billing_day: number | null
  promises: string
  minimum_unit: 'pieces' | 'grams' | 'fen' | null
  minimum_amount: number | null
  minimum_period: 'month' | 'year' | null
  covers_group: number
  deposit_fen: number | null
  deposit_due_on: string | null
  deposit_received_on: string | null
  renew_months: number | null
  notice_days: number | null
  terminated_on: string | null
  termination_reason: Generated<string>
  predecessor_id: number | null
  note: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface ContractMeasureTable {
  id: Generated<number>
  uid: string
  hlc: string
  contract_id: number
  month: string
  promise: string
  value: number | null
  note: string
  updated_at: string
}

export interface ContractReviewTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  contract_id: number
  day: string
  reviewer: string
  clause: string
  assessment: 'favourable' | 'neutral' | 'unfavourable'
  risk: string
  suggestion: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}
