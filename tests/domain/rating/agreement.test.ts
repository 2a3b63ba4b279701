import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileSheet } from '#shared/domain/rating/compile'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { explain, rate } from '#shared/domain/rating/rate'
import { randomForm, randomTicket } from './random-sheet'
import { referenceRate } from './reference'
import { namesAsPlaces, sheetOf } from './support'

const RUNS = { numRuns: 3_000 }

test('the engine and the plain second rating agree on random sheets and tickets', () => {
  let priced = 0
  fc.assert(
    fc.property(randomForm, fc.array(randomTicket, { minLength: 3, maxLength: 3 }), (form, tickets) => {
      const prepared = compileSheet(sheetOf(form), namesAsPlaces)
      for (const [index, ticket] of tickets.entries()) {
        const row = index % form.rows.length
        const result = rate(prepared, row, ticket)
        const figures = result.rated
          ? { grams: result.grams, total: result.totalFen, net: result.netFen, tax: result.taxFen }
          : null
        expect(figures).toEqual(referenceRate(form, row, ticket))
        if (result.rated) priced += 1
      }
    }),
    RUNS,
  )
  expect(priced).toBeGreaterThan(RUNS.numRuns)
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
