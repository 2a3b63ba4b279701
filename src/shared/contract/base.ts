import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorCodes } from './errors'

/** What a signed-in user may do. Until sign-in exists the built-in local owner holds all of them. */
export const permissions = [
  'system.read',
  'system.manage',
  'accounts.read',
  'accounts.write',
  'pricing.read',
  'pricing.write',
  'pricing.approve',
  'waybills.read',
  'waybills.write',
  'cost.read',
  'insight.read',
  'insight.manage',
  'plans.read',
  'plans.write',
  'contracts.read',
  'contracts.write',
  /** See telephone numbers, e-mail addresses and birthdays in full; without it they are masked. */
  'personal.read',
  /** Erase a person's data for good. */
  'personal.erase',
] as const
export type Permission = (typeof permissions)[number]

/** As whom somebody works. What a role may do stands in `rolePermissions`. */
export const roles = ['manager', 'account-manager', 'clerk', 'auditor', 'depot'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

const reading = ['system.read', 'accounts.read', 'pricing.read', 'waybills.read', 'insight.read'] as const

export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  manager: permissions,
  'account-manager': [
    ...reading,
    'accounts.write',
    'pricing.write',
    'waybills.write',
    'cost.read',
    'plans.read',
    'plans.write',
    'contracts.read',
    'contracts.write',
    'personal.read',
  ],
  clerk: [...reading, 'accounts.write', 'pricing.write', 'waybills.write', 'plans.read', 'contracts.read'],
  auditor: [...reading, 'cost.read', 'plans.read', 'contracts.read'],
  depot: [...reading, 'waybills.write'],
}

export interface ProcedureMeta {
  permission: Permission
}

/**
 * Every refusal crosses the boundary as this one error: a code of the closed set and what to fill into its words.
 * `field` names the form field or the row it belongs to, where there is one.
 */
const refusal = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  field: z.string().optional(),
})
export type Refusal = z.infer<typeof refusal>

const base = oc.$meta<ProcedureMeta>({ permission: 'system.manage' }).errors({
  REFUSED: { status: 422, data: refusal },
})

/** A procedure of the contract, with the permission its caller needs. */
export function procedure(permission: Permission) {
  return base.meta({ permission })
}

/** Integer fen (分). */
export const fen = z.int()
/** Integer grams. */
export const grams = z.int()
/** Local integer key of a row in this book. */
export const id = z.int().positive()
/** `YYYY-MM`, the month of shipping in Asia/Shanghai. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** `YYYY-MM-DD`, a business day in Asia/Shanghai. */
export const day = z.iso.date()
/** A point in time, UTC ISO text. */
export const instant = z.string()

export const tier = z.enum(['platinum', 'gold', 'iron', 'lead'])
export type Tier = z.infer<typeof tier>

export const empty = z.object({})

/** Paging, sorting and searching that every list takes; the database does the work. */
export const listInput = z.object({
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(500).default(50),
  /** Also `custom:<uid>`. */
  sort: z.string().max(80).optional(),
  descending: z.boolean().default(false),
  search: z.string().max(100).default(''),
})

export function listOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), total: z.int() })
}

/** A file the program made, waiting for its one collection: saved by a dialog or downloaded once. */
export const madeFile = z.object({ ticket: z.string(), name: z.string(), bytes: z.int() })
export type MadeFile = z.infer<typeof madeFile>

/** A text the catalogues turn into words: a key and its parameters. */
export const message = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Message = z.infer<typeof message>
