import type { PickupWindow } from '../../contract/sites'

export type WindowFault =
  | { code: 'window-no-day'; index: number; params: Record<string, never> }
  | { code: 'window-ends-early'; index: number; params: { from: string; to: string } }
  | { code: 'window-order-late'; index: number; params: { lastOrder: string; to: string } }
  | { code: 'window-overlap'; index: number; params: { weekday: number; one: string; other: string } }

/**
 * What is wrong with a site's pick-up windows, the first fault of each window. Windows lie inside a day; two of them may
 * touch (…12:00, 12:00…) and must not overlap on any weekday. `HH:MM` texts compare like times.
 */
export function windowFaults(windows: readonly PickupWindow[]): WindowFault[] {
  return windows.flatMap((window, index): WindowFault[] => {
    const { from, to, lastOrder, weekdays } = window
    if (weekdays.length === 0) return [{ code: 'window-no-day', index, params: {} }]
    if (to <= from) return [{ code: 'window-ends-early', index, params: { from, to } }]
    if (lastOrder !== null && lastOrder > to) {
      return [{ code: 'window-order-late', index, params: { lastOrder, to } }]
    }
    for (const other of windows.slice(0, index)) {
      const weekday = weekdays.find((day) => other.weekdays.includes(day))
      if (weekday !== undefined && from < other.to && other.from < to) {
        const params = { weekday, one: spanText(other), other: spanText(window) }
        return [{ code: 'window-overlap', index, params }]
      }
    }
    return []
  })
}

export function spanText({ from, to }: Pick<PickupWindow, 'from' | 'to'>): string {
  return `${from}–${to}`
}

/** Weekdays in order, each once. */
export function orderedDays(days: readonly number[]): number[] {
  return [...new Set(days)].toSorted((a, b) => a - b)
}

/** Runs of weekdays: [1,2,3,5] is [[1,3],[5,5]]. */
export function dayRuns(days: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (const day of orderedDays(days)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs
}
