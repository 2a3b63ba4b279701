import { z } from 'zod'
import { accountFilter } from '#shared/contract/accounts'
import { importKind } from '#shared/contract/imports'
import { peopleFilter } from '#shared/contract/people'
import { sheetStatus, sheetUsage } from '#shared/contract/pricing'
import { quotationFilter } from '#shared/contract/quotations'
import { waybillFilter } from '#shared/contract/waybills'
import { allPages } from '../all-pages'
import type { Run } from '../command'
import { accountId } from '../look-up'
import { CommandProblem } from '../problem'

export interface ListOptions {
  month?: string
  account?: string
  filter: string[]
  search?: string
}

type Row = Readonly<Record<string, string | number | boolean | null>>

interface List {
  /** Fields `--filter field=value` may name. */
  filter: z.ZodObject
  read(run: Run, options: ListOptions, filter: Record<string, unknown>): Promise<Row[]>
}

const priceFilter = z.object({
  usage: sheetUsage.optional(),
  status: sheetStatus.optional(),
  product: z.string().optional(),
})

/** The lists of the program, each with the fields its rows show. */
const lists: Readonly<Record<string, List>> = {
  accounts: {
    filter: accountFilter,
    read: async ({ session: { api } }, { month, search }, filter) => {
      const rows = await allPages((page) => api.accounts.list({ ...page, search, filter: { ...filter, month } }))
      const fields = await api.customFields.list({})
      return rows.map(({ id: _id, tags, team, custom, ...row }) => ({
        ...row,
        tags: tags.join('、'),
        team: team.join('、'),
        // The branch's own fields under their names, exact as they are written.
        ...Object.fromEntries(fields.map(({ uid, name }) => [name, custom[uid] ?? null])),
      }))
    },
  },
  contacts: {
    filter: peopleFilter.omit({ accountId: true }),
    read: async ({ session: { api } }, { account, search }, filter) => {
      const owner = account ? { accountId: await accountId(api, account) } : {}
      const rows = await allPages((page) => api.people.list({ ...page, search, filter: { ...filter, ...owner } }))
      return rows.map((row) => ({
        accountCode: row.accountCode,
        account: row.account,
        name: row.name,
        title: row.title,
        department: row.department,
        phone: row.phone,
        wechat: row.wechat,
        email: row.email,
        role: row.role,
        stance: row.stance,
        influence: row.influence,
        relationship: row.relationship,
        reportsTo: row.reportsToName,
        channel: row.channel,
        birthMonth: row.birthMonth?.month ?? null,
        lastContactOn: row.lastContactOn,
        primary: row.primary,
      }))
    },
  },
  waybills: {
    filter: waybillFilter,
    read: async ({ session: { api } }, { month, account, search }, filter) => {
      const owner = account ? { accountId: await accountId(api, account) } : {}
      const rows = await allPages((page) =>
        api.waybills.list({
          ...page,
          search,
          sort: 'shippedOn',
          filter: { ...filter, ...owner, ...(month ? { month } : {}) },
        }),
      )
      return rows.map((row) => ({
        number: row.number,
        carrier: row.carrier,
        feeKind: row.feeKind,
        shippedOn: row.shippedOn,
        accountCode: row.accountCode,
        account: row.account,
        customer: row.customer,
        destination: row.destination,
        chargeableGrams: row.chargeableGrams,
        revenueFen: row.revenueFen,
        costFen: row.costFen,
        marginFen: row.marginFen,
        billedFen: row.billedFen,
        status: row.status,
        reason: row.reason,
        batch: row.batch,
      }))
    },
  },
  prices: {
    filter: priceFilter,
    read: async ({ session: { api } }, { account, search }, filter) => {
      const owner = account ? { accountId: await accountId(api, account) } : {}
      const rows = await allPages((page) => api.pricing.list({ ...page, search, filter: { ...filter, ...owner } }))
      return rows.map(({ id: _id, accountId: _accountId, ...row }) => row)
    },
  },
  quotations: {
    filter: quotationFilter.omit({ accountId: true }),
    read: async ({ session: { api } }, { account, search }, filter) => {
      const owner = account ? { accountId: await accountId(api, account) } : {}
      const rows = await allPages((page) => api.quotations.list({ ...page, search, filter: { ...filter, ...owner } }))
      return rows.map(({ id: _id, accountId: _accountId, version: _version, ...row }) => row)
    },
  },
  batches: {
    filter: z.object({ kind: importKind.optional() }),
    read: async ({ session: { api } }, { search }, filter) => {
      const rows = await allPages((page) => api.imports.batches({ ...page, search, ...filter }))
      return rows.map(({ counts, seconds, ...row }) => ({
        ...row,
        ...counts,
        seconds: Math.round(seconds * 1000) / 1000,
      }))
    },
  },
}

/** `list KIND`: a list of the program as one JSON array, or as lines of a table. */
export async function list(run: Run, kind: string, options: ListOptions): Promise<void> {
  const found = Object.hasOwn(lists, kind) ? lists[kind] : undefined
  if (!found) throw new CommandProblem('figure', { text: kind, what: 'kind', known: Object.keys(lists).join(' ') })
  const rows = await found.read(run, options, filterOf(found.filter, options.filter))
  run.answer(rows, () => table(rows))
}

/** `status=unmatched`: a field the list knows, with a value its schema takes. */
export function filterOf(schema: z.ZodObject, texts: string[]): Record<string, unknown> {
  const known = Object.keys(schema.shape).join(' ')
  return Object.fromEntries(
    texts.map((text) => {
      const [, field = '', written = ''] = /^(\w+)=(.*)$/s.exec(text) ?? []
      const shape = Object.hasOwn(schema.shape, field) ? (schema.shape[field] as z.ZodType) : undefined
      const value = [written, Number(written), written === 'true'].find((one) => shape?.safeParse(one).success)
      if (!shape || value === undefined || written === '') {
        throw new CommandProblem('figure', { text, what: 'filter', known })
      }
      return [field, value]
    }),
  )
}

function table(rows: Row[]): string[] {
  const [first] = rows
  if (!first) return []
  return [Object.keys(first).join('\t'), ...rows.map((row) => Object.values(row).join('\t'))]
}
