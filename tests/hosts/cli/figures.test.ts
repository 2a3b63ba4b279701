import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatFen } from '#shared/domain/money'
import { formatKilograms } from '#shared/domain/weight'
import * as figures from '../../../src/main/cli/figures'
import { CommandProblem } from '../../../src/main/cli/problem'

test.each([
  ['kilograms', figures.gramsOf, '10.5', 10_500],
  ['kilograms', figures.gramsOf, '0.001', 1],
  ['kilograms with unit', figures.gramsOf, '3kg', 3000],
  ['yuan', figures.fenOf, '0.29', 29],
  ['yuan', figures.fenOf, '1,234.50', 123_450],
  ['pieces', figures.piecesOf, '12', 12],
  ['port', figures.portOf, '0', 0],
])('%s are read exactly', (_name, read: (text: string) => number, text, value) => {
  expect(read(text)).toBe(value)
})

test.each([
  ['grams below one', figures.gramsOf, '0.0001'],
  ['a negative weight', figures.gramsOf, '-1'],
  ['words', figures.gramsOf, 'heavy'],
  ['nothing', figures.gramsOf, ''],
  ['half a fen', figures.fenOf, '1.005'],
  ['no piece', figures.piecesOf, '0'],
  ['half a piece', figures.piecesOf, '1.5'],
  ['a port beyond', figures.portOf, '65536'],
  ['a month beyond', figures.monthOf, '2026-13'],
  ['a day that does not exist', figures.dayOf, '2026-02-30'],
  ['another notation', figures.dayOf, '2026/03/01'],
  ['two sides', figures.sizeOf, '50x40'],
  ['a side of nothing', figures.sizeOf, '50x40x0'],
  ['a third of a half-year', figures.periodOf, '2026H3'],
])('%s is turned away, never rounded', (_name, read: (text: string) => unknown, text) => {
  expect(() => read(text)).toThrow(CommandProblem)
})

test.each(['50x40x30.5', '50×40×30.5', '50*40*30.5', '50X40X30.5'])('a size in centimetres: %s', (text) => {
  expect(figures.sizeOf(text)).toEqual({ l: 500, w: 400, h: 305 })
})

test('what the program writes it reads back to the gram and the fen', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (value) => {
      expect(figures.gramsOf(formatKilograms(value))).toBe(value)
      expect(figures.fenOf(formatFen(value))).toBe(value)
    }),
  )
})

test('the business day is counted in Shanghai, its half-year too', () => {
  expect(figures.today(new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
  expect(figures.today(new Date('2026-06-30T15:59:59Z'))).toBe('2026-06-30')
  expect(figures.halfYearOf('2026-06-30')).toBe('2026H1')
  expect(figures.halfYearOf('2026-07-01')).toBe('2026H2')
})
