import { z } from 'zod'
import { gap, personRow } from './people'
import { day, fen, id, instant, listInput, listOf, madeFile, month, procedure, tier } from './base'

const note = (max = 2000) => z.string().max(max).default('')

export const planAction = z.object({
  what: z.string().max(200),
  owner: z.string().max(40).default(''),
  due: day.nullable().default(null),
  status: z.enum(['open', 'doing', 'done', 'dropped']).default('open'),
})

export const planGoal = z.object({
  /** `2026Q4`. */
  quarter: z.string().regex(/^\d{4}Q[1-4]$/),
  pieces: z.int().min(0).nullable().default(null),
  revenueFen: fen.min(0).nullable().default(null),
  marginFen: fen.nullable().default(null),
})

/** The parts people write. Everything else in the plan is read from the book when it is opened or printed. */
export const planContent = z.object({
  profile: note(),
  needs: note(),
  /** 客户总发货额: fen a month over all carriers; with our revenue it gives the share of wallet. */
  walletFen: fen.min(0).nullable().default(null),
  competitors: z
    .array(
      z.object({ name: z.string().max(40), share: z.int().min(0).max(100).nullable().default(null), note: note(200) }),
    )
    .default([]),
  strengths: note(),
  weaknesses: note(),
  opportunities: note(),
  threats: note(),
  goals: z.array(planGoal).default([]),
  retentionFinancial: note(),
  retentionSocial: note(),
  retentionStructural: note(),
  servicePackage: z.enum(['high', 'middle', 'low']).nullable().default(null),
  serviceNote: note(),
  priceNote: note(),
  actions: z.array(planAction).default([]),
  team: z
    .array(
      z.object({
        name: z.string().max(40),
        role: z.string().max(40).default(''),
        duty: z.string().max(200).default(''),
      }),
    )
    .default([]),
  risks: note(),
  budgetFen: fen.min(0).nullable().default(null),
  expectedReturn: note(),
  reviewLog: z.array(z.object({ on: day, text: z.string().max(500) })).default([]),
})
export type PlanContent = z.infer<typeof planContent>

export const planFacts = z.object({
  account: z.string(),
  accountCode: z.string(),
  industry: z.string(),
  manager: z.string(),
  tier: tier.nullable(),
  creditDays: z.int().nullable(),
  /** The people known at the customer, numbers masked: a plan is read and printed by many. */
  contacts: z.array(personRow),
  contactGaps: z.array(gap),
  months: z.array(z.object({ month, pieces: z.int(), grams: z.int(), revenueFen: fen, marginFen: fen.nullable() })),
  lanes: z.array(z.object({ name: z.string(), tickets: z.int(), revenueFen: fen, marginFen: fen.nullable() })),
  products: z.array(z.object({ product: z.string(), tickets: z.int(), revenueFen: fen })),
  sheets: z.array(z.object({ name: z.string(), validFrom: day, validTo: day.nullable() })),
  /** Average monthly revenue of the last three months that have waybills. */
  averageRevenueFen: fen.nullable(),
  /** Our part of the customer's whole spend, 0…1. */
  walletShare: z.number().nullable(),
  /** Actual figures of each goal's quarter so far. */
  actuals: z.array(z.object({ quarter: z.string(), pieces: z.int(), revenueFen: fen, marginFen: fen.nullable() })),
})
export type PlanFacts = z.infer<typeof planFacts>

export const planDetail = z.object({
  id: id.nullable(),
  accountId: id,
  /** First half `2026H1`, second half `2026H2`. */
  period: z.string().regex(/^\d{4}H[12]$/),
  version: z.int(),
  content: planContent,
  facts: planFacts,
  updatedAt: instant.nullable(),
})
export type PlanDetail = z.infer<typeof planDetail>

export const plansContract = {
  list: procedure('plans.read')
    .input(listInput)
    .output(
      listOf(
        z.object({
          id,
          accountId: id,
          account: z.string(),
          accountCode: z.string(),
          manager: z.string(),
          period: z.string(),
          actions: z.int(),
          actionsDone: z.int(),
          updatedAt: instant,
        }),
      ),
    ),
  /** The plan of the account and period; none yet: one pre-filled from the book's data, not stored until saved. */
  get: procedure('plans.read')
    .input(z.object({ accountId: id, period: z.string().regex(/^\d{4}H[12]$/), locale: z.enum(['zh-CN', 'en']) }))
    .output(planDetail),
  save: procedure('plans.write')
    .input(
      z.object({ accountId: id, period: z.string().regex(/^\d{4}H[12]$/), version: z.int(), content: planContent }),
    )
    .output(z.object({ id, version: z.int(), updatedAt: instant })),
  print: procedure('plans.read')
    .input(z.object({ accountId: id, period: z.string().regex(/^\d{4}H[12]$/), locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
}
