import type { Tier } from '#shared/contract/base'
import type { Generated } from 'kysely'

export interface PriceSheetTable {
  id: Generated<number>
  uid: string
  hlc: string
  code: string
  name: string
  version: number
  usage: 'sale' | 'cost'
  status: 'draft' | 'approved'
  account_id: number | null
  tier: Tier | null
  product: string
  valid_from: string
  valid_to: string | null
  sheet: string
  /** The tables of the editor as JSON while a draft has errors; null: `sheet` is whole. */
  form: string | null
  zones: number
  batch_id: number | null
  approved_at: string | null
  approved_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}
