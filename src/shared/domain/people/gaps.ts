import { daysBetween } from '#shared/domain/months'
import type { DecisionRole, Stance } from '#shared/domain/people/person'

/** After so many days without contact what is known of somebody is stale. */
export const staleDays = 60
/** From this mark on somebody's influence is high, a relationship strong. */
const highMark = 4

export interface KnownPerson {
  name: string
  role: DecisionRole | null
  stance: Stance | null
  influence: number | null
  relationship: number | null
  /** `YYYY-MM-DD`; null: never, as far as is known. */
  lastContactOn: string | null
}

export interface PeopleGap {
  code: 'no-decision-maker' | 'no-supporter' | 'no-champion' | 'no-sponsor' | 'strong-opponent' | 'silent' | 'never-met'
  severity: 'info' | 'warning' | 'danger'
  params: Record<string, string | number>
}

/** Gaps that are a missing person: the relationship map draws an empty box for each. */
export const missingPeople = ['no-decision-maker', 'no-supporter', 'no-champion', 'no-sponsor'] as const
export type MissingPerson = (typeof missingPeople)[number]

/** Of the gaps those that are a missing person. */
export function missingAmong(gaps: readonly { code: string }[]): MissingPerson[] {
  return missingPeople.filter((code) => gaps.some((gap) => gap.code === code))
}

/** Days since the last contact; null where there was none. A day in the future counts as today. */
export function silentDays(lastContactOn: string | null, today: string): number | null {
  return lastContactOn === null ? null : Math.max(0, daysBetween(lastContactOn, today))
}

export function isStale(lastContactOn: string | null, today: string): boolean {
  const days = silentDays(lastContactOn, today)
  return days === null || days > staleDays
}

/**
 * What is missing among the people known at a customer, gravest first. The least a key account needs (Kapta): an executive
 * sponsor, a decision maker and a champion (somebody for us who trusts us); beyond that no strong opponent unseen, and
 * somebody spoken to lately. Nobody known at all is not a gap but an empty page.
 */
export function peopleGaps(people: readonly KnownPerson[], today: string): PeopleGap[] {
  if (people.length === 0) return []
  const found: PeopleGap[] = people
    .filter(({ stance, influence }) => stance === 'oppose' && (influence ?? 0) >= highMark)
    .map(({ name, influence }) => ({
      code: 'strong-opponent',
      severity: 'danger',
      params: { name, influence: influence ?? 0 },
    }))
  const add = (code: PeopleGap['code'], severity: PeopleGap['severity'], params: PeopleGap['params'] = {}) =>
    found.push({ code, severity, params })
  if (!people.some(({ role }) => role === 'decision-maker')) add('no-decision-maker', 'warning')
  const supporters = people.filter(({ stance }) => stance === 'support')
  if (supporters.length === 0) add('no-supporter', 'warning')
  const last = people.reduce<string | null>(
    (latest, { lastContactOn }) =>
      lastContactOn !== null && (latest === null || lastContactOn > latest) ? lastContactOn : latest,
    null,
  )
  if (last === null) add('never-met', 'warning')
  else if (isStale(last, today)) add('silent', 'warning', { days: silentDays(last, today) ?? 0 })
  if (supporters.length > 0 && !supporters.some(({ relationship }) => (relationship ?? 0) >= highMark))
    add('no-champion', 'info')
  if (!people.some(({ role }) => role === 'sponsor')) add('no-sponsor', 'info')
  return found
}
