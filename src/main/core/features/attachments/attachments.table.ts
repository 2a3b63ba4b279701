import type { AttachmentCategory } from '#shared/contract/attachments'
import type { Generated } from 'kysely'

export interface AttachmentTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  /** What it is attached to: `account`, `contract` …, and which one. */
  entity: string
  entity_uid: string
  /** Names the stored bytes; several rows may share them. */
  sha256: string
  bytes: number
  file_name: string
  title: string
  category: AttachmentCategory
  note: string
  actor: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}
