import type { Stance } from '#shared/domain/people/person'

/** Parts of the relationship map's drawing that screen and paper share; a box has its origin at its upper left corner. */

export type MapStance = Stance | 'unknown'

/** The sign of a stance in a field of 16 × 16: told by its shape, the colour only helps. */
export const stanceSigns: Readonly<Record<MapStance, string>> = {
  support: 'M8 2v12M2 8h12',
  neutral: 'M2 5.5h12M2 10.5h12',
  oppose: 'M2 8h12',
  unknown: 'M5 5.5a3 3 0 1 1 4.4 2.6Q8 9 8 10.4M8 13.4v.6',
}

export const influenceDots = [1, 2, 3, 4, 5] as const

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u

/**
 * A text cut to a width, in halves of a Chinese character, with … where something is left out. Never cuts a character in
 * two: not one outside of the basic plane, nor one with its marks.
 */
export function cutText(text: string, halves: number): string {
  const parts = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
  const widthOf = (part: string) => (wide.test(part) ? 2 : 1)
  const whole = parts.reduce((sum, part) => sum + widthOf(part), 0)
  if (whole <= halves) return text
  let used = 1
  const kept = parts.slice(
    0,
    parts.findIndex((part) => (used += widthOf(part)) > halves),
  )
  return `${kept.join('')}…`
}

/** `M10 20L…` of a line's corners. */
export function pathOf(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}
