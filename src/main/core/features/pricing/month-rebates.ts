import { divideHalfUp } from '#shared/domain/rating/exact'
import {
  monthEndRebate,
  type MonthEndRebate,
  monthQuantity,
  type TierTicket,
} from '#shared/domain/rating/month-end-rebate'
import type { PriceSheet, TierTable } from '#shared/domain/rating/price-sheet'
import type { SheetEntry } from './compiled-entry'
import type { TicketSource } from './month-quantities'
import { priceWith } from './price-ticket'
import type { RatingBook } from './rating-book'

/** A 月末返利 of one customer, sheet and month, before it is written. Amounts fen, zero or negative. */
export interface ComputedRebate {
  sheetId: number
  sheetName: string
  sheetVersion: number
  /** Place of the table in the sheet's 阶梯. */
  tableIndex: number
  rebate: MonthEndRebate
  tickets: number
  /** The part without tax, where the sheet's prices hold it. */
  netFen: number
}

interface SheetMonth {
  /** The version that priced the month's last ticket: its tables hold. */
  entry: SheetEntry
  tickets: TierTicket[]
}

/**
 * The month-end rebates of one customer (PRICING §6): basis is account × sheet × shipping month, whatever version of the
 * sheet priced a ticket; freight is before discount. The same tickets and sheets always give the same lines.
 */
export function monthRebates(
  book: RatingBook,
  source: TicketSource,
  accountId: number,
  month: string,
  previous: string,
): ComputedRebate[] {
  const lines: ComputedRebate[] = []
  let before: Map<string, SheetMonth> | null = null
  for (const [sheetName, { entry, tickets }] of sheetMonths(book, source, accountId, month)) {
    const { sheet } = book.ready(entry)
    for (const [tableIndex, table] of sheet.tiers.entries()) {
      if (table.settle !== 'month-end-rebate') continue
      if (table.period === 'previous-month') before ??= sheetMonths(book, source, accountId, previous)
      const last = monthQuantity(table, before?.get(sheetName)?.tickets ?? [])
      const rebate = monthEndRebate(table, tickets, last)
      const netFen = netOf(rebate.fen, sheet)
      lines.push({
        sheetId: entry.id,
        sheetName,
        sheetVersion: entry.version,
        tableIndex,
        rebate,
        tickets: tickets.length,
        netFen,
      })
    }
  }
  return lines
}

function sheetMonths(book: RatingBook, source: TicketSource, accountId: number, month: string) {
  const months = new Map<string, SheetMonth>()
  for (const facts of source(accountId, month)) {
    const choice = book.choose('sale', facts)
    if (!choice) continue
    const { entry } = choice
    const amounts = priceWith(book.ready(entry), facts, null)
    if (!('rated' in amounts)) continue
    const known = months.get(entry.name)
    const ticket = { grams: amounts.grams, freightFen: amounts.freightFen }
    if (known) {
      known.tickets.push(ticket)
      known.entry = entry
    } else months.set(entry.name, { entry, tickets: [ticket] })
  }
  return months
}

/** True if the sheet gives rebates at the month's end. */
export function givesRebates({ tiers }: { tiers: readonly TierTable[] }): boolean {
  return tiers.some((table) => table.settle === 'month-end-rebate')
}

function netOf(fen: number, { taxIncluded, taxPpm }: PriceSheet): number {
  if (!taxIncluded || taxPpm === null || fen === 0) return fen
  return -Number(divideHalfUp(BigInt(-fen) * 1_000_000n, BigInt(1_000_000 + taxPpm)))
}
