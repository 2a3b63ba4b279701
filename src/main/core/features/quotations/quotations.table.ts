import type { Generated } from 'kysely'

export interface QuotationTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  /** `YYYY-MM` of the number. */
  month: string
  sequence: number
  revision: number
  number: string
  state: 'draft' | 'sent' | 'won' | 'lost'
  account_id: number | null
  company: string
  contact: string
  phone: string
  valid_from: string
  valid_to: string
  content: string
  products: string
  parts: number
  total_fen: number | null
  lost_reason: Generated<string>
  sheets: Generated<string>
  owner: string
  sent_at: string | null
  closed_at: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}
