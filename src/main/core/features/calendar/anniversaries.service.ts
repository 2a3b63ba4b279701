import type { AnniversaryInput, DatedRow } from '#shared/contract/calendar'
import {
  isYearlyDate,
  nextOccurrence,
  type Occurrence,
  occurrenceIn,
  type YearlyDate,
} from '#shared/domain/calendar/yearly-date'
import { daysBetween } from '#shared/domain/months'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { removal } from '../../db/removal'
import type { Session } from '../../kernel'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import type { AnniversaryRecord } from './anniversaries.repository'
import * as repository from './anniversaries.repository'
import { anniversaryKey, anniversarySourceName, anniversaryText, nthOf } from './anniversary-source'
import type { CalendarSettingsStore } from './calendar-settings'
import { ageIn, birthdayOf, birthdayText } from './birthday-source'
import { setOpenTasksDeleted } from './tasks.repository'

export type AnniversariesService = ReturnType<typeof createAnniversaries>

/** Anniversaries of customers as people enter them; contacts' birthdays are listed beside them and changed at the contact. */
export function createAnniversaries(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  accounts: Pick<AccountsService, 'detail'>,
  settings: CalendarSettingsStore,
) {
  const { db, book, lease } = kernel

  function existing(id: number): AnniversaryRecord {
    const row = repository.anniversaryById(db, id)
    if (!row) throw new Refused('not-found', { what: 'anniversary' })
    return row
  }

  /** What it is called; one that is called by its kind tells that in its changes, in the reader's language. */
  const summaryOf = (accountId: number, { title }: Pick<AnniversaryInput, 'title'>) => {
    const { code, name } = accounts.detail(accountId)
    return [code, name, title].filter(Boolean).join(' ')
  }

  function insert(input: AnniversaryInput, hlc: string, createdAt = book.now()): { id: number; uid: string } {
    refuseNoDay(input)
    const uid = book.uid()
    const row = { ...columnsOf(input), uid, hlc, created_at: createdAt, updated_at: book.now(), deleted_at: null }
    return { id: repository.insertAnniversary(db, row), uid }
  }

  const { remove, restore } = removal(kernel, {
    found: existing,
    store(row, columns) {
      repository.updateAnniversary(db, row.id, columns)
      // What was put off of it goes and comes back with it; what was done stays on record.
      setOpenTasksDeleted(db, anniversarySourceName, `${row.uid}:`, columns.deleted_at)
    },
    audit: (row) => ({ entity: 'anniversary', entityUid: row.uid, summary: summaryOf(row.account_id, row) }),
  })

  return {
    /** Inside the caller's transaction. @throws Refused `invalid-input` for a day that never comes */
    insert,
    /** Dates of one customer, the next one first, those that do not come again last. */
    ofAccount(accountId: number, { permissions }: Pick<Session, 'permissions'>): DatedRow[] {
      const today = book.today()
      const { lead } = settings.read()
      const own = repository
        .anniversariesOf(db, accountId)
        .map((row) => ({ ...anniversaryRow(row, today), leadDays: row.lead_days ?? lead[row.kind] }))
      const birthdays = permissions.has('personal.read')
        ? repository
            .birthdaysOf(db, accountId)
            .flatMap((row) => birthdayRow(row, today))
            .map((row) => ({ ...row, leadDays: lead.birthday }))
        : []
      return [...own, ...birthdays].toSorted((a, b) => (a.inDays ?? far) - (b.inDays ?? far))
    },
    create: (input: AnniversaryInput): Promise<{ id: number }> =>
      lease.run(() =>
        book.write((hlc) => {
          const summary = summaryOf(input.accountId, input)
          const { id, uid } = insert(input, hlc)
          const changes = fieldChanges({ title: '', note: '' }, input, [
            'kind',
            'title',
            'calendar',
            'year',
            'month',
            'day',
          ])
          return {
            result: { id },
            audit: { action: 'create', entity: 'anniversary', entityUid: uid, summary, changes },
          }
        }),
      ),
    update: (id: number, version: number, input: AnniversaryInput): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = existing(id)
          expectVersion(before, version)
          refuseNoDay(input)
          const changes = fieldChanges(inputOf(before), input)
          if (changes.length === 0) return { result: undefined, audit: null }
          const row = { ...columnsOf(input), version: version + 1, hlc, updated_at: book.now() }
          repository.updateAnniversary(db, id, row)
          const summary = summaryOf(input.accountId, input)
          const audit = { action: 'update', entity: 'anniversary', entityUid: before.uid, summary, changes }
          return { result: undefined, audit }
        }),
      ),
    remove,
    restore,
    /** Inside the caller's transaction: all go for good. */
    discardAll: () => repository.deleteAnniversaries(db),
  }
}

const far = Number.MAX_SAFE_INTEGER

function columnsOf({ accountId, leadDays, leap, yearly, ...input }: AnniversaryInput) {
  return { ...input, account_id: accountId, lead_days: leadDays, leap: leap ? 1 : 0, yearly: yearly ? 1 : 0 }
}

function inputOf(row: AnniversaryRecord): AnniversaryInput {
  const { kind, title, calendar, year, month, day, note } = row
  const dated = { calendar, year, month, day, leap: row.leap === 1 }
  return { accountId: row.account_id, kind, title, ...dated, yearly: row.yearly === 1, leadDays: row.lead_days, note }
}

/** The 31st of April, the 31st of a lunar month and what happens once in no particular year do not come. */
function refuseNoDay({ yearly, year, ...date }: AnniversaryInput): void {
  if (!isYearlyDate(date)) throw new Refused('invalid-input', { why: `${date.month}-${date.day}` }, 'day')
  if (!yearly && year === null) throw new Refused('invalid-input', { why: 'year' }, 'year')
}

function anniversaryRow(row: AnniversaryRecord, today: string): Omit<DatedRow, 'leadDays'> {
  const date = { calendar: row.calendar, month: row.month, day: row.day, leap: row.leap === 1 }
  const next = nextOf(date, row, today)
  const year = next?.year ?? row.year ?? Number(today.slice(0, 4))
  return {
    anniversary: { ...inputOf(row), id: row.id, version: row.version },
    source: anniversarySourceName,
    key: anniversaryKey(row.uid, year),
    text: anniversaryText(row, year),
    ...nextColumns(next, today),
    nth: next ? nthOf(row, year) : null,
  }
}

/** The first time it comes from today on: what happens once in its year only, nothing before the first year. */
function nextOf(
  date: YearlyDate,
  { yearly, year }: Pick<AnniversaryRecord, 'yearly' | 'year'>,
  today: string,
): Occurrence | null {
  if (yearly === 1) {
    const first = year === null ? null : occurrenceIn(date, year)
    return nextOccurrence(date, first && first.day > today ? first.day : today)
  }
  const once = year === null ? null : occurrenceIn(date, year)
  return once && once.day >= today ? once : null
}

function birthdayRow(row: repository.BirthdayRecord, today: string): Omit<DatedRow, 'leadDays'>[] {
  const date = birthdayOf(row)
  const next = date && nextOccurrence(date, today)
  if (!next) return []
  return [
    {
      anniversary: null,
      source: 'birthday',
      key: `${row.uid}:${next.year}`,
      text: birthdayText(row, next.year),
      ...nextColumns(next, today),
      nth: ageIn(row, next.year),
    },
  ]
}

function nextColumns(next: Occurrence | null, today: string) {
  return {
    next: next?.day ?? null,
    inDays: next ? daysBetween(today, next.day) : null,
    kept: [...(next?.kept ?? [])],
  }
}
