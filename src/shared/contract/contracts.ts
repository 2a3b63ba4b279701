import { z } from 'zod'
import { minimumStates, minimumUnits } from '../domain/contracts/fulfilment'
import { contractStatuses } from '../domain/contracts/standing'
import { day, empty, fen, id, instant, listInput, listOf, madeFile, month, procedure } from './base'

const locale = z.enum(['zh-CN', 'en'])
const text = (most: number) => z.string().trim().max(most)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const contractStatus = z.enum(contractStatuses)

export const partySides = ['ours', 'customer', 'other'] as const
export const partyInput = z.object({ side: z.enum(partySides), name: text(120).min(1) })

export const promiseKinds = ['on-time', 'pickup', 'claim', 'other'] as const
/** 服务承诺: a name, how it is measured, and what is promised. `target` is an integer of 10^-3 of `unit`. */
export const promiseInput = z.object({
  /** Stays the same as long as the promise stands: what was measured belongs to it. */
  key: z.string().min(1).max(40),
  kind: z.enum(promiseKinds),
  name: text(40).min(1),
  measure: text(200),
  direction: z.enum(['least', 'most']),
  target: z.int().min(0).max(1_000_000_000),
  unit: text(12),
  /** Pick-up window (提货窗口) only. */
  from: clock.nullable(),
  to: clock.nullable(),
})
export type PromiseInput = z.infer<typeof promiseInput>

export const minimumInput = z.object({
  unit: z.enum(minimumUnits),
  amount: z.int().min(1).max(1_000_000_000_000),
  period: z.enum(['month', 'year']),
})

export const contractInput = z.object({
  /** Empty: the next free one, `HT2026110001`. */
  number: text(40),
  accountId: id,
  title: text(120).min(1),
  parties: z.array(partyInput).max(10),
  manager: text(40),
  /** Null: a draft. */
  signedOn: day.nullable(),
  validFrom: day,
  /** Null: open end. */
  validTo: day.nullable(),
  products: z.array(text(40).min(1)).max(20),
  sheets: z.array(z.object({ id, name: z.string().max(200) })).max(20),
  creditDays: z.int().min(0).max(365).nullable(),
  creditLimitFen: fen.min(0).nullable(),
  /** 31: the last day of the month. */
  billingDay: z.int().min(1).max(31).nullable(),
  promises: z.array(promiseInput).max(20),
  minimum: minimumInput.nullable(),
  /** What the members of the customer's group ship counts as well. */
  coversGroup: z.boolean(),
  depositFen: fen.min(0).nullable(),
  depositDueOn: day.nullable(),
  depositReceivedOn: day.nullable(),
  renewMonths: z.int().min(1).max(60).nullable(),
  noticeDays: z.int().min(0).max(365).nullable(),
  note: text(4000),
})
export type ContractInput = z.infer<typeof contractInput>

const standing = {
  status: contractStatus,
  endsOn: day.nullable(),
  daysLeft: z.int().nullable(),
  prolonged: z.int(),
  /** The last day to give notice. */
  noticeBy: day.nullable(),
}

const reference = z.object({ id, number: z.string() })

export const contractRow = z.object({
  id,
  version: z.int(),
  number: z.string(),
  title: z.string(),
  accountId: id,
  accountCode: z.string(),
  account: z.string(),
  manager: z.string(),
  signedOn: day.nullable(),
  validFrom: day,
  validTo: day.nullable(),
  ...standing,
  products: z.string(),
  minimum: minimumInput.nullable(),
  creditDays: z.int().nullable(),
  creditLimitFen: fen.nullable(),
  depositFen: fen.nullable(),
  depositReceivedOn: day.nullable(),
  renewMonths: z.int().nullable(),
  successor: reference.nullable(),
  updatedAt: instant,
})
export type ContractRow = z.infer<typeof contractRow>

export const assessments = ['favourable', 'neutral', 'unfavourable'] as const
/** 合同条款评估: what somebody thinks of a clause. */
export const reviewInput = z.object({
  day,
  reviewer: text(40).min(1),
  clause: text(200).min(1),
  assessment: z.enum(assessments),
  risk: text(1000),
  suggestion: text(1000),
})
export type ReviewInput = z.infer<typeof reviewInput>

export const reviewRow = reviewInput.extend({ id, version: z.int() })
export type ReviewRow = z.infer<typeof reviewRow>

export const contractDetail = contractInput.extend({
  id,
  uid: z.string(),
  version: z.int(),
  accountCode: z.string(),
  account: z.string(),
  ...standing,
  terminatedOn: day.nullable(),
  terminationReason: z.string(),
  predecessor: reference.nullable(),
  successor: reference.nullable(),
  /** Credit as the customer's archive has it, to hold the contract's against. */
  archive: z.object({ creditDays: z.int().nullable(), creditLimitFen: fen.nullable() }),
  reviews: z.array(reviewRow),
  createdAt: instant,
  updatedAt: instant,
  removed: z.boolean(),
})
export type ContractDetail = z.infer<typeof contractDetail>

/** `soon`: in force or expiring; a figure: ends within so many days. */
export const contractEnding = z.enum(['30', '60', '90'])

export const contractFilter = z.object({
  status: contractStatus.optional(),
  ending: contractEnding.optional(),
  accountId: id.optional(),
  manager: z.string().optional(),
})
export type ContractFilter = z.infer<typeof contractFilter>

/** Counts of all contracts that pass search, customer and manager, whatever status is chosen; later ones hold earlier. */
export const contractCounts = z.object({
  in30: z.int(),
  in60: z.int(),
  in90: z.int(),
  expired: z.int(),
  active: z.int(),
  draft: z.int(),
})
export type ContractCounts = z.infer<typeof contractCounts>

export const measureInput = z.object({
  contractId: id,
  month,
  key: z.string().min(1).max(40),
  /** 10^-3 of the promise's unit; null with an empty note takes the measurement away. */
  value: z.int().min(0).max(1_000_000_000).nullable(),
  note: text(500),
})

export const fulfilmentReport = z.object({
  contractId: id,
  year: z.int(),
  /** Years the contract holds in, up to this one. */
  years: z.array(z.int()),
  months: z.array(month),
  minimum: z
    .object({
      terms: minimumInput,
      months: z.array(
        z.object({
          month,
          actual: z.int(),
          required: z.int(),
          counted: z.int(),
          shortfall: z.int(),
          state: z.enum(minimumStates),
        }),
      ),
    })
    .nullable(),
  promises: z.array(
    z.object({
      promise: promiseInput,
      months: z.array(z.object({ month, value: z.int().nullable(), note: z.string(), kept: z.boolean().nullable() })),
    }),
  ),
  /** Claims the branch paid; null for who may not see costs. */
  /** Of a month still to come nothing is known: null. */
  claims: z.array(z.object({ month, count: z.int().nullable(), fen: fen.nullable() })).nullable(),
  credit: z.object({
    days: z.object({ contract: z.int().nullable(), archive: z.int().nullable() }),
    limitFen: z.object({ contract: fen.nullable(), archive: fen.nullable() }),
  }),
})
export type FulfilmentReport = z.infer<typeof fulfilmentReport>

const versioned = z.object({ id, version: z.int() })
const one = z.object({ id, locale })

export const contractsContract = {
  list: procedure('contracts.read')
    .input(listInput.extend({ filter: contractFilter.default({}) }))
    .output(
      listOf(contractRow).extend({
        counts: contractCounts,
        sums: z.object({ depositFen: fen, creditLimitFen: fen }),
      }),
    ),
  get: procedure('contracts.read').input(z.object({ id })).output(contractDetail),
  choices: procedure('contracts.read')
    .input(empty)
    .output(z.object({ managers: z.array(z.string()), ourName: z.string(), user: z.string() })),
  /** @throws Refused `duplicate-contract`, `invalid-input`, `not-found` for a customer that is not there */
  create: procedure('contracts.write').input(contractInput).output(contractDetail),
  save: procedure('contracts.write')
    .input(versioned.extend({ contract: contractInput }))
    .output(contractDetail),
  /** Ends a signed contract on a day, with the reason. `reinstate` is its undo. */
  terminate: procedure('contracts.write')
    .input(versioned.extend({ on: day, reason: text(500).min(1) }))
    .output(contractDetail),
  reinstate: procedure('contracts.write').input(versioned).output(contractDetail),
  /** The following contract as a draft: the same terms from the day after the end. */
  renew: procedure('contracts.write').input(versioned).output(contractDetail),
  /** Soft; `restore` is its undo. */
  remove: procedure('contracts.write').input(z.object({ id })).output(empty),
  restore: procedure('contracts.write').input(z.object({ id })).output(empty),
  addReview: procedure('contracts.write')
    .input(z.object({ contractId: id, review: reviewInput }))
    .output(reviewRow),
  saveReview: procedure('contracts.write')
    .input(versioned.extend({ review: reviewInput }))
    .output(reviewRow),
  removeReview: procedure('contracts.write').input(z.object({ id })).output(empty),
  restoreReview: procedure('contracts.write').input(z.object({ id })).output(empty),
  fulfilment: procedure('contracts.read')
    .input(z.object({ id, year: z.int().min(1990).max(2200).optional() }))
    .output(fulfilmentReport),
  measure: procedure('contracts.write').input(measureInput).output(empty),
  print: procedure('contracts.read').input(one).output(madeFile),
  export: procedure('contracts.read')
    .input(listInput.extend({ filter: contractFilter.default({}), locale }))
    .output(madeFile),
  exportFulfilment: procedure('contracts.read')
    .input(one.extend({ year: z.int().min(1990).max(2200).optional() }))
    .output(madeFile),
}
