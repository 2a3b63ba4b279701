import type { Scenario } from '#shared/contract/simulation'
import { applyMassChange } from '#shared/domain/rating/mass-change'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import { productKey, readySheet, type SheetEntry } from './compiled-entry'
import type { TicketSource } from './month-quantities'
import { storedSheet } from './pricing.repository'
import { RatingBook } from './rating-book'
import { ratingBookData } from './rating-book.repository'

export interface ScenarioBook {
  book: RatingBook
  /** The one sheet that is tried, where there is one. */
  tried: SheetEntry | null
  /** In words of its own: name and version of the sheet, or of the sheets that are changed. */
  name: string
}

/** Before any day a book can know. */
const always = '0001-01-01'

/**
 * The book's prices as they would be under a scenario. A sheet that is tried holds from the first day on and takes the
 * place of every version of its scope; with an account it is that account's own.
 * @throws Refused `not-found`, `sheet-has-errors`
 */
export function scenarioBook(db: Database, scenario: Scenario, tickets: TicketSource | null): ScenarioBook {
  const data = ratingBookData(db)
  if (scenario.kind === 'change') {
    const wanted = scenario.sheetIds === null ? null : new Set(scenario.sheetIds)
    const names = new Set<string>()
    const sheets = data.sheets.map((entry) => {
      if (entry.usage !== 'sale' || (wanted && !wanted.has(entry.id))) return entry
      names.add(entry.name)
      const { sheet } = applyMassChange(JSON.parse(entry.json) as PriceSheet, scenario.change)
      return { ...entry, json: JSON.stringify(sheet) }
    })
    if (names.size === 0) throw new Refused('not-found', { what: 'sheet' })
    const name = wanted ? [...names].join('、') : ''
    return { book: new RatingBook({ ...data, sheets }, tickets), tried: null, name }
  }
  const stored = storedSheet(db, scenario.sheetId)
  if (!stored || stored.deletedAt !== null) throw new Refused('not-found', { what: 'sheet' })
  const { zoneProblems, compiled } = readySheet(JSON.parse(stored.sheet) as PriceSheet)
  const errors = zoneProblems.filter(({ severity }) => severity === 'error')
  const place = compiled.surcharges.unknownPlace
  if (errors[0] || place !== null || compiled.rows.length === 0)
    throw new Refused('sheet-has-errors', { count: Math.max(1, errors.length), first: errors[0]?.code ?? place ?? '' })
  const owner =
    scenario.accountId === null
      ? { accountId: stored.accountId, tier: stored.tier }
      : { accountId: scenario.accountId, tier: null }
  const { id, name, version, usage, product, sheet: json } = stored
  const tried: SheetEntry = { id, name, version, usage, product, json, ...owner, validFrom: always, validTo: null }
  const others = data.sheets.filter(
    (entry) =>
      entry.id !== id &&
      (entry.usage !== usage ||
        entry.accountId !== owner.accountId ||
        entry.tier !== owner.tier ||
        productKey(entry.product) !== productKey(product)),
  )
  return { book: new RatingBook({ ...data, sheets: [...others, tried] }, tickets), tried, name: `${name} v${version}` }
}
