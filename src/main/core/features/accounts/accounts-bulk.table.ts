import type { Generated } from 'kysely'

export interface AccountBulkTable {
  id: Generated<number>
  uid: string
  hlc: string
  actor: string
  at: string
  undone_at: Generated<string | null>
}

export interface AccountBulkRowTable {
  bulk_id: number
  account_id: number
  /** The fields as they were, JSON. */
  before: string
  /** The account's version right after the change. */
  version: number
}
