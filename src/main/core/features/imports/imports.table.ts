import type { ImportKind } from '#shared/contract/imports'
import type { Generated } from 'kysely'

export interface ImportBatchTable {
  id: Generated<number>
  uid: string
  hlc: string
  kind: ImportKind
  file_name: string
  file_hash: string
  sheet: string
  state: 'staging' | 'visible' | 'undone' | 'failed'
  options: string
  counts: string
  header: Generated<string>
  actor: string
  started_at: string
  finished_at: string | null
  seconds: Generated<number>
}

export interface HiddenBatchTable {
  batch_id: number
}

export interface ImportProblemTable {
  id: Generated<number>
  batch_id: number
  row: number | null
  sheet: string | null
  col: string | null
  code: string
  params: string
  severity: 'error' | 'warning'
  cells: string | null
}

export interface ImportBeforeTable {
  id: Generated<number>
  batch_id: number
  entity: string
  entity_id: number
  before: string
  after: string
}

export interface ImportMappingTable {
  kind: ImportKind
  signature: string
  mapping: string
  used_at: string
}
