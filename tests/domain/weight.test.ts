import { expect, test } from 'vitest'
import {
  formatCentimetres,
  formatCubicMetres,
  formatKilograms,
  parseCentimetres,
  parseCubicMetres,
  parseKilograms,
} from '#shared/domain/weight'

test.each([
  [parseKilograms('10.5'), 10_500],
  [parseKilograms('0.51 KG'), 510],
  [parseKilograms('３公斤'), 3_000],
  [parseCubicMetres('0.125m³'), 125_000],
  [parseCubicMetres('3方'), 3_000_000],
  [parseCentimetres('50.5cm'), 5_050],
])('%o is %i', (result, value) => {
  expect(result).toEqual({ ok: true, value })
})

test('finer than a gram, a cm³ or a tenth of a millimetre is refused', () => {
  const fault = { ok: false, fault: 'too-many-decimals' }
  expect(parseKilograms('0.0001')).toEqual(fault)
  expect(parseCubicMetres('0.0000001')).toEqual(fault)
  expect(parseCentimetres('50.001')).toEqual(fault)
})

test('writing is the inverse', () => {
  expect(formatKilograms(10_500)).toBe('10.5')
  expect(formatCubicMetres(125_000)).toBe('0.125')
  expect(formatCentimetres(5_050)).toBe('50.5')
})
