import { formatDecimal } from '../decimal'
import { formatUnitPrice } from '../money'
import type { PriceSheet, RoundingRange } from '../rating/price-sheet'
import { formatKilograms } from '../weight'

/** A term of a sheet as a sentence: a key of the catalogue `quotations` and what it says. */
export interface Term {
  code: string
  params: Readonly<Record<string, string>>
}

const term = (code: string, params: Readonly<Record<string, string>> = {}): Term => ({ code: `terms.${code}`, params })

/** How weights and amounts come about (PRICING §1 to §3), for people who never saw the notation. */
export function sheetTerms(sheet: PriceSheet): Term[] {
  const { weight, minimum, discountPpm, taxIncluded, taxPpm, wipe, columns } = sheet
  const byWeight = columns.some(({ unit }) => unit === 'kg')
  return [
    ...cellTerms(sheet),
    ...(byWeight ? weightTerms(sheet) : []),
    ...(weight.gramsPerCubicMetre === null ? [] : [term('cargo', { kg: formatKilograms(weight.gramsPerCubicMetre) })]),
    ...(discountPpm === null ? [] : [term('discount', { percent: formatDecimal(discountPpm, 4) })]),
    ...(minimum === null ? [] : [term(`minimum.${minimum.per}`, { amount: formatUnitPrice(minimum.units) })]),
    ...(wipe.to === 'fen' ? [] : [term(`wipe.${wipe.to}.${wipe.mode}`)]),
    taxPpm === null
      ? term(taxIncluded ? 'tax.included' : 'tax.excluded')
      : term(taxIncluded ? 'tax.includedAt' : 'tax.excludedAt', { percent: formatDecimal(taxPpm, 4) }),
  ]
}

/** What the notations mean that occur in the table of prices (PRICING §3). */
function cellTerms({ rows, columns, weight }: PriceSheet): Term[] {
  const kinds = new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell.kind)))
  const whole = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) => (cell.kind === 'whole' ? [columns[at]?.unit ?? 'kg'] : [])),
    ),
  )
  const params = { first: formatKilograms(weight.firstGrams), step: formatKilograms(weight.stepGrams) }
  return [
    ...(kinds.has('flat') ? [term('cell.flat')] : []),
    ...(kinds.has('first-plus') ? [term('cell.first-plus', params)] : []),
    ...(kinds.has('marginal') ? [term('cell.marginal', params)] : []),
    ...[...whole].map((unit) => term(`cell.whole.${unit}`)),
    ...(kinds.has('not-served') ? [term('cell.not-served')] : []),
  ]
}

function weightTerms({ weight }: PriceSheet): Term[] {
  const { divisor, volumeCondition, rounding, preRounding, pieces, minimumGrams, trustCarrier } = weight
  if (trustCarrier) return [term('carrier')]
  return [
    volumeTerm(divisor, volumeCondition),
    ...(divisor === null ? [] : [term(`pieces.${pieces}`)]),
    ...(preRounding && preRounding.kind !== 'none'
      ? [term('before', { rule: '', step: formatKilograms(preRounding.step) })]
      : []),
    ...roundingTerms(rounding),
    ...(minimumGrams > 0 ? [term('leastWeight', { kg: formatKilograms(minimumGrams) })] : []),
  ]
}

function volumeTerm(divisor: number | null, condition: PriceSheet['weight']['volumeCondition']): Term {
  if (divisor === null || condition.kind === 'never') return term('volume.never')
  const params = { divisor: String(divisor) }
  if (condition.kind === 'larger') return term('volume.larger', params)
  return term('volume.over', { ...params, times: formatDecimal(condition.ratioPpm, 6) })
}

function roundingTerms(ranges: readonly RoundingRange[]): Term[] {
  let from = 0
  return ranges.map(({ upTo, rounding }) => {
    const where = ranges.length === 1 ? 'all' : upTo === null ? 'over' : 'upTo'
    const params: Record<string, string> = { from: formatKilograms(from), to: formatKilograms(upTo ?? from) }
    from = upTo ?? from
    if (rounding.kind !== 'none') params['step'] = formatKilograms(rounding.step)
    if (rounding.kind === 'threshold') params['threshold'] = formatKilograms(rounding.threshold)
    return term(`rounding.${rounding.kind}.${where}`, params)
  })
}
