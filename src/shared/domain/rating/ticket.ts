import type { Place } from '../region/place'

/** One piece's length, width and height in tenths of a millimetre (`parseCentimetres`: 50.5 cm is 5050). */
export interface PieceSize {
  length: number
  width: number
  height: number
}

/** What a rating needs to know of a waybill. Optional figures may be absent or null. */
export interface Ticket {
  /** Weight of the whole ticket in grams; null or 0 is the exception 重量缺失. */
  actualGrams: number | null
  pieces: number
  /** Size of one piece. */
  size?: PieceSize | null
  /** Weight of each piece in grams; used by 单件取大 and 单件重 if there is one for every piece. */
  pieceGrams?: readonly number[] | null
  /** Volume of the whole ticket in cm³; used where there is no size. */
  volumeCm3?: number | null
  /** The carrier's billed weight in grams, for sheets with 以承运商计费重为准. */
  billedGrams?: number | null
  declaredFen?: number | null
  codFen?: number | null
  /** Business date `YYYY-MM-DD` of shipping. */
  shippedOn: string
  /** Destination as far as known, for 适用目的地 of surcharges. */
  destination?: Place | null
}

/** What a rating needs beyond sheet and ticket. */
export interface RatingContext {
  /**
   * Quantity for a 当票 tier table (PRICING §6) in tickets, grams or fen of freight before discount: 当月累进 the
   * running quantity before this ticket, 当月全量 the whole month's, 上月 the whole last month's. Absent counts as 0.
   */
  tierQuantity?: number
}
