import type { AccountFilter } from '#shared/contract/accounts'
import { type CustomFilter, parseCustomFilter } from '#shared/domain/custom-field/custom-filter'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Definition } from '../custom-fields/custom-values'

/** What a list query is read against. */
export interface ListContext {
  /** Custom fields in force. */
  fields: readonly Definition[]
  /** `YYYY-MM-DD`: who is in a project team is judged on this day. */
  today: string
}

type Condition = RawBuilder<SqlBool>
/** Filters that ask something of the account itself; the month chooses figures, custom fields come by data. */
type PlainFilter = Exclude<keyof AccountFilter, 'month' | 'custom'>

const hasMember = (name: string, today: string): Condition => sql`exists (
  select 1 from account_member where account_member.account_id = account.id and account_member.name = ${name}
    and (account_member.since is null or account_member.since <= ${today})
    and (account_member.until is null or account_member.until >= ${today}))`

/** One line per filter of the list: what it asks in SQL. */
const conditions: Record<PlainFilter, (value: string | number, context: ListContext) => Condition> = {
  industry: (value) => sql`account.industry = ${value}`,
  stage: (value) => sql`account.stage = ${value}`,
  source: (value) => sql`account.source = ${value}`,
  tier: (value) => sql`account.tier = ${value}`,
  lifecycle: (value) => sql`account.lifecycle = ${value}`,
  manager: (value) => sql`account.manager = ${value}`,
  province: (value) => sql`account.province = ${value}`,
  groupId: (value) => sql`account.group_id = ${value}`,
  tag: (value) => sql`exists (
    select 1 from account_tag where account_tag.account_id = account.id and account_tag.tag = ${value})`,
  member: (value, { today }) => hasMember(String(value), today),
  person: (value, { today }) => sql`(account.manager = ${value} or ${hasMember(String(value), today)})`,
}

/** The conditions of a filter, all of which must hold. A filter nobody can read fits no customer, rather than all. */
export function filterConditions(filter: AccountFilter, context: ListContext): Condition[] {
  const found = (Object.keys(conditions) as PlainFilter[]).flatMap((key) => {
    const value = filter[key]
    return value === undefined ? [] : [conditions[key](value, context)]
  })
  for (const [uid, written] of Object.entries(filter.custom ?? {})) {
    const field = context.fields.find((one) => one.uid === uid)
    const read = field ? parseCustomFilter(field, written) : null
    found.push(field && read ? customCondition(field.id, read) : sql`false`)
  }
  return found
}

function customCondition(fieldId: number, filter: CustomFilter): Condition {
  const own = sql`select account_id from custom_value where field_id = ${fieldId}`
  if (filter.kind === 'empty') return sql`account.id not in (${own})`
  return sql`account.id in (${own} and ${valueCondition(filter)})`
}

function valueCondition(filter: Exclude<CustomFilter, { kind: 'empty' }>): Condition {
  if (filter.kind === 'equals') return sql`text = ${filter.text}`
  if (filter.kind === 'contains') return sql`instr(lower(text), ${filter.text.toLowerCase()}) > 0`
  const column = filter.kind === 'days' ? sql.ref('text') : sql.ref('number')
  const ends = [
    ...(filter.from === null ? [] : [sql<SqlBool>`${column} >= ${filter.from}`]),
    ...(filter.to === null ? [] : [sql<SqlBool>`${column} <= ${filter.to}`]),
  ]
  return sql`${sql.join(ends, sql` and `)}`
}
