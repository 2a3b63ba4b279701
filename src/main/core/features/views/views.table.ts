import type { ViewList } from '#shared/contract/views'
import type { Generated } from 'kysely'

export interface ListViewTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  list: ViewList
  name: string
  filters: string
  search: string
  sort: string
  descending: number
  columns: string
  is_default: Generated<number>
  deleted_at: Generated<string | null>
}
