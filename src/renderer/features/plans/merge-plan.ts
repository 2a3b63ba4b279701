import type { PlanContent } from '#shared/contract/plans'

export type Part = keyof PlanContent

export interface Merged {
  content: PlanContent
  /** What the other side changed and this side did not: taken over. */
  taken: Part[]
  /** What both sides changed differently: this side's stays until a person says otherwise. */
  clashes: Part[]
}

/** Brings two changes of one plan together, part by part. `base` is what both began with. */
export function mergePlans(base: PlanContent, mine: PlanContent, theirs: PlanContent): Merged {
  const content: PlanContent = { ...theirs }
  const taken: Part[] = []
  const clashes: Part[] = []
  for (const part of Object.keys(theirs) as Part[]) {
    const [here, there] = [mine[part], theirs[part]]
    if (same(here, there)) continue
    if (same(base[part], here)) {
      taken.push(part)
      continue
    }
    take(content, mine, part)
    if (!same(base[part], there)) clashes.push(part)
  }
  return { content, taken, clashes }
}

/** Puts one part of a plan into another. */
export function take<P extends Part>(into: PlanContent, from: PlanContent, part: P): void {
  into[part] = from[part]
}

/** Equal as data, whatever the order of the keys; a value that is not there is the same as one left out. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]))
}
