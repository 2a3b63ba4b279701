import type { SiteKind } from '#shared/contract/sites'
import type { Generated } from 'kysely'

/** What every record of a customer here has. */
interface RecordColumns {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  account_id: number
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface SiteTable extends RecordColumns {
  name: string
  kind: SiteKind
  province: string
  city: string
  district: string
  address: string
  /** JSON of `PickupWindow[]`. */
  windows: string
  contact_id: number | null
  contact: string
  note: string
}

export interface NeedsTable extends RecordColumns {
  /** JSON of `NeedsContent`. */
  content: string
}

export interface WalletTable extends RecordColumns {
  period: string
  total_fen: number
  stated_on: string
  source: string
  note: string
}

export interface CompetitorTable extends Omit<RecordColumns, 'account_id'> {
  name: string
  note: string
}

export interface CompetitionTable extends RecordColumns {
  stated_on: string
  source: string
}

export interface CompetitionShareTable {
  id: Generated<number>
  competition_id: number
  competitor_id: number
  share_ppm: number | null
  products: string
  lanes: string
  price_note: string
  price_per_kg: string
  price_per_ticket: string
  strengths: string
  weaknesses: string
}

export interface WhiteSpaceTable extends RecordColumns {
  /** JSON of `WhiteContent`. */
  content: string
}
