import { z } from 'zod'
import { day, empty, fen, id, instant, month, procedure, role, roles } from './base'

/** Parts per million; 850 000 is 85 %. */
const ppm = z.int()

/** What a role may go down to. null: no floor. */
export const floor = z.object({
  /** Revenue under the sheet ÷ revenue of the same tickets under the general sheet, and the 折扣 the sheet writes. */
  discountPpm: ppm.min(0).max(2_000_000).nullable(),
  /** Margin ÷ net revenue. */
  marginPpm: ppm.min(-1_000_000).max(1_000_000).nullable(),
})
export type Floor = z.infer<typeof floor>

export const floors = z.object(
  Object.fromEntries(roles.map((name) => [name, floor])) as Record<(typeof roles)[number], typeof floor>,
)
export type Floors = z.infer<typeof floors>

/** One floor that a sheet goes below. `part` is a zone of the sheet; null: the sheet as a whole. */
export const floorFinding = z.object({
  kind: z.enum(['discount', 'written-discount', 'margin']),
  floorPpm: ppm,
  /** null where the reader may not see costs. */
  actualPpm: ppm.nullable(),
  /** Net revenue missing to the floor over the tickets looked at; null where there are none, or it would tell the cost. */
  shortFen: fen.nullable(),
})
export type FloorFinding = z.infer<typeof floorFinding>

/** A zone of the sheet with what its tickets bring under the sheet. */
export const floorPart = z.object({
  part: z.string(),
  tickets: z.int(),
  revenueFen: fen,
  /** Net revenue of the same tickets as they are priced today; null where none was. */
  todayFen: fen.nullable(),
  marginFen: fen.nullable(),
  marginPpm: ppm.nullable(),
  below: z.boolean(),
})

/** What a sheet comes to on shipments that happened, or on typical ones. All amounts are net of tax. */
export const floorCheck = z.object({
  /**
   * `own`: the waybills of the customer, or of the customers the sheet would apply to; `typical`: made-up tickets,
   * where there are no waybills; `none`: nothing could be rated.
   */
  basis: z.enum(['own', 'typical', 'none']),
  verdict: z.enum(['within', 'below', 'no-data']),
  role,
  from: month.nullable(),
  to: month.nullable(),
  /** Customers looked at, and how many the sheet applies to. */
  accounts: z.int(),
  accountsAll: z.int(),
  tickets: z.int(),
  /** Tickets that have no price under the sheet. */
  unrated: z.int(),
  /** Tickets whose cost is not known: they are not in cost and margin. */
  uncosted: z.int(),
  revenueFen: fen,
  /** Net revenue today, and under the sheet, of the tickets that have a price in both. */
  todayFen: fen.nullable(),
  comparedFen: fen.nullable(),
  costFen: fen.nullable(),
  marginFen: fen.nullable(),
  marginPpm: ppm.nullable(),
  /** Margin rate today of the tickets that are costed and priced in both. */
  todayMarginPpm: ppm.nullable(),
  discountPpm: ppm.nullable(),
  writtenDiscountPpm: ppm.nullable(),
  findings: z.array(floorFinding),
  parts: z.array(floorPart),
})
export type FloorCheck = z.infer<typeof floorCheck>

/** One step of the life of a sheet version, from the audit trail. */
export const sheetEvent = z.object({
  at: instant,
  actor: z.string(),
  action: z.string(),
  role: role.nullable(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
})
export type SheetEvent = z.infer<typeof sheetEvent>

export const reviewOfSheet = z.object({
  submittedAt: instant.nullable(),
  submittedBy: z.string().nullable(),
  submittedRole: role.nullable(),
  returnedAt: instant.nullable(),
  returnedBy: z.string().nullable(),
  returnReason: z.string(),
  approvedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  /** What the floors said at the last submission; costs only for who may see them. */
  check: floorCheck.nullable(),
  /** The version in force that an approval would close, and on which day it would end. */
  closes: z.array(z.object({ id, name: z.string(), version: z.int(), validTo: day })),
})
export type ReviewOfSheet = z.infer<typeof reviewOfSheet>

const dropParams = z.object({
  key: z.string(),
  bracket: z.string(),
  unit: z.string(),
  lighter: z.string(),
  heavier: z.string(),
  lighterPrice: z.string(),
  heavierPrice: z.string(),
})

const reason = z.string().trim().max(500)

/** The way of a draft to its approval: part of the contract of prices. */
export const priceReviewContract = {
  /** Looks at a sheet as its submission would, without submitting it. */
  checkFloors: procedure('pricing.write').input(z.object({ id })).output(floorCheck),
  /** Hands a draft in for approval; from now on it is locked. The answer says what the floors of the own role say. */
  submit: procedure('pricing.write')
    .input(z.object({ id, note: reason.default('') }))
    .output(floorCheck),
  /** Takes a submitted draft back, to edit it further. */
  withdraw: procedure('pricing.write').input(z.object({ id })).output(empty),
  /** Returns submitted drafts with a reason. */
  sendBack: procedure('pricing.approve')
    .input(z.object({ ids: z.array(id).min(1).max(200), reason: reason.min(1) }))
    .output(empty),
  /** Which of the sheets charge a heavier shipment less than a lighter one: how often, and the first place. */
  falling: procedure('pricing.read')
    .input(z.object({ ids: z.array(id).min(1).max(200) }))
    .output(z.object({ sheets: z.array(z.object({ id, name: z.string(), count: z.int(), first: dropParams })) })),
  review: procedure('pricing.read').input(z.object({ id })).output(reviewOfSheet),
  /** Everything that happened to a version, newest first. */
  history: procedure('pricing.read')
    .input(z.object({ id }))
    .output(z.object({ rows: z.array(sheetEvent) })),
  waiting: procedure('pricing.read')
    .input(empty)
    .output(z.object({ submitted: z.int(), returned: z.int() })),
  floors: procedure('pricing.read').input(empty).output(floors),
  setFloors: procedure('insight.manage').input(z.object({ floors })).output(floors),
}
