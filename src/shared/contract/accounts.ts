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
import { firstContact } from './people'

export const lifecycle = z.enum(['prospect', 'developing', 'active', 'paused', 'lost', 'won-back'])
export type Lifecycle = z.infer<typeof lifecycle>

const text = (max: number) => z.string().trim().max(max)

/** Changes to these states are made with a reason. */
export const lifecyclesWithReason: ReadonlySet<Lifecycle> = new Set<Lifecycle>(['paused', 'lost', 'won-back'])

/** 项目组: one person with a role of the list; `until` null: still in it. */
export const teamMember = z.object({
  name: text(40).min(1),
  role: text(20).default(''),
  since: day.nullable().default(null),
  until: day.nullable().default(null),
})
export type TeamMember = z.infer<typeof teamMember>

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
  /** 企业阶段, one of the list. */
  stage: text(20).default(''),
  source: text(20).default(''),
  tags: z.array(text(20).min(1)).default([]),
  lifecycle: lifecycle.default('active'),
  /** First day of the state; null: today where the state changes, else as it was. The same state with another day or reason corrects it. */
  lifecycleSince: day.nullable().default(null),
  /** Needed for a change to 暂停, 流失 and 赢回. */
  lifecycleReason: text(200).default(''),
  /** The tier given by hand; null: none given. Sheets priced by tier use the tier in force on the shipping day. */
  tier: tier.nullable().default(null),
  /** 客户经理. */
  manager: text(40).default(''),
  team: z.array(teamMember).max(50).default([]),
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
  /** Values of custom fields by the field's uid, as they are written (`12.5`, a day, an option); absent: as it was; '': none. */
  custom: z.record(z.string(), z.string()).default({}),
})
export type AccountInput = z.infer<typeof accountInput>

export const accountRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  industry: z.string(),
  stage: z.string(),
  source: z.string(),
  tags: z.array(z.string()),
  tier: tier.nullable(),
  lifecycle,
  lifecycleSince: day.nullable(),
  manager: z.string(),
  /** Who is in the project team today. */
  team: z.array(z.string()),
  group: z.string(),
  /** Values of custom fields in force, by uid. */
  custom: z.record(z.string(), z.string()),
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
  /** Customers whose parent this one is. */
  memberCount: z.int(),
  /** Every state with its first day and reason, the newest first. */
  lifecycleHistory: z.array(
    z.object({ lifecycle, since: day, reason: z.string(), actor: z.string(), recordedAt: instant }),
  ),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
  /** The customer into whom this one was merged; such a one is removed as well. */
  mergedInto: z.object({ id, code: z.string(), name: z.string() }).nullable(),
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

/** 集团客户: a customer with all that stand below it. Figures of removed customers stay in the sums. */
export const accountGroup = z.object({
  /** From the top down to this customer's parent. */
  parents: z.array(z.object({ id, code: z.string(), name: z.string() })),
  /** This customer first, then everybody below in the order of the tree. */
  members: z.array(
    z.object({
      id,
      code: z.string(),
      name: z.string(),
      parentId: id.nullable(),
      /** 0: this customer. */
      depth: z.int(),
      manager: z.string(),
      lifecycle,
      deleted: z.boolean(),
      /** Its own figures of the month, and with all below it. */
      own: monthFigure,
      rolled: monthFigure,
    }),
  ),
  /** 24 months up to the one asked for, everybody together. */
  months: z.array(monthFigure),
})
export type AccountGroup = z.infer<typeof accountGroup>

export const accountFilter = z.object({
  industry: z.string().optional(),
  stage: z.string().optional(),
  source: z.string().optional(),
  tag: z.string().optional(),
  tier: tier.optional(),
  lifecycle: lifecycle.optional(),
  /** 客户经理. */
  manager: z.string().optional(),
  /** In the project team today. */
  member: z.string().optional(),
  /** Either of both: the customers of one person. */
  person: z.string().optional(),
  province: z.string().optional(),
  groupId: id.optional(),
  /** Values of custom fields by uid: an option, a part of a text, a day or number, a span `10..20`, `!` for none. */
  custom: z.record(z.string(), z.string()).optional(),
  month: month.optional(),
})
export type AccountFilter = z.infer<typeof accountFilter>

export const accountHit = z.object({
  id,
  code: z.string(),
  name: z.string(),
  tier: tier.nullable(),
  /** What the text was found in; null where nothing was typed. A telephone stands behind its contact, masked without `personal.read`. */
  match: z
    .object({
      kind: z.enum(['code', 'month-account', 'name', 'short-name', 'alias', 'uscc', 'contact', 'phone']),
      text: z.string(),
    })
    .nullable(),
})
export type AccountHit = z.infer<typeof accountHit>

export const accountsContract = {
  list: procedure('accounts.read')
    .input(listInput.extend({ filter: accountFilter.default({}) }))
    .output(listOf(accountRow).extend({ revenueFen: fen, pieces: z.int() })),
  get: procedure('accounts.read').input(z.object({ id })).output(accountDetail),
  group: procedure('accounts.read').input(z.object({ id, month })).output(accountGroup),
  overview: procedure('accounts.read').input(z.object({ id, month })).output(accountOverview),
  /** A new customer, with his first contact where one is named. */
  create: procedure('accounts.write')
    .input(accountInput.extend({ firstContact: firstContact.nullable().default(null) }))
    .output(accountDetail),
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
  /** Words that occur at customers, for filters and forms. */
  choices: procedure('accounts.read')
    .input(empty)
    .output(
      z.object({
        industries: z.array(z.string()),
        stages: z.array(z.string()),
        sources: z.array(z.string()),
        tags: z.array(z.string()),
        managers: z.array(z.string()),
        /** Names in project teams. */
        members: z.array(z.string()),
        provinces: z.array(z.string()),
      }),
    ),
  /**
   * Characters, pinyin, initials, codes, contacts and telephones (also a part of one); the best first, each with what
   * fitted. For pickers, the palette and the global search.
   */
  search: procedure('accounts.read')
    .input(z.object({ text: z.string().max(60), limit: z.int().min(1).max(50).default(10) }))
    .output(z.array(accountHit)),
  export: procedure('accounts.read')
    .input(
      listInput.extend({
        filter: accountFilter.default({}),
        locale: z.enum(['zh-CN', 'en']),
        /** Keys of the columns the list shows, custom fields as `custom:<uid>`; absent: all. */
        columns: z.array(z.string().max(80)).max(200).optional(),
      }),
    )
    .output(madeFile),
}
