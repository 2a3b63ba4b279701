import { z } from 'zod'
import { day, empty, fen, grams, id, instant, madeFile, month, procedure } from './base'
import { siteInput, siteRow } from './sites'

const text = (max: number) => z.string().trim().max(max).default('')
const ppm = z.int().min(0).max(1_000_000)
/** 服务期望. */
export const expectationKeys = ['speed', 'safety', 'price', 'information', 'extras'] as const
export type ExpectationKey = (typeof expectationKeys)[number]
const expectation = z.object({
  /** 1 hardly matters … 5 decides; null: not known. */
  importance: z.int().min(1).max(5).nullable().default(null),
  note: text(100),
})
const anyExpectation = { importance: null, note: '' }

export const itStates = ['none', 'wanted', 'planned', 'building', 'live'] as const
export const itState = z.enum(itStates)

export const needsContent = z.object({
  products: z.array(z.string().trim().min(1).max(40)).max(30).default([]),
  lanes: z
    .array(
      z.object({
        from: z.string().trim().max(40),
        to: z.string().trim().min(1).max(40),
        tickets: z.int().min(0).nullable().default(null),
        note: text(60),
      }),
    )
    .max(50)
    .default([]),
  /** 月发货量 over all carriers: tickets and weight. */
  monthlyTickets: z.int().min(0).nullable().default(null),
  monthlyGrams: grams.min(0).nullable().default(null),
  /** Share of tickets in each bracket of `weightBrackets`; null: not known. */
  weightShares: z.array(ppm.nullable()).max(12).default([]),
  expectations: z
    .object({
      speed: expectation.default(anyExpectation),
      safety: expectation.default(anyExpectation),
      price: expectation.default(anyExpectation),
      information: expectation.default(anyExpectation),
      extras: expectation.default(anyExpectation),
    })
    .default({
      speed: anyExpectation,
      safety: anyExpectation,
      price: anyExpectation,
      information: anyExpectation,
      extras: anyExpectation,
    }),
  packaging: text(500),
  warehousing: text(500),
  it: text(500),
  itState: itState.default('none'),
})
export type NeedsContent = z.infer<typeof needsContent>

/** What the waybills really show; months without waybills count as nothing. */
export const needsFacts = z.object({
  /** The three months up to the newest one with waybills; null: none in the book. */
  from: month.nullable(),
  to: month.nullable(),
  tickets: z.int(),
  grams,
  products: z.array(z.object({ product: z.string(), tickets: z.int() })),
  lanes: z.array(z.object({ province: z.string(), tickets: z.int(), grams })),
  /** Tickets by bracket of `weightBrackets`, and tickets without a weight. */
  weights: z.array(z.int()),
  unweighed: z.int(),
})
export type NeedsFacts = z.infer<typeof needsFacts>

export const needsDetail = z.object({
  uid: z.string().nullable(),
  /** 0: nothing written down yet. */
  version: z.int(),
  content: needsContent,
  facts: needsFacts,
  updatedAt: instant.nullable(),
})
export type NeedsDetail = z.infer<typeof needsDetail>

/** `YYYY` or `YYYY-MM`. */
export const walletPeriod = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)

export const walletInput = z.object({
  period: walletPeriod,
  /** 客户总发货支出 over all carriers, net of tax like our revenue. */
  totalFen: fen.min(0),
  statedOn: day,
  source: text(60),
  note: text(200),
})
export type WalletInput = z.infer<typeof walletInput>

/** 我方份额 = our net revenue of the period ÷ the stated total. */
export const walletShare = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('share'),
    /** Rounded once, half up; whole 100 ppm (0.01 %). */
    sharePpm: z.int(),
    /** Our revenue is more than the customer says he spends. */
    overWhole: z.boolean(),
  }),
  z.object({ kind: z.literal('not-applicable'), reason: z.enum(['no-spend', 'no-waybills', 'negative-revenue']) }),
])
export type WalletShare = z.infer<typeof walletShare>

export const walletRow = walletInput.extend({
  id,
  version: z.int(),
  /** Our net revenue of the same period, from the monthly sums. */
  revenueFen: fen,
  /** Months of the period that have waybills, and how many it has. */
  knownMonths: z.int(),
  months: z.int(),
  /** Tickets of the period without a price: not in our revenue. */
  unrated: z.int(),
  share: walletShare,
})
export type WalletRow = z.infer<typeof walletRow>

export const competitor = z.object({ id, uid: z.string(), version: z.int(), name: z.string(), note: z.string() })
export type Competitor = z.infer<typeof competitor>

export const competitionShare = z.object({
  competitorId: id,
  /** Share of the customer's spend; null: not known. */
  sharePpm: ppm.nullable().default(null),
  products: text(100),
  lanes: text(100),
  priceNote: text(200),
  pricePerKg: text(40),
  pricePerTicket: text(40),
  strengths: text(200),
  weaknesses: text(200),
})
export type CompetitionShare = z.infer<typeof competitionShare>

export const competitionInput = z.object({
  statedOn: day,
  source: text(60),
  shares: z.array(competitionShare).max(20),
})
export type CompetitionInput = z.infer<typeof competitionInput>

export const competitionRow = competitionInput.extend({
  id,
  version: z.int(),
  updatedAt: instant,
})
export type CompetitionRow = z.infer<typeof competitionRow>

export const walletView = z.object({
  /** The latest statement first. */
  wallets: z.array(walletRow),
  /** The latest day first: the first is what holds now. */
  competitions: z.array(competitionRow),
  /** The branch's whole list, for choosing and for naming. */
  competitors: z.array(competitor),
})
export type WalletView = z.infer<typeof walletView>

export const cellStates = ['ours', 'competitor', 'open', 'none'] as const
export const cellState = z.enum(cellStates)
export type CellState = z.infer<typeof cellState>

export const whiteCell = z.object({
  row: z.string(),
  /** `uid` of a site, or the name of a department. */
  column: z.string(),
  state: cellState,
  /** `uid` of who has it, where a competitor does and it is known. */
  competitor: z.string().nullable().default(null),
})
export type WhiteCell = z.infer<typeof whiteCell>

export const whiteAxes = z.object({
  /** Products and services. */
  rows: z.array(z.string().trim().min(1).max(40)).max(30),
  columnsBy: z.enum(['site', 'department']),
  departments: z.array(z.string().trim().min(1).max(40)).max(30),
})
export type WhiteAxes = z.infer<typeof whiteAxes>

export const whiteContent = whiteAxes.extend({ cells: z.array(whiteCell) })
export type WhiteContent = z.infer<typeof whiteContent>

/** How far the customer is ours; cells nobody judged are in no share. */
export const whiteSums = z.object({
  ours: z.int(),
  competitor: z.int(),
  open: z.int(),
  none: z.int(),
  unset: z.int(),
  /** open ÷ (ours + competitor + open), ppm in whole 100; null: no cell with a need. */
  openPpm: z.int().nullable(),
})
export type WhiteSums = z.infer<typeof whiteSums>

export const whiteSpace = z.object({
  version: z.int(),
  axes: whiteAxes,
  columns: z.array(z.object({ key: z.string(), name: z.string() })),
  cells: z.array(whiteCell),
  /** Cells nobody judged whose product was shipped with us in the last 12 months. */
  suggested: z.array(z.object({ row: z.string(), column: z.string(), tickets: z.int() })),
  sums: whiteSums,
  competitors: z.array(competitor),
})
export type WhiteSpace = z.infer<typeof whiteSpace>

const ofAccount = z.object({ accountId: id })
const locale = z.enum(['zh-CN', 'en'])
const versioned = z.object({ id, version: z.int() })

export const needsContract = {
  sites: procedure('accounts.read').input(ofAccount).output(z.array(siteRow)),
  createSite: procedure('accounts.write')
    .input(ofAccount.extend({ site: siteInput }))
    .output(siteRow),
  updateSite: procedure('accounts.write')
    .input(versioned.extend({ site: siteInput }))
    .output(siteRow),
  /** `restoreSite` is its undo. */
  removeSite: procedure('accounts.write').input(z.object({ id })).output(empty),
  restoreSite: procedure('accounts.write').input(z.object({ id })).output(empty),
  /** The customer's contacts to choose from: names only. */
  contacts: procedure('accounts.read')
    .input(ofAccount)
    .output(z.array(z.object({ id, name: z.string() }))),
  exportSites: procedure('accounts.read').input(ofAccount.extend({ locale })).output(madeFile),

  get: procedure('accounts.read').input(ofAccount).output(needsDetail),
  save: procedure('accounts.write')
    .input(ofAccount.extend({ version: z.int().min(0), content: needsContent }))
    .output(z.object({ version: z.int() })),

  wallet: procedure('accounts.read').input(ofAccount).output(walletView),
  /** `id` null: a new statement. */
  saveWallet: procedure('accounts.write')
    .input(ofAccount.extend({ id: id.nullable(), version: z.int().min(0), wallet: walletInput }))
    .output(z.object({ id })),
  removeWallet: procedure('accounts.write').input(z.object({ id })).output(empty),
  restoreWallet: procedure('accounts.write').input(z.object({ id })).output(empty),
  /**
   * Writes the shares as known on a day. `version` is that of the day's record, 0 where the day has none: another day is
   * a new record and leaves the earlier ones as they are.
   */
  saveCompetition: procedure('accounts.write')
    .input(ofAccount.extend({ version: z.int().min(0), competition: competitionInput }))
    .output(z.object({ id, version: z.int() })),
  removeCompetition: procedure('accounts.write').input(z.object({ id })).output(empty),
  restoreCompetition: procedure('accounts.write').input(z.object({ id })).output(empty),
  exportWallet: procedure('accounts.read').input(ofAccount.extend({ locale })).output(madeFile),

  competitors: procedure('accounts.read')
    .input(empty)
    .output(z.array(competitor.extend({ customers: z.int() }))),
  saveCompetitor: procedure('accounts.write')
    .input(
      z.object({
        id: id.nullable(),
        version: z.int().min(0),
        name: z.string().trim().min(1).max(40),
        note: text(200),
      }),
    )
    .output(competitor),
  /** Refused while a customer's shares or white space name it. */
  removeCompetitor: procedure('accounts.write').input(z.object({ id })).output(empty),
  restoreCompetitor: procedure('accounts.write').input(z.object({ id })).output(empty),

  whiteSpace: procedure('accounts.read').input(ofAccount).output(whiteSpace),
  setAxes: procedure('accounts.write')
    .input(ofAccount.extend({ version: z.int().min(0), axes: whiteAxes }))
    .output(z.object({ version: z.int() })),
  /** Judges cells; state null: no longer judged. */
  setCells: procedure('accounts.write')
    .input(
      ofAccount.extend({
        version: z.int().min(0),
        cells: z.array(whiteCell.extend({ state: cellState.nullable() })).min(1),
      }),
    )
    .output(z.object({ version: z.int() })),
  exportWhiteSpace: procedure('accounts.read').input(ofAccount.extend({ locale })).output(madeFile),
}
