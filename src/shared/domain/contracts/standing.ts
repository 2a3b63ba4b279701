import { addDays, addMonths, daysBetween, lastDayOf } from '../months'

/** What a contract's standing on a day follows from. */
export interface ContractTerm {
  /** Null: not signed, so a draft. */
  signedOn: string | null
  validFrom: string
  /** Null: open end. */
  validTo: string | null
  /** First day it no longer holds. */
  terminatedOn: string | null
  /** Prolonged by itself for so many months unless notice is given; null: not. */
  renewMonths: number | null
  /** A following contract is signed: it is not prolonged any more. */
  followed: boolean
}

export const contractStatuses = ['draft', 'coming', 'active', 'expiring', 'expired', 'terminated'] as const
export type ContractStatus = (typeof contractStatuses)[number]

export interface Standing {
  status: ContractStatus
  /** Last day it holds, as things are; null: open end. */
  endsOn: string | null
  /** Days from today to that day; negative: it is past. */
  daysLeft: number | null
  /** How often it was prolonged by itself. */
  prolonged: number
}

/** A contract is told to be expiring so many days before its end. */
export const expiringDays = 90
/** The ends of contracts are reminded of so many days before. */
export const reminderStages = [90, 60, 30] as const

export function standingOf(term: ContractTerm, today: string): Standing {
  const { endsOn, prolonged } = endOf(term, today)
  const daysLeft = endsOn === null ? null : daysBetween(today, endsOn)
  return { status: statusOf(term, today, daysLeft), endsOn, daysLeft, prolonged }
}

function statusOf(term: ContractTerm, today: string, daysLeft: number | null): ContractStatus {
  if (term.signedOn === null) return 'draft'
  if (term.terminatedOn !== null && term.terminatedOn <= today) return 'terminated'
  if (daysLeft !== null && daysLeft < 0) return 'expired'
  if (term.validFrom > today) return 'coming'
  return daysLeft !== null && daysLeft <= expiringDays ? 'expiring' : 'active'
}

function endOf(term: ContractTerm, today: string): { endsOn: string | null; prolonged: number } {
  const { validTo, terminatedOn, renewMonths, followed, signedOn } = term
  const lastDay = terminatedOn === null ? null : addDays(terminatedOn, -1)
  if (validTo === null) return { endsOn: lastDay, prolonged: 0 }
  // A draft binds nobody, so nothing prolongs it; one that is terminated or followed ends as written.
  const rolls = renewMonths !== null && !followed && signedOn !== null
  const until = lastDay ?? today
  let prolonged = 0
  let endsOn = validTo
  while (rolls && endsOn < until) {
    prolonged += 1
    endsOn = addMonthsToDay(validTo, prolonged * renewMonths)
  }
  return { endsOn: lastDay !== null && lastDay < endsOn ? lastDay : endsOn, prolonged }
}

/** The last day on which notice can be given, so that it is not prolonged; null: it is not prolonged by itself. */
export function noticeDay(
  { renewMonths, noticeDays }: { renewMonths: number | null; noticeDays: number | null },
  endsOn: string | null,
): string | null {
  return renewMonths === null || endsOn === null ? null : addDays(endsOn, -(noticeDays ?? 0))
}

/** The same day so many months later, the month's last where there is none; the last day of a month stays the last. */
export function addMonthsToDay(day: string, count: number): string {
  const month = addMonths(day.slice(0, 7), count)
  const last = lastDayOf(month)
  const same = `${month}-${day.slice(8)}`
  return day === lastDayOf(day.slice(0, 7)) || same > last ? last : same
}

/** The term of the following contract: from the day after the end, as long as this one, in whole months where it is. */
export function followingTerm(validFrom: string, validTo: string, endsOn: string): { from: string; to: string } {
  const from = addDays(endsOn, 1)
  for (let months = 1; months <= 240; months++) {
    const end = addDays(addMonthsToDay(validFrom, months), -1)
    if (end === validTo) return { from, to: addDays(addMonthsToDay(from, months), -1) }
    if (end > validTo) break
  }
  return { from, to: addDays(from, daysBetween(validFrom, validTo)) }
}
