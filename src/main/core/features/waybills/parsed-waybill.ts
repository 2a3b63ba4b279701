import type { PieceSize } from '#shared/domain/rating/ticket'
import type { PlaceAnswer } from './waybill-places'

/** A row of a waybill file after parsing: stored units, nothing guessed. */
export interface ParsedWaybill {
  /** 1-based row of the sheet. */
  row: number
  carrier: string
  number: string
  /** '' or 运费 for the freight itself; otherwise the charge's name. */
  feeKind: string
  lineKind: 'freight' | 'fee' | 'credit'
  shippedOn: string
  customerCode: string
  monthAccount: string
  customerName: string
  product: string
  origin: PlaceAnswer
  destination: PlaceAnswer
  pieces: number
  actualGrams: number | null
  billedGrams: number | null
  volumeCm3: number | null
  /** Of one piece. */
  size: PieceSize | null
  declaredFen: number | null
  codFen: number | null
  billedFen: number | null
  note: string
}
