import { addMonths, daysBetween, lastDayOf } from '#shared/domain/months'
import type { Database } from '../../db/database'
import { type Alert, alertsOf, type ContractFacts, type MonthSums, type PricedBy, type SheetLevel } from './alerts'
import { latestMonth } from '../waybills/account-waybills'
import * as repository from './insight.repository'
import type { AccountFacts, SalesSheetFacts } from './insight.repository'

/** How far back an account's own rhythm is looked at. */
const memoryMonths = 12
/** So many other accounts must have shipped through, or nobody can say what the season does. */
const fewestOthers = 5
/** Waybills older than this: the book is a past one, and is judged as of its own last day. */
const staleDays = 45

/** What is known of the contracts of the book on a day; null: it holds none. */
export type ContractLookup = (today: string) => ((accountId: number) => ContractFacts) | null

/** Everything alerts are made from, read once for all accounts of a month. */
export class AlertBook {
  readonly accounts: ReadonlyMap<number, AccountFacts>
  /** Last day up to which waybills are in the book, at most the end of the month; null: none at all. */
  readonly dataDay: string | null
  /** The day validities are judged on. */
  readonly today: string
  readonly #months = new Map<number, MonthSums[]>()
  readonly #lastShipped: Map<number, string>
  readonly #sheets: SalesSheetFacts[]
  readonly #contractOf: ((accountId: number) => ContractFacts) | null
  #through: ReturnType<typeof throughputs> | undefined

  constructor(
    db: Database,
    readonly month: string,
    today: string,
    contracts: ContractLookup = () => null,
  ) {
    this.accounts = new Map(repository.accountFacts(db).map((account) => [account.id, account]))
    for (const row of repository.accountMonths(db, addMonths(month, -memoryMonths), month)) {
      const rows = this.#months.get(row.accountId)
      if (rows) rows.push(row)
      else this.#months.set(row.accountId, [row])
    }
    this.#lastShipped = repository.lastShippedDays(db, month)
    this.#sheets = repository.salesSheets(db)
    this.dataDay = dataDayOf(latestMonth(db), month, [...this.#lastShipped.values()])
    const live = this.dataDay !== null && daysBetween(this.dataDay, today) <= staleDays
    this.today = live || this.dataDay === null ? today : this.dataDay
    this.#contractOf = contracts(this.today)
  }

  lastShippedOn(accountId: number): string | null {
    return this.#lastShipped.get(accountId) ?? null
  }

  /** The approved sheets that can price an account, the level that goes first in front (PRICING §1 step 1). */
  sheetsOf(account: AccountFacts): (PricedBy & { id: number })[] {
    const group = account.groupId === null ? undefined : this.accounts.get(account.groupId)
    const levels: [SheetLevel, (sheet: SalesSheetFacts) => boolean][] = [
      ['account', (sheet) => sheet.accountId === account.id],
      ['group', (sheet) => group !== undefined && sheet.accountId === group.id],
      ['tier', (sheet) => sheet.tier !== null && sheet.tier === account.tier],
      ['general', (sheet) => sheet.accountId === null && sheet.tier === null],
    ]
    return levels.flatMap(([level, applies]) =>
      this.#sheets.filter(applies).map(({ id, name, validFrom, validTo }) => ({ id, name, validFrom, validTo, level })),
    )
  }

  alerts(account: AccountFacts): Alert[] {
    if (this.dataDay === null) return []
    return alertsOf({
      account,
      month: this.month,
      months: this.#months.get(account.id) ?? [],
      season: this.#season(account.id),
      lastShippedOn: this.lastShippedOn(account.id),
      dataDay: this.dataDay,
      today: this.today,
      sheets: this.sheetsOf(account),
      contract: this.#contractOf?.(account.id),
    })
  }

  /** All other accounts that shipped in each of the three months before: this month against their mean. */
  #season(accountId: number): number {
    this.#through ??= throughputs(this.#months, this.month)
    const { accounts, now, before } = this.#through
    const own = accounts.get(accountId) ?? { now: 0, before: 0 }
    const others = accounts.size - (accounts.has(accountId) ? 1 : 0)
    if (others < fewestOthers || before <= own.before) return 1
    const part = Number((this.dataDay ?? lastDayOf(this.month)).slice(8)) / Number(lastDayOf(this.month).slice(8))
    return (now - own.now) / ((before - own.before) * part)
  }
}

interface Throughput {
  now: number
  before: number
}

function throughputs(months: ReadonlyMap<number, MonthSums[]>, month: string) {
  const accounts = new Map<number, Throughput>()
  const all = { now: 0, before: 0 }
  for (const [id, rows] of months) {
    const revenue = (back: number) => rows.find((row) => row.month === addMonths(month, -back))?.revenueFen
    const past = [revenue(1), revenue(2), revenue(3)].filter((value) => value !== undefined)
    if (past.length < 3) continue
    const own = { now: revenue(0) ?? 0, before: past.reduce((sum, value) => sum + value, 0) / 3 }
    accounts.set(id, own)
    all.now += own.now
    all.before += own.before
  }
  return { accounts, ...all }
}

/** A month that is over in the data counts whole; the newest one up to its last waybill. */
function dataDayOf(latest: string | null, month: string, shipped: string[]): string | null {
  if (latest === null) return null
  if (latest > month) return lastDayOf(month)
  return shipped.toSorted().at(-1) ?? null
}
