import type { ContractInput, ContractRow } from '#shared/contract/contracts'
import { type ContractTerm, noticeDay, standingOf } from '#shared/domain/contracts/standing'
import { formatDecimal } from '#shared/domain/decimal'
import type { FieldChange } from '../../db/book'
import { fieldChanges } from '../../db/field-changes'
import type { ContractRecord, NamedContract } from './contracts.repository'

/** A contract's fields as columns; lists are kept as JSON. */
export function columnsOf(input: ContractInput) {
  return {
    account_id: input.accountId,
    title: input.title,
    parties: JSON.stringify(input.parties),
    manager: input.manager,
    signed_on: input.signedOn,
    valid_from: input.validFrom,
    valid_to: input.validTo,
    products: JSON.stringify(input.products),
    sheets: JSON.stringify(input.sheets),
    credit_days: input.creditDays,
    credit_limit_fen: input.creditLimitFen,
    billing_day: input.billingDay,
    promises: JSON.stringify(input.promises),
    minimum_unit: input.minimum?.unit ?? null,
    minimum_amount: input.minimum?.amount ?? null,
    minimum_period: input.minimum?.period ?? null,
    covers_group: input.coversGroup ? 1 : 0,
    deposit_fen: input.depositFen,
    deposit_due_on: input.depositDueOn,
    deposit_received_on: input.depositReceivedOn,
    renew_months: input.renewMonths,
    notice_days: input.noticeDays,
    note: input.note,
  }
}

export function inputOf(record: ContractRecord): ContractInput {
  return {
    number: record.number,
    accountId: record.account_id,
    title: record.title,
    parties: JSON.parse(record.parties) as ContractInput['parties'],
    manager: record.manager,
    signedOn: record.signed_on,
    validFrom: record.valid_from,
    validTo: record.valid_to,
    products: JSON.parse(record.products) as string[],
    sheets: JSON.parse(record.sheets) as ContractInput['sheets'],
    creditDays: record.credit_days,
    creditLimitFen: record.credit_limit_fen,
    billingDay: record.billing_day,
    promises: JSON.parse(record.promises) as ContractInput['promises'],
    minimum: minimumOf(record),
    coversGroup: record.covers_group === 1,
    depositFen: record.deposit_fen,
    depositDueOn: record.deposit_due_on,
    depositReceivedOn: record.deposit_received_on,
    renewMonths: record.renew_months,
    noticeDays: record.notice_days,
    note: record.note,
  }
}

function minimumOf({ minimum_unit, minimum_amount, minimum_period }: ContractRecord): ContractInput['minimum'] {
  if (minimum_unit === null || minimum_amount === null || minimum_period === null) return null
  return { unit: minimum_unit, amount: minimum_amount, period: minimum_period }
}

export function termOf(record: NamedContract): ContractTerm {
  return {
    signedOn: record.signed_on,
    validFrom: record.valid_from,
    validTo: record.valid_to,
    terminatedOn: record.terminated_on,
    renewMonths: record.renew_months,
    followed: record.next_signed_on !== null,
  }
}

/** Status, end and last day of notice on a day. */
export function standingFields(record: NamedContract, today: string) {
  const standing = standingOf(termOf(record), today)
  const renews = record.terminated_on === null && record.next_signed_on === null
  const terms = { renewMonths: renews ? record.renew_months : null, noticeDays: record.notice_days }
  return { ...standing, noticeBy: noticeDay(terms, standing.endsOn) }
}

export function successorOf({ next_id, next_number }: NamedContract): { id: number; number: string } | null {
  return next_id === null || next_number === null ? null : { id: next_id, number: next_number }
}

export function rowOf(record: NamedContract, today: string): ContractRow {
  return {
    id: record.id,
    version: record.version,
    number: record.number,
    title: record.title,
    accountId: record.account_id,
    accountCode: record.account_code,
    account: record.account,
    manager: record.manager,
    signedOn: record.signed_on,
    validFrom: record.valid_from,
    validTo: record.valid_to,
    ...standingFields(record, today),
    products: (JSON.parse(record.products) as string[]).join('、'),
    minimum: minimumOf(record),
    creditDays: record.credit_days,
    creditLimitFen: record.credit_limit_fen,
    depositFen: record.deposit_fen,
    depositReceivedOn: record.deposit_received_on,
    renewMonths: record.renew_months,
    successor: successorOf(record),
    updatedAt: record.updated_at,
  }
}

/** Which fields changed. Lists are told as the words a person knows their entries by. */
export function changesBetween(before: ContractInput, after: ContractInput): FieldChange[] {
  return fieldChanges(toldOf(before), toldOf(after))
}

function toldOf(input: ContractInput) {
  const { minimum, parties, sheets, promises, ...rest } = input
  return {
    ...rest,
    parties: parties.map(({ name }) => name),
    sheets: sheets.map(({ name }) => name),
    promises: promises.map(
      ({ name, direction, target, unit }) =>
        `${name} ${direction === 'least' ? '≥' : '≤'} ${formatDecimal(target, 3)} ${unit}`,
    ),
    minimumUnit: minimum?.unit ?? null,
    minimumPeriod: minimum?.period ?? null,
    ...(minimum && minimum.unit !== 'pieces'
      ? { minimumAmount: null, ...minimumAmountOf(minimum.unit, minimum.amount) }
      : { minimumAmount: minimum?.amount ?? null }),
  }
}

/** Weights and amounts are told under names of their own, which say what the figure is. */
function minimumAmountOf(unit: 'grams' | 'fen', amount: number) {
  return unit === 'fen' ? { minimumFen: amount } : { minimumGrams: amount }
}
