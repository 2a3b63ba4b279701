/**
 * Identifies a rule of the sheet that had a part in the amount: `bracket:2` is the third column, `rounding:0` the first
 * range of 进位, `surcharge:1` the second row of 附加费.
 */
export type RuleId = string

/** One amount of a rated ticket. `item` is the 项目 of a surcharge, null for freight and 抹零. */
export interface RatingLine {
  rule: RuleId
  item: string | null
  fen: number
}

/** What a run over many tickets asks for. Amounts fen. */
export interface RatedAmounts {
  rated: true
  /** Chargeable weight in grams. */
  grams: number
  /** Volume in cm³ where the sheet has volume columns and the ticket a volume. */
  cm3: number | null
  /** Freight before discount and minimum, half up to fen: the basis of tiers (PRICING §6). */
  freightFen: number
  /** Gross. */
  totalFen: number
  /** Net and tax add up to the total; without 税率 net is the total and tax 0. */
  netFen: number
  taxFen: number
}

export interface RatedTicket extends RatedAmounts {
  /** Freight, surcharges in the order of the sheet, 抹零 as a difference. They add up to gross, or to net if 含税 is 否. */
  lines: RatingLine[]
  ruleIds: RuleId[]
}

export type RatingExceptionCode =
  | 'weight-missing'
  | 'billed-weight-missing'
  | 'volume-missing'
  | 'not-served'
  | 'unknown-place'
  | 'surcharge-place-unknown'
  | 'too-large'

/** A ticket that has no price, with the reason; never an amount of 0 (PRICING §7). */
export interface RatingException {
  rated: false
  code: RatingExceptionCode
  params: Readonly<Record<string, string>>
}

export type RatingResult = RatedTicket | RatingException
