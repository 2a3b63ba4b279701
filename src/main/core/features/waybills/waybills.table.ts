import type { WaybillStatus } from '#shared/contract/waybills'
import type { Generated } from 'kysely'

export interface WaybillTable extends WaybillRowColumns {
  id: Generated<number>
}

/** The columns of a waybill but its key. */
export interface WaybillRowColumns {
  batch_id: number
  source_row: number
  source_hash: string
  carrier: string
  number: string
  fee_kind: string
  line_kind: 'freight' | 'fee' | 'credit'
  shipped_on: string
  month: string
  customer_code: string
  customer_name: string
  account_id: number | null
  product: string
  origin: string
  destination: string
  /** Six-digit code of the destination's province, or '' where it is not known. */
  province: string
  pieces: number
  actual_grams: number | null
  billed_grams: number | null
  volume_cm3: number | null
  /** Of one piece, tenths of a millimetre. */
  size_l: number | null
  size_w: number | null
  size_h: number | null
  declared_fen: number | null
  cod_fen: number | null
  billed_fen: number | null
  note: string
  status: WaybillStatus
  reason: string | null
  reason_params: string | null
  cost_reason: string | null
  chargeable_grams: number | null
  revenue_fen: number | null
  gross_fen: number | null
  tax_fen: number | null
  cost_fen: number | null
  price_sheet_id: number | null
  cost_sheet_id: number | null
}

/** Figures both rollups hold. */
interface RollupFigures {
  account_id: number
  month: string
  tickets: number
  pieces: number
  grams: number
  revenue_fen: number
  cost_fen: number
  margin_fen: number
  billed_fen: number
  unrated: number
  uncosted: number
  last_shipped_on: string
}

export type AccountMonthTable = RollupFigures

export interface AccountMonthLaneTable extends RollupFigures {
  province: string
  product: string
}
