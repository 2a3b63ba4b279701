/**
 * A price sheet as the engine understands it: integers only, safe to store as JSON (no undefined, no bigint, no Map).
 * Units: grams, cm³, 10^-4 yuan (`…Units`), parts per million (`…Ppm`).
 */

/** 用途: prices to a customer, or the branch's own cost. */
export type SheetUse = 'sale' | 'cost'

/** One 进位 rule (PRICING §2). Steps and thresholds in grams. */
export type Rounding =
  | { kind: 'none' }
  | { kind: 'up'; step: number }
  | { kind: 'half-up'; step: number }
  | { kind: 'threshold'; step: number; threshold: number }

/** 进位 by range: the first range with weight ≤ `upTo` applies; `null` is the open end. A plain rule is one open range. */
export interface RoundingRange {
  upTo: number | null
  rounding: Rounding
}

/** 计泡条件: take the larger, never count volume, or only when it is over `ratioPpm` of the actual weight. */
export type VolumeCondition = { kind: 'larger' } | { kind: 'never' } | { kind: 'over'; ratioPpm: number }

/** How a ticket's chargeable weight and volume come about (PRICING §1 step 3). */
export interface WeightRules {
  firstGrams: number
  stepGrams: number
  /** 抛比 in cm³ per kg; null is 不计泡. */
  divisor: number | null
  volumeCondition: VolumeCondition
  /** 多件方式: 合计 or 单件取大. */
  pieces: 'total' | 'per-piece'
  preRounding: Rounding | null
  rounding: RoundingRange[]
  minimumGrams: number
  /** 以承运商计费重为准: the carrier's billed weight instead of the larger of actual and volume weight. */
  trustCarrier: boolean
  /** 重泡比 in grams per m³; null is absent. */
  gramsPerCubicMetre: number | null
  minimumCm3: number
}

/** A bracket, left open and right closed. `to` null is the open end. Grams or cm³ by `unit`. */
export interface Bracket {
  unit: 'kg' | 'm3'
  from: number
  to: number | null
  /** First weight and step where the column says otherwise than the sheet; always null for volumes. */
  first: number | null
  step: number | null
}

/** A cell of the bracket table (PRICING §3). `step` 0 is exact proportion, null the step of column or sheet. */
export type Cell =
  | { kind: 'flat'; priceUnits: number }
  | { kind: 'first-plus'; priceUnits: number; stepPriceUnits: number; step: number | null }
  | { kind: 'marginal'; stepPriceUnits: number; step: number | null }
  | { kind: 'whole'; priceUnits: number }
  | { kind: 'not-served' }

export interface SheetRow {
  /** Zone, place, `*` or `A→B`, as written. */
  key: string
  cells: Cell[]
}

export interface Zone {
  zone: string
  places: string
}

export type SurchargeKind = 'fixed' | 'rate' | 'per-kg' | 'per-piece'

export type SurchargeBase =
  | 'declared'
  | 'cod'
  | 'list-freight'
  | 'net-freight'
  | 'chargeable-weight'
  | 'actual-weight'
  | 'pieces'

export type ConditionField =
  | 'piece-weight'
  | 'ticket-weight'
  | 'chargeable-weight'
  | 'volume-weight'
  | 'pieces'
  | 'longest-side'
  | 'second-side'
  | 'shortest-side'
  | 'side-sum'
  | 'volume'
  | 'declared'
  | 'cod'

export type Comparison = '>=' | '>' | '<=' | '<' | '=' | '!='

/** `value` in the field's own unit: grams, pieces, 0.1 mm, cm³ or fen. */
export interface Condition {
  field: ConditionField
  comparison: Comparison
  value: number
}

/** A row of 附加费 (PRICING §1 step 6, §4). */
export interface Surcharge {
  item: string
  kind: SurchargeKind
  /** 10^-4 yuan (per ticket, kg or piece); ppm for `rate`. */
  value: number
  /** null only for `fixed`: charged whatever the ticket carries. */
  base: SurchargeBase | null
  minimumUnits: number | null
  maximumUnits: number | null
  /** 免收额 in fen, grams or pieces by basis. */
  free: number
  /** 基数取整 in fen, grams or pieces by basis; 0 is none. */
  floor: number
  /** 适用目的地 as written; null is any. */
  places: string | null
  from: string | null
  to: string | null
  /** All must hold. */
  conditions: Condition[]
  /** 参与折扣 */
  discounted: boolean
}

export type TierBasis = 'tickets' | 'weight' | 'freight'

export type TierBenefit =
  | { kind: 'discount'; ppm: number }
  | { kind: 'rebate'; ppm: number }
  | { kind: 'per-ticket'; units: number }
  | { kind: 'per-kg'; units: number }

/** A row of 阶梯. `lower` inclusive, `upper` exclusive: tickets, grams or fen. */
export interface TierStep {
  lower: number
  upper: number | null
  benefit: TierBenefit
}

/** The rows of 阶梯 that belong together: same basis, period, mode and settlement. */
export interface TierTable {
  basis: TierBasis
  period: 'previous-month' | 'this-month'
  mode: 'progressive' | 'whole'
  settle: 'per-ticket' | 'month-end-rebate'
  steps: TierStep[]
}

export interface WipeRule {
  to: 'fen' | 'jiao' | 'yuan'
  mode: 'half-up' | 'up' | 'down'
}

export interface PriceSheet {
  number: string | null
  name: string | null
  use: SheetUse
  /** 客户 as written; null is general. */
  customer: string | null
  /** 级别 */
  tier: string | null
  product: string | null
  origin: string | null
  effectiveFrom: string | null
  effectiveTo: string | null
  note: string | null
  /** 竞争对手: whose prices these are; absent where they are ours. */
  competitor?: string
  weight: WeightRules
  minimum: { units: number; per: 'ticket' | 'piece' } | null
  discountPpm: number | null
  wipe: WipeRule
  taxIncluded: boolean
  /** null is no split. */
  taxPpm: number | null
  columns: Bracket[]
  rows: SheetRow[]
  zones: Zone[]
  surcharges: Surcharge[]
  tiers: TierTable[]
  /** Keys of 报价信息 that are not known, kept in their order. */
  remarks: { key: string; value: string }[]
}
