import { formatSheetForm } from '../rating/format-sheet'
import type { PriceSheet } from '../rating/price-sheet'
import { comparePrices, type ComparedPrices } from './compare-prices'
import { tablesOfForm } from './sheet-tables'

/** A value of 报价信息 or of a row of 附加费 or 阶梯 that is not the same in both; null: not there. */
export interface ValueDifference {
  key: string
  before: string | null
  after: string | null
}

export interface RowDifference {
  standing: 'added' | 'removed' | 'changed'
  /** What the row is about: the item with its places, or the step. */
  name: string
  values: ValueDifference[]
}

export interface SheetComparison extends ComparedPrices {
  info: ValueDifference[]
  surcharges: RowDifference[]
  tiers: RowDifference[]
  /** Of the cells that either sheet prices. */
  counts: { changed: number; added: number; removed: number; same: number }
}

/** Two sheets or versions, everything in which they differ. */
export function compareSheets(before: PriceSheet, after: PriceSheet): SheetComparison {
  const [old, now] = [tablesOfForm(formatSheetForm(before)), tablesOfForm(formatSheetForm(after))]
  const prices = comparePrices(before, after)
  const counts = { changed: 0, added: 0, removed: 0, same: 0 }
  for (const { cells } of prices.rows)
    for (const { standing } of cells) {
      if (standing === 'equal' || standing === 'same') counts.same += 1
      else if (standing !== 'none') counts[standing] += 1
    }
  return {
    ...prices,
    counts,
    info: differences(
      new Map(old.info.map(({ key, value }) => [key, value])),
      new Map(now.info.map(({ key, value }) => [key, value])),
    ),
    surcharges: rowDifferences(
      old.surcharges,
      now.surcharges,
      ['项目', '适用目的地', '开始日期', '条件'],
      ['项目', '适用目的地'],
    ),
    tiers: rowDifferences(old.tiers, now.tiers, ['依据', '期间', '方式', '结算', '下限'], ['依据', '下限']),
  }
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ValueDifference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys
    .map((key) => ({ key, before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((one) => one.before !== one.after)
}

type Row = Readonly<Record<string, string>>

/** Rows that agree in `identity` are the same row; a second one of the same identity is the second everywhere. */
function rowDifferences(
  before: readonly Row[],
  after: readonly Row[],
  identity: readonly string[],
  naming: readonly string[],
): RowDifference[] {
  const old = numbered(before, identity)
  const now = numbered(after, identity)
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): RowDifference[] => {
    const [was, is] = [old.get(id), now.get(id)]
    const row = is ?? was ?? {}
    const values = differences(new Map(Object.entries(was ?? {})), new Map(Object.entries(is ?? {})))
    if (values.length === 0) return []
    const name = naming
      .map((key) => row[key] ?? '')
      .filter((text) => text !== '')
      .join(' · ')
    return [{ standing: !was ? 'added' : !is ? 'removed' : 'changed', name, values }]
  })
}

function numbered(rows: readonly Row[], identity: readonly string[]): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const base = identity.map((key) => row[key] ?? '').join('\n')
    let id = base
    for (let count = 2; found.has(id); count += 1) id = `${base}\n${count}`
    found.set(id, row)
  }
  return found
}
