import type { Words } from '../../i18n'

/** `2026H1`, the half-year of a plan. */
export function isPeriod(text: string | null): text is string {
  return text !== null && /^\d{4}H[12]$/.test(text)
}

/** The half-year of a month `YYYY-MM`. */
export function halfOf(month: string): string {
  return `${month.slice(0, 4)}H${Number(month.slice(5, 7)) <= 6 ? 1 : 2}`
}

/** The half-year `count` halves later; negative: earlier. */
export function addHalves(period: string, count: number): string {
  const serial = Number(period.slice(0, 4)) * 2 + Number(period.slice(5)) - 1 + count
  return `${Math.floor(serial / 2)}H${(serial % 2) + 1}`
}

/** Half-years to choose from around one: a year back, a year ahead. */
export function halvesAround(period: string): string[] {
  return [-2, -1, 0, 1, 2].map((count) => addHalves(period, count))
}

/** The quarters of a half-year and of the one after it: what goals are set for. */
export function quartersAround(period: string): string[] {
  return [period, addHalves(period, 1)].flatMap((half) => {
    const first = half.endsWith('1') ? 1 : 3
    return [first, first + 1].map((number) => `${half.slice(0, 4)}Q${number}`)
  })
}

export function periodName(t: Words, period: string): string {
  return t(period.endsWith('1') ? 'plans:period.half1' : 'plans:period.half2', { year: period.slice(0, 4) })
}

export function quarterName(t: Words, quarter: string): string {
  return t('plans:quarter', { year: quarter.slice(0, 4), number: quarter.slice(5) })
}
