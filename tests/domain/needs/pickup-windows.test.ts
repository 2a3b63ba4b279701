import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PickupWindow } from '#shared/contract/sites'
import { dayRuns, windowFaults } from '#shared/domain/needs/pickup-windows'
import { windowText } from '#shared/i18n/pickup-window-text'

const window = (weekdays: number[], from: string, to: string, lastOrder: string | null = null): PickupWindow => ({
  weekdays,
  from,
  to,
  lastOrder,
})

describe('pick-up windows', () => {
  it.each([
    [[window([1, 2], '09:00', '12:00'), window([1, 2], '12:00', '18:00')], []],
    [[window([1], '09:00', '12:00'), window([2], '09:00', '12:00')], []],
    [[window([], '09:00', '12:00')], ['window-no-day']],
    [[window([1], '12:00', '12:00')], ['window-ends-early']],
    [[window([1], '14:00', '09:00')], ['window-ends-early']],
    [[window([1], '09:00', '12:00', '12:00')], []],
    [[window([1], '09:00', '12:00', '12:01')], ['window-order-late']],
    [[window([1, 3], '09:00', '12:00'), window([3], '11:59', '13:00')], ['window-overlap']],
    [[window([5], '09:00', '18:00'), window([5], '10:00', '11:00')], ['window-overlap']],
  ] as [PickupWindow[], string[]][])('%j: %j', (windows, codes) => {
    expect(windowFaults(windows).map(({ code }) => code)).toEqual(codes)
  })

  it('names the day and both windows that overlap', () => {
    const [fault] = windowFaults([window([1, 3], '09:00', '12:00'), window([2, 3], '11:00', '13:00')])
    expect(fault).toEqual({
      code: 'window-overlap',
      index: 1,
      params: { weekday: 3, one: '09:00–12:00', other: '11:00–13:00' },
    })
  })

  it('finds an overlap exactly where a minute of a day lies in two windows', () => {
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const some = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 38 }),
      length: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), (parts) => {
        const windows = parts.map(({ days, from, length }) => window(days, clock(from), clock(from + length)))
        const taken = new Map<string, number>()
        for (const { days, from, length } of parts) {
          for (const day of days) {
            for (let minute = from; minute < from + length; minute++) {
              const key = `${day} ${minute}`
              taken.set(key, (taken.get(key) ?? 0) + 1)
            }
          }
        }
        const overlaps = [...taken.values()].some((count) => count > 1)
        expect(windowFaults(windows).length > 0).toBe(overlaps)
      }),
    )
  })

  it('says runs of days and the latest order', () => {
    expect(dayRuns([5, 1, 2, 3, 7])).toEqual([
      [1, 3],
      [5, 5],
      [7, 7],
    ])
    expect(windowText(window([1, 2, 3, 4, 5], '09:00', '12:00', '11:00'), 'zh-CN')).toBe(
      '周一至周五 09:00–12:00（11:00 前下单）',
    )
    expect(windowText(window([6, 1, 2], '09:00', '12:00'), 'en')).toBe('Mon–Tue, Sat 09:00–12:00')
    expect(windowText(window([1, 2, 3, 4, 5, 6, 7], '09:00', '12:00'), 'zh-CN')).toBe('每天 09:00–12:00')
  })
})
