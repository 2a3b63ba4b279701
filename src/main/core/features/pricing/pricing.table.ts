import type { Role, Tier } from '#shared/contract/base'
import type { Generated } from 'kysely'

export type SheetStage = 'draft' | 'submitted' | 'returned'

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
  /** How far a draft is on its way to approval; an approved version keeps the stage it was approved from. */
  stage: Generated<SheetStage>
  submitted_at: Generated<string | null>
  submitted_by: Generated<string | null>
  submitted_role: Generated<Role | null>
  returned_at: Generated<string | null>
  returned_by: Generated<string | null>
  return_reason: Generated<string>
  /** What the floors said when it was submitted, a `FloorCheck` as JSON. */
  floor_check: Generated<string | null>
  /** Name of the competitor whose prices these are; '': ours. */
  competitor: Generated<string>
  approved_at: string | null
  approved_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}
