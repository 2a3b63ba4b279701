import { permissions } from '#shared/contract/base'
import { accountInput } from '#shared/contract/accounts'
import { type AnniversaryInput, anniversaryInput } from '#shared/contract/calendar'
import { personInput } from '#shared/contract/people'
import { Book } from '#core/db/book'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { type CalendarNeeds, createCalendarService } from '#core/features/calendar/calendar.service'
import { createPeopleService } from '#core/features/people/people.service'
import type { Kernel } from '#core/kernel'

export const manager = { permissions: new Set(permissions) }
/** Sees no personal data. */
export const clerk = { permissions: new Set(permissions.filter((one) => one !== 'personal.read')) }

export const allOpen = { view: 'open', page: 1, pageSize: 200, search: '' } as const

export function calendarOf(kernel: Kernel, needs: Partial<CalendarNeeds> = {}) {
  return createCalendarService(kernel, {
    accounts: createAccountsService(kernel),
    computedTiers: () => new Map(),
    sources: [],
    ...needs,
  })
}

/** The same book on another day, at noon in Shanghai. */
export function onDay(kernel: Kernel, day: string): Kernel {
  const now = Date.parse(`${day}T04:00:00Z`)
  const clock = { now: () => now }
  return { ...kernel, clock, book: new Book(kernel.db, clock, 'tester') }
}

export async function newAccount(kernel: Kernel, name: string, more: object = {}): Promise<number> {
  const service = createAccountsService(kernel)
  return (await service.create(accountInput.parse({ name, manager: '王海涛', lifecycle: 'active', ...more }))).id
}

export function anniversary(accountId: number, more: Partial<AnniversaryInput>): AnniversaryInput {
  return anniversaryInput.parse({
    accountId,
    kind: 'founding',
    calendar: 'solar',
    year: 2012,
    month: 11,
    day: 25,
    ...more,
  })
}

/** A contact with a birthday, written as the contacts' own service writes it. */
export async function newContact(kernel: Kernel, accountId: number, contact: object): Promise<number> {
  const people = createPeopleService(kernel)
  return (await people.create(accountId, personInput.parse(contact), true)).id
}
