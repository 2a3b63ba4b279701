import type { Message } from '#shared/contract/base'
import type { AnniversaryKind, CalendarSettings } from '#shared/contract/calendar'
import { codesBetween, type Occurrence, occurrenceFinder } from '#shared/domain/calendar/yearly-date'
import { shanghaiDay } from '#shared/domain/shanghai-time'
import type { Database } from '../../db/database'
import type { AnniversaryRecord } from './anniversaries.repository'
import * as repository from './anniversaries.repository'
import type { ReminderEntry, ReminderSource } from './reminder-source'

export const anniversarySourceName = 'anniversary'

/** Anniversaries of customers: yearly ones once a year, the others on their one day. */
export function anniversarySource(db: Database, settings: () => CalendarSettings): ReminderSource {
  return {
    name: anniversarySourceName,
    longestLead: () => {
      const { birthday: _birthday, festival: _festival, ...kinds } = settings().lead
      return Math.max(repository.longestOwnLead(db), ...Object.values(kinds))
    },
    between(from, to) {
      const { lead } = settings()
      const find = occurrenceFinder(from, to)
      return repository.anniversariesSaid(db, codesBetween(from, to)).flatMap((row) =>
        occurrencesOf(row, find).map((occurrence): ReminderEntry => ({
          key: anniversaryKey(row.uid, occurrence.year),
          on: occurrence.day,
          leadDays: row.lead_days ?? lead[row.kind],
          text: anniversaryText(row, occurrence.year),
          route: `/accounts/${row.account_id}?tab=calendar`,
          accountId: row.account_id,
          account: row.account,
          assignee: row.manager,
          nth: nthOf(row, occurrence.year),
          kept: occurrence.kept,
          since: shanghaiDay(row.created_at),
        })),
      )
    },
  }
}

export function anniversaryKey(uid: string, year: number): string {
  return `${uid}:${year}`
}

/** The occasions of a span; what happens once only in its year, and nothing before the first year. */
function occurrencesOf(row: AnniversaryRecord, find: ReturnType<typeof occurrenceFinder>): Occurrence[] {
  return find({ ...row, leap: row.leap === 1 }).filter(({ year }) => happensIn(row, year))
}

export function happensIn({ yearly, year: first }: Pick<AnniversaryRecord, 'yearly' | 'year'>, year: number): boolean {
  return yearly === 1 ? first === null || year >= first : year === first
}

/** Years since the first one; null for what happens once and on the first day itself. */
export function nthOf(
  { yearly, year: first }: Pick<AnniversaryRecord, 'yearly' | 'year'>,
  year: number,
): number | null {
  return yearly === 1 && first !== null && year > first ? year - first : null
}

export function anniversaryText(
  row: Pick<AnniversaryRecord, 'kind' | 'title' | 'yearly' | 'year'>,
  year: number,
): ReminderEntry['text'] {
  const nth = nthOf(row, year)
  const kindKey = `calendar:kind.${row.kind satisfies AnniversaryKind}`
  const params: Message['params'] = row.title === '' ? { kindKey } : { title: row.title, kindKey }
  if (nth !== null) {
    const code = row.title === '' ? 'reminder.anniversary-nth' : 'reminder.titled-nth'
    return { code, params: { ...params, nth } }
  }
  return { code: row.title === '' ? 'reminder.anniversary' : 'reminder.titled', params }
}
