import { z } from 'zod'
import {
  day,
  empty,
  fen,
  grams,
  id,
  instant,
  listInput,
  listOf,
  madeFile,
  message,
  month,
  procedure,
  tier,
} from './base'

export const lifecycle = z.enum(['prospect', 'developing', 'active', 'paused', 'lost', 'won-back'])
export type Lifecycle = z.infer<typeof lifecycle>

const text = (max: number) => z.string().trim().max(max)

export const contactInput = z.object({
  id: id.optional(),
  name: text(40).min(1),
  title: text(40).default(''),
  phone: text(40).default(''),
  email: text(80).default(''),
  note: text(200).default(''),
  primary: z.boolean().default(false),
})

/** What a form or an import writes. Codes and month accounts are names: text, never numbers. */
export const accountInput = z.object({
  /** Empty: the next free code (KH000001 …) is given. */
  code: text(32).default(''),
  name: text(80).min(1),
  shortName: text(40).default(''),
  /** Names under which this customer appears in waybills and bills. */
  aliases: z.array(text(80).min(1)).default([]),
  /** 月结账号. */
  monthAccounts: z.array(text(32).min(1)).default([]),
  uscc: text(18).default(''),
  industry: text(20).default(''),
  lifecycle: lifecycle.default('active'),
  /** The tier given by hand; null: none given. Sheets priced by tier use the tier in force on the shipping day. */
  tier: tier.nullable().default(null),
  /** 客户经理. */
  manager: text(40).default(''),
  /** 集团客户: the parent account. */
  groupId: id.nullable().default(null),
  province: text(20).default(''),
  city: text(20).default(''),
  district: text(20).default(''),
  address: text(120).default(''),
  /** 账期, days. */
  creditDays: z.int().min(0).max(365).nullable().default(null),
  /** 信用额度, fen. */
  creditLimitFen: fen.min(0).nullable().default(null),
  note: text(500).default(''),
  contacts: z.array(contactInput).default([]),
})
export type AccountInput = z.infer<typeof accountInput>

export const accountRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  industry: z.string(),
  tier: tier.nullable(),
  lifecycle,
  manager: z.string(),
  region: z.string(),
  contact: z.string(),
  phone: z.string(),
  /** Figures of the month asked for, from the rollups; null: nothing rated in it. */
  pieces: z.int(),
  revenueFen: fen.nullable(),
  marginFen: fen.nullable(),
  lastShippedOn: day.nullable(),
  updatedAt: instant,
})
export type AccountRow = z.infer<typeof accountRow>

export const accountDetail = accountInput.extend({
  id,
  uid: z.string(),
  /** Sent back with `update`; a different number means someone else changed it meanwhile. */
  version: z.int(),
  groupName: z.string(),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
})
export type AccountDetail = z.infer<typeof accountDetail>

export const monthFigure = z.object({
  month,
  tickets: z.int(),
  pieces: z.int(),
  grams,
  revenueFen: fen,
  costFen: fen,
  marginFen: fen,
  /** Tickets without a price, and tickets without a cost: not in the sums above, never zero. */
  unrated: z.int(),
  uncosted: z.int(),
})
export type MonthFigure = z.infer<typeof monthFigure>

export const accountOverview = z.object({
  months: z.array(monthFigure),
  lanes: z.array(
    z.object({
      province: z.string(),
      name: z.string(),
      tickets: z.int(),
      grams,
      revenueFen: fen,
      marginFen: fen.nullable(),
    }),
  ),
  products: z.array(z.object({ product: z.string(), tickets: z.int(), revenueFen: fen })),
  lastShippedOn: day.nullable(),
  /** Each alert carries its reason: growth, decline, loss, silence, expiring or missing price. */
  alerts: z.array(message.extend({ severity: z.enum(['info', 'warning', 'danger']) })),
  sheets: z.array(z.object({ id, name: z.string(), validFrom: day, validTo: day.nullable(), level: z.string() })),
  /** The account's place by revenue in the month. */
  rank: z.int().nullable(),
  share: z.number().nullable(),
  computedTier: tier.nullable(),
})
export type AccountOverview = z.infer<typeof accountOverview>

export const accountFilter = z.object({
  industry: z.string().optional(),
  tier: tier.optional(),
  lifecycle: lifecycle.optional(),
  manager: z.string().optional(),
  month: month.optional(),
})

export const accountsContract = {
  list: procedure('accounts.read')
    .input(listInput.extend({ filter: accountFilter.default({}) }))
    .output(listOf(accountRow).extend({ revenueFen: fen, pieces: z.int() })),
  get: procedure('accounts.read').input(z.object({ id })).output(accountDetail),
  overview: procedure('accounts.read').input(z.object({ id, month })).output(accountOverview),
  create: procedure('accounts.write').input(accountInput).output(accountDetail),
  update: procedure('accounts.write')
    .input(z.object({ id, version: z.int(), account: accountInput }))
    .output(accountDetail),
  /** Takes accounts out of lists and matching; waybills keep them. `restore` is its undo. */
  remove: procedure('accounts.write')
    .input(z.object({ ids: z.array(id).min(1) }))
    .output(z.object({ removed: z.array(id) })),
  restore: procedure('accounts.write')
    .input(z.object({ ids: z.array(id).min(1) }))
    .output(empty),
  /** Distinct industries and managers for filters and forms. */
  choices: procedure('accounts.read')
    .input(empty)
    .output(z.object({ industries: z.array(z.string()), managers: z.array(z.string()) })),
  /** Names, codes, pinyin and initials; for pickers, the palette and the global search. */
  search: procedure('accounts.read')
    .input(z.object({ text: z.string().max(60), limit: z.int().min(1).max(50).default(10) }))
    .output(z.array(z.object({ id, code: z.string(), name: z.string(), tier: tier.nullable() }))),
  export: procedure('accounts.read')
    .input(listInput.extend({ filter: accountFilter.default({}), locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
}
