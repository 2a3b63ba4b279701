import { compileSheet, type CompiledSheet } from '#shared/domain/rating/compile'
import { parseSheetForm, type ParseOptions } from '#shared/domain/rating/parse-sheet'
import type { PlaceResolver } from '#shared/domain/rating/place-resolver'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { rate } from '#shared/domain/rating/rate'
import type { RatedTicket } from '#shared/domain/rating/result'
import type { FormSurcharge, FormTier, FormValue, SheetForm } from '#shared/domain/rating/sheet-form'
import type { RatingContext, Ticket } from '#shared/domain/rating/ticket'

/** A sheet form in short: one row `*` unless rows are given. */
export interface ShortForm {
  info?: Record<string, FormValue>
  columns?: string[]
  cells?: FormValue[]
  rows?: Record<string, FormValue[]>
  surcharges?: FormSurcharge[]
  tiers?: FormTier[]
}

export function formOf(short: ShortForm): SheetForm {
  const rows = short.rows ?? { '*': short.cells ?? ['10'] }
  return {
    info: short.info ?? {},
    columns: short.columns ?? ['0以上'],
    rows: Object.entries(rows).map(([key, cells]) => ({ key, cells })),
    surcharges: short.surcharges,
    tiers: short.tiers,
  }
}

/** Place names of the tests: the name is the code; `A/B/C` is province, city, district. */
export const namesAsPlaces: PlaceResolver = (text) => {
  const names = text.split(/[、，,;]/).filter((name) => name !== '')
  return {
    places: names
      .filter((name) => !name.startsWith('?'))
      .map((name) => {
        const [province = '', city, district] = name.split('/')
        return { province, city, district }
      }),
    unknown: names.filter((name) => name.startsWith('?')),
  }
}

export function sheetOf(short: ShortForm | SheetForm, options?: ParseOptions): PriceSheet {
  const form = Array.isArray((short as SheetForm).rows) ? (short as SheetForm) : formOf(short as ShortForm)
  const { sheet, problems } = parseSheetForm(form, options)
  if (!sheet) throw new Error(`sheet has errors: ${JSON.stringify(problems)}`)
  return sheet
}

export function compiled(short: ShortForm): CompiledSheet {
  return compileSheet(sheetOf(short), namesAsPlaces)
}

export function ticketOf(ticket: Partial<Ticket> = {}): Ticket {
  return { actualGrams: 1_000, pieces: 1, shippedOn: '2026-03-15', ...ticket }
}

/** Rates with the first row and fails the test where there is no price. */
export function rated(short: ShortForm, ticket: Partial<Ticket> = {}, context?: RatingContext): RatedTicket {
  const result = rate(compiled(short), 0, ticketOf(ticket), context)
  if (!result.rated) throw new Error(`no price: ${JSON.stringify(result)}`)
  return result
}

export function totalFen(short: ShortForm, ticket: Partial<Ticket> = {}, context?: RatingContext): number {
  return rated(short, ticket, context).totalFen
}
