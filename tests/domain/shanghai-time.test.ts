import { describe, expect, it } from 'vitest'
import { shanghaiDay, shanghaiTime } from '#shared/domain/shanghai-time'

describe('time in Shanghai', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T23:30:00-05:00', '2028-02-29'],
    ['2026-11-23T00:00:00+08:00', '2026-11-23'],
  ])('%s is on the business day %s', (instant, day) => {
    expect(shanghaiDay(instant)).toBe(day)
    expect(shanghaiDay(Date.parse(instant))).toBe(day)
  })

  it('is eight hours ahead, in summer and in winter', () => {
    expect(shanghaiTime('2026-07-01T04:05:06.789Z')).toBe('2026-07-01T12:05:06')
    expect(shanghaiTime('2026-01-01T04:05:06.789Z')).toBe('2026-01-01T12:05:06')
  })
})
