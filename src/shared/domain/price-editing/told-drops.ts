import { formatUnitPrice } from '../money'
import { formatBracketHeader } from '../rating/bracket-header'
import { quantityText } from '../rating/formula'
import { type PriceDrop, priceDrops } from '../rating/monotone'
import type { PriceSheet } from '../rating/price-sheet'

/** The numbers that the words `pricing:drop` name. */
export type DropParams = Readonly<
  Record<'key' | 'bracket' | 'unit' | 'lighter' | 'heavier' | 'lighterPrice' | 'heavierPrice', string>
>

/** Where a heavier ticket is cheaper than a lighter one, each with the numbers of its words. */
export function toldDrops(sheet: PriceSheet): { drop: PriceDrop; params: DropParams }[] {
  return priceDrops(sheet).map((drop) => {
    const { unit, column, key } = drop
    const bracket = sheet.columns[column]
    const params = {
      key,
      bracket: bracket ? formatBracketHeader(bracket) : '',
      unit: unit === 'kg' ? 'kg' : 'm³',
      lighter: quantityText(unit, drop.lighter),
      heavier: quantityText(unit, drop.heavier),
      lighterPrice: formatUnitPrice(drop.lighterUnits),
      heavierPrice: formatUnitPrice(drop.heavierUnits),
    }
    return { drop, params }
  })
}
