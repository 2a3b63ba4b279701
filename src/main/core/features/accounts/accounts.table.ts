import type { Lifecycle } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import type { Generated } from 'kysely'

export interface AccountTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  code: string
  name: string
  short_name: string
  uscc: string
  industry: string
  lifecycle: Lifecycle
  tier: Tier | null
  manager: string
  group_id: number | null
  province: string
  city: string
  district: string
  address: string
  credit_days: number | null
  credit_limit_fen: number | null
  note: string
  pinyin: string
  initials: string
  batch_id: number | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export type AccountKeyKind = 'code' | 'month-account' | 'name' | 'short-name' | 'alias'

export interface AccountKeyTable {
  id: Generated<number>
  account_id: number
  kind: AccountKeyKind
  text: string
  match_key: string
}

export interface AccountTierTable {
  account_id: number
  valid_from: string
  tier: Tier | null
}

export interface ContactTable {
  id: Generated<number>
  uid: string
  account_id: number
  name: string
  title: string
  phone: string
  email: string
  note: string
  is_primary: number
}
