import type { CompiledCell } from './compile'
import type { Int } from './exact'
import type { RatingExceptionCode, RatingLine, RuleId } from './result'

/**
 * The figures of the rating in progress. One object serves ticket after ticket, so that a million ratings make no
 * million of these. Fractions of fen are numerator and denominator.
 */
export class RatingState {
  failure: RatingExceptionCode | null = null
  actual = 0
  /** Volume of the ticket in cm³ as a fraction; denominator 0 is unknown. */
  volumeTop: Int = 0
  volumeBottom = 0
  /** Volume weight of the ticket in grams, whether it is the larger or not; 0 where there is none. */
  volumeWeight = 0
  /** Chargeable weight in grams. */
  grams = 0
  /** Chargeable volume in cm³, -1 where there is none. */
  cm3 = -1
  cell: CompiledCell | null = null
  /** Freight before discount. */
  listTop: Int = 0
  listBottom: Int = 1
  freightFen = 0
  /** Discount as a fraction of freight. */
  factorTop: Int = 1
  factorBottom: Int = 1
  /** Freight after discount and minimum. */
  netTop: Int = 0
  netBottom: Int = 1
  sum = 0
  grossFen = 0
  netFen = 0
  taxFen = 0
  /** Whether lines and rules are kept; a run over many tickets asks for amounts only. */
  keeping = true
  lines: RatingLine[] = []
  ruleIds: RuleId[] = []

  reset(keeping: boolean): void {
    this.failure = null
    this.volumeTop = 0
    this.volumeBottom = 0
    this.volumeWeight = 0
    this.cm3 = -1
    this.cell = null
    this.factorTop = 1
    this.factorBottom = 1
    this.sum = 0
    this.keeping = keeping
    if (!keeping) return
    this.lines = []
    this.ruleIds = []
  }

  addRule(rule: RuleId): void {
    if (this.keeping) this.ruleIds.push(rule)
  }

  addLine(rule: RuleId, item: string | null, fen: number): void {
    this.sum += fen
    if (this.keeping) this.lines.push({ rule, item, fen })
  }
}
