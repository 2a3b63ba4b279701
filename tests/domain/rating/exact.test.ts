import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  asSafeNumber,
  compareFractions,
  divideDown,
  divideHalfUp,
  divideUp,
  fractionOfPpm,
  multiply,
  subtractToZero,
} from '#shared/domain/rating/exact'

const safe = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.integer({ min: 2 ** 53 - 5_000, max: 2 ** 53 - 1 }))
const divisor = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }))

test('every operation is that of whole numbers without limit', () => {
  fc.assert(
    fc.property(safe, safe, divisor, (a, b, d) => {
      const [x, y, z] = [BigInt(a), BigInt(b), BigInt(d)]
      expect(BigInt(multiply(a, b))).toBe(x * y)
      expect(BigInt(add(a, b))).toBe(x + y)
      expect(BigInt(subtractToZero(a, b))).toBe(x > y ? x - y : 0n)
      for (const top of [a, x, multiply(a, b)]) {
        const exact = BigInt(top)
        expect(BigInt(divideDown(top, d))).toBe(exact / z)
        expect(BigInt(divideUp(top, d))).toBe((exact + z - 1n) / z)
        expect(BigInt(divideHalfUp(top, d))).toBe((2n * exact + z) / (2n * z))
      }
      const order = x * z - y * z
      expect(Math.sign(compareFractions(a, d, b, d))).toBe(order > 0n ? 1 : order < 0n ? -1 : 0)
    }),
    { numRuns: 5_000 },
  )
})

test('quotients next to a whole number are not pulled onto it', () => {
  for (const d of [2, 3, 7, 1_000, 999_983])
    for (let times = 1; times < 2 ** 53 / d - 2; times = times * 3 + 1) {
      expect(divideDown(times * d - 1, d)).toBe(times - 1)
      expect(divideUp(times * d + 1, d)).toBe(times + 1)
    }
})

test('half goes up', () => {
  expect([1, 2, 3, 4, 5].map((top) => divideHalfUp(top, 2))).toEqual([1, 1, 2, 2, 3])
  expect([832_499, 832_500].map((top) => divideHalfUp(top, 1_000))).toEqual([832, 833])
})

test('ppm in lowest terms', () => {
  expect(fractionOfPpm(850_000)).toEqual({ numerator: 17, denominator: 20 })
  expect(fractionOfPpm(0)).toEqual({ numerator: 0, denominator: 1 })
  expect(fractionOfPpm(333_333)).toEqual({ numerator: 333_333, denominator: 1_000_000 })
})

test('only safe integers become numbers', () => {
  expect(asSafeNumber(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER)
  expect(asSafeNumber(BigInt(Number.MAX_SAFE_INTEGER) + 1n)).toBeNull()
  expect(asSafeNumber(2 ** 53)).toBeNull()
})
