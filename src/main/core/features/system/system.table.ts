import type { Generated } from 'kysely'

export interface BookTable {
  id: number
  uid: string
  device: string
  name: string
  demo: Generated<number>
  hlc: string
  created_at: string
}

export interface SettingTable {
  key: string
  value: string
}

export interface AuditEntryTable {
  seq: Generated<number>
  at: string
  hlc: string
  device: string
  actor: string
  action: string
  entity: string
  entity_uid: string
  commitment: string
  previous: string
  hash: string
}

export interface AuditValueTable {
  seq: number
  salt: string
  value: string
}
