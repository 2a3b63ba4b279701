import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileSheet } from '#shared/domain/rating/compile'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { explain, rate, rateAmounts } from '#shared/domain/rating/rate'
import { randomForm, randomQuantity, randomTicket } from './random-sheet'
import { referenceRate } from './reference'
import { namesAsPlaces, sheetOf } from './support'

/** Random sheets, each with a ticket of its own. */
const sheets = 20_000

test('the engine and the plain second rating agree on 20,000 random sheets and tickets', () => {
  let priced = 0
  fc.assert(
    fc.property(randomForm, randomTicket, randomQuantity, (form, ticket, tierQuantity) => {
      const prepared = compileSheet(sheetOf(form), namesAsPlaces)
      const row = form.rows.length - 1
      const result = rate(prepared, row, ticket, { tierQuantity })
      const figures = result.rated
        ? { grams: result.grams, total: result.totalFen, net: result.netFen, tax: result.taxFen }
        : null
      expect(figures).toEqual(referenceRate(form, row, ticket, tierQuantity))
      if (result.rated) priced += 1
    }),
    { numRuns: sheets },
  )
  // Enough of them have a price: an exception that both find is not worth much.
  expect(priced).toBeGreaterThan(sheets / 2)
}, 120_000)

test('amounts alone are the amounts of the whole rating', () => {
  fc.assert(
    fc.property(randomForm, randomTicket, randomQuantity, (form, ticket, tierQuantity) => {
      const prepared = compileSheet(sheetOf(form), namesAsPlaces)
      const amounts = rateAmounts(prepared, 0, ticket, { tierQuantity })
      const whole = rate(prepared, 0, ticket, { tierQuantity })
      const { lines: _lines, ruleIds: _ruleIds, ...figures } = { lines: [], ruleIds: [], ...whole }
      expect(amounts).toEqual(figures)
    }),
    { numRuns: 1_000 },
  )
})

test('the explanation ends in the amount, and its lines are the lines of the result', () => {
  fc.assert(
    fc.property(randomForm, randomTicket, (form, ticket) => {
      const prepared = compileSheet(sheetOf(form), namesAsPlaces)
      const result = rate(prepared, 0, ticket)
      const steps = explain(prepared, 0, ticket)
      const amounts = steps.flatMap((step) => (step.fen === undefined ? [] : [step.fen]))
      const expected = result.rated ? [...result.lines.map((line) => line.fen), result.totalFen] : []
      expect(amounts).toEqual(expected)
      expect(steps.at(-1)?.code).toBe(result.rated ? 'total' : `exception-${result.code}`)
    }),
    { numRuns: 1_000 },
  )
})

test('lines add up to gross, or to net where prices are net', () => {
  fc.assert(
    fc.property(randomForm, randomTicket, (form, ticket) => {
      const sheet = sheetOf(form)
      const result = rate(compileSheet(sheet, namesAsPlaces), 0, ticket)
      fc.pre(result.rated)
      if (!result.rated) return
      const sum = result.lines.reduce((all, line) => all + line.fen, 0)
      expect(sum).toBe(sheet.taxIncluded ? result.totalFen : result.netFen)
      expect(result.netFen + result.taxFen).toBe(result.totalFen)
    }),
    { numRuns: 500 },
  )
})

test('a sheet written in notation and read again is equal, also through JSON', () => {
  fc.assert(
    fc.property(randomForm, (form) => {
      const sheet = sheetOf(form)
      expect(sheetOf(formatSheetForm(sheet))).toEqual(sheet)
      expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet)
    }),
    { numRuns: 1_000 },
  )
})
