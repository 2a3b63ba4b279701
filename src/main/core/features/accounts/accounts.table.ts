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
  stage: Generated<string>
  source: Generated<string>
  credit_days: number | null
  credit_limit_fen: number | null
  note: string
  pinyin: string
  initials: string
  batch_id: number | null
  created_at: string
  updated_at: string
  deleted_at: string | null
  /** The customer into whom this one was merged. */
  merged_into: Generated<number | null>
}

export type AccountKeyKind = 'code' | 'month-account' | 'name' | 'short-name' | 'alias'

export interface AccountKeyTable {
  id: Generated<number>
  account_id: number
  kind: AccountKeyKind
  text: string
  match_key: string
  /** How the text is typed; null until it was read, '' for codes. */
  pinyin: string | null
  initials: string | null
  /** The name without region and legal form, '' for codes; and how it sounds, '' where it is too short to tell. */
  core: string | null
  core_pinyin: string | null
}

/** Everything a customer is found by, kept by triggers (migration 4 says in which form). */
export interface AccountSearchTable {
  account_id: number
  own: string
  people: string
}

export interface AccountTierTable {
  account_id: number
  valid_from: string
  tier: Tier | null
}

/** A state of a customer with its first day; the newest row is the state in force. */
export interface AccountLifecycleTable {
  id: Generated<number>
  uid: string
  hlc: string
  account_id: number
  lifecycle: Lifecycle
  since: string
  reason: string
  actor: string
  recorded_at: string
}

export interface AccountTagTable {
  account_id: number
  tag: string
  position: number
}

/** 项目组: who works for a customer. */
export interface AccountMemberTable {
  id: Generated<number>
  uid: string
  hlc: string
  account_id: number
  position: number
  name: string
  role: string
  since: string | null
  until: string | null
}
