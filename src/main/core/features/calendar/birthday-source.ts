import type { CalendarSettings } from '#shared/contract/calendar'
import { codesBetween, occurrenceFinder, type YearlyDate } from '#shared/domain/calendar/yearly-date'
import type { Database } from '../../db/database'
import type { BirthdayRecord } from './anniversaries.repository'
import * as repository from './anniversaries.repository'
import type { ReminderEntry, ReminderSource } from './reminder-source'

/** Birthdays of contacts: personal data, only for those who may see it in full. */
export function birthdaySource(db: Database, settings: () => CalendarSettings): ReminderSource {
  return {
    name: 'birthday',
    permission: 'personal.read',
    personal: true,
    longestLead: () => settings().lead.birthday,
    between(from, to) {
      const leadDays = settings().lead.birthday
      const find = occurrenceFinder(from, to)
      return repository.birthdaysSaid(db, codesBetween(from, to)).flatMap((row) => {
        const date = birthdayOf(row)
        if (!date) return []
        return find(date).map(({ day, year, kept }): ReminderEntry => ({
          key: `${row.uid}:${year}`,
          on: day,
          leadDays,
          text: birthdayText(row, year),
          route: `/accounts/${row.accountId}?tab=contacts`,
          accountId: row.accountId,
          account: row.account,
          assignee: row.manager,
          nth: ageIn(row, year),
          kept,
        }))
      })
    },
  }
}

/** Null where the record names no whole day. */
export function birthdayOf({ calendar, month, day, leap }: BirthdayRecord): YearlyDate | null {
  return calendar === null || month === null || day === null ? null : { calendar, month, day, leap: leap === 1 }
}

export function ageIn({ year: born }: BirthdayRecord, year: number): number | null {
  return born !== null && year > born ? year - born : null
}

export function birthdayText(row: BirthdayRecord, year: number): ReminderEntry['text'] {
  const age = ageIn(row, year)
  if (age === null) return { code: 'reminder.birthday', params: { name: row.name } }
  return { code: 'reminder.birthday-age', params: { name: row.name, age } }
}
