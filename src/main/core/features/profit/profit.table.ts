import type { Generated } from 'kysely'

export interface AccountCostTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  account_id: number
  month: string
  kind: 'service' | 'claim'
  item: string
  fen: number
  waybill_number: string
  note: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface RebateLineTable {
  id: Generated<number>
  uid: string
  hlc: string
  account_id: number
  month: string
  sheet_name: string
  price_sheet_id: number
  table_index: number
  fen: number
  net_fen: number
  derivation: string
  computed_at: string
}
