import type { Generated } from 'kysely'
import type { CustomFieldType } from '#shared/contract/custom-fields'

export interface CustomFieldTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  name: string
  type: CustomFieldType
  unit: string
  decimals: number
  /** JSON: `[{ name, retired }]`. */
  options: string
  required: number
  in_list: number
  position: number
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface CustomValueTable {
  account_id: number
  field_id: number
  text: string | null
  number: number | null
}
