import type { ContractDetail, ContractInput, PromiseInput } from '#shared/contract/contracts'

/** What the drawer's fields hold; a promise's times are texts while they are typed. */
export interface ContractForm extends Omit<
  ContractInput,
  'accountId' | 'minimum' | 'validFrom' | 'sheets' | 'promises'
> {
  accountId: number | null
  validFrom: string | null
  sheets: { value: number; label: string }[]
  promises: PromiseForm[]
  minimumUnit: 'none' | 'pieces' | 'grams' | 'fen'
  minimumAmount: number | null
  minimumPeriod: 'month' | 'year'
}

export interface PromiseForm extends Omit<PromiseInput, 'target' | 'from' | 'to'> {
  target: number | null
  from: string
  to: string
}

const clock = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/

/** `9:00`, `0900`, `09：00` as `09:00`; null: no time. */
export function readClock(text: string): string | null {
  const match = clock.exec(text.normalize('NFKC').trim())
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : null
}

export function formOf(contract: ContractDetail): ContractForm {
  const { minimum, sheets, promises } = contract
  return {
    number: contract.number,
    accountId: contract.accountId,
    title: contract.title,
    parties: contract.parties,
    manager: contract.manager,
    signedOn: contract.signedOn,
    validFrom: contract.validFrom,
    validTo: contract.validTo,
    products: contract.products,
    sheets: sheets.map(({ id, name }) => ({ value: id, label: name })),
    creditDays: contract.creditDays,
    creditLimitFen: contract.creditLimitFen,
    billingDay: contract.billingDay,
    promises: promises.map((promise) => ({ ...promise, from: promise.from ?? '', to: promise.to ?? '' })),
    minimumUnit: minimum?.unit ?? 'none',
    minimumAmount: minimum?.amount ?? null,
    minimumPeriod: minimum?.period ?? 'month',
    coversGroup: contract.coversGroup,
    depositFen: contract.depositFen,
    depositDueOn: contract.depositDueOn,
    depositReceivedOn: contract.depositReceivedOn,
    renewMonths: contract.renewMonths,
    noticeDays: contract.noticeDays,
    note: contract.note,
  }
}

/** A new one, from today on, with our branch as a party. */
export function newForm(
  ourName: string,
  manager: string,
  today: string,
  account: { id: number; name: string } | null,
): ContractForm {
  return {
    number: '',
    accountId: account?.id ?? null,
    title: '',
    parties: [
      { side: 'ours', name: ourName },
      { side: 'customer', name: account?.name ?? '' },
    ],
    manager,
    signedOn: null,
    validFrom: today,
    validTo: null,
    products: [],
    sheets: [],
    creditDays: null,
    creditLimitFen: null,
    billingDay: null,
    promises: [],
    minimumUnit: 'none',
    minimumAmount: null,
    minimumPeriod: 'month',
    coversGroup: false,
    depositFen: null,
    depositDueOn: null,
    depositReceivedOn: null,
    renewMonths: null,
    noticeDays: null,
    note: '',
  }
}

/** What is sent to the core; fields that must be filled have been checked by the form. */
export function inputOf(form: ContractForm): ContractInput {
  const { accountId, validFrom, sheets, promises, minimumUnit, minimumAmount, minimumPeriod, ...rest } = form
  return {
    ...rest,
    accountId: accountId ?? 0,
    validFrom: validFrom ?? '',
    sheets: sheets.map(({ value, label }) => ({ id: value, name: label })),
    promises: promises.map((promise) => ({
      ...promise,
      target: promise.target ?? 0,
      from: promise.kind === 'pickup' ? readClock(promise.from) : null,
      to: promise.kind === 'pickup' ? readClock(promise.to) : null,
    })),
    minimum:
      minimumUnit === 'none' || minimumAmount === null
        ? null
        : { unit: minimumUnit, amount: minimumAmount, period: minimumPeriod },
  }
}
