import type { Generated } from 'kysely'

export interface NotDuplicateTable {
  id: Generated<number>
  uid: string
  hlc: string
  first_id: number
  second_id: number
  actor: string
  said_at: string
  taken_back_at: string | null
}

export interface AccountMergeTable {
  id: Generated<number>
  uid: string
  hlc: string
  kept_id: number
  merged_id: number
  images: string
  counts: string
  actor: string
  merged_at: string
  undone_at: string | null
}

export interface AccountMergeRowTable {
  merge_id: number
  link: string
  row_key: number | string
  before: string | null
}
