import type { PersonRow } from '#shared/contract/people'
import { staleDays } from '#shared/domain/people/gaps'
import { type MapStance, stanceSigns } from '#shared/domain/people/map-figure'
import { useWords, type Words } from '../../i18n'

/** Where somebody stands, as a sign, a word and a colour. */
export function StanceMark({ stance }: { stance: PersonRow['stance'] }) {
  const t = useWords()
  const known: MapStance = stance ?? 'unknown'
  return (
    <span className={`stance stance-${known}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="stance-sign" d={stanceSigns[known]} />
      </svg>
      {t(`people:stance.${known}`)}
    </span>
  )
}

/** How long since the last contact; silence is said in words. */
export function Freshness({ person }: { person: Pick<PersonRow, 'lastContactOn' | 'silentDays'> }) {
  const t = useWords()
  const stale = person.silentDays === null || person.silentDays > staleDays
  return (
    <span className={stale ? 'fresh-stale' : undefined} title={person.lastContactOn ?? undefined}>
      {freshText(t, person.silentDays)}
    </span>
  )
}

function freshText(t: Words, days: number | null): string {
  if (days === null) return t('people:fresh.never')
  if (days === 0) return t('people:fresh.today')
  return t(days > staleDays ? 'people:fresh.stale' : 'people:fresh.days', { days })
}

/** `4/5`; nothing where it is not known. */
export function markText(t: Words, mark: number | null): string {
  return mark === null ? '—' : t('people:mark.of', { mark })
}

/** The month of a birthday, in its own calendar. */
export function birthMonthText(t: Words, birth: PersonRow['birthMonth']): string {
  return birth ? t(`people:birth.${birth.calendar}`, { month: birth.month }) : ''
}
