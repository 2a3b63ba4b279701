import type { AccountGroup, MonthFigure } from '#shared/contract/accounts'
import { addMonths, monthsFrom } from '#shared/domain/months'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import * as repository from './insight.repository'
import { added, monthsOfAccount, noFigures } from './month-figures'

const shownMonths = 24

/**
 * 集团客户: the tree below a customer with each one's own figures and those of everybody below it, and 24 months of all
 * together. A removed customer stays in the sums (what it shipped was shipped for the group) and is marked; one without
 * figures and without anybody below it is left out.
 * @throws Refused `not-found`
 */
export function accountGroup(db: Database, id: number, month: string): AccountGroup {
  const accounts = new Map(repository.accountFacts(db).map((account) => [account.id, account]))
  if (!accounts.has(id)) throw new Refused('not-found', { what: 'account' })
  const children = new Map<number, repository.AccountFacts[]>()
  for (const account of accounts.values()) {
    if (account.groupId === null) continue
    const siblings = children.get(account.groupId)
    if (siblings) siblings.push(account)
    else children.set(account.groupId, [account])
  }
  const from = addMonths(month, 1 - shownMonths)
  const tree = below(id, children)
  const figures = monthsOfMembers(db, tree, from, month)
  const own = (member: number, at: string) => figures.get(member)?.get(at) ?? noFigures(at)

  const members: AccountGroup['members'] = []
  /** Writes the branch and answers its sum of the month; null: nothing worth showing in it. */
  const walk = (member: number, depth: number): MonthFigure | null => {
    const account = accounts.get(member)
    if (!account) return null
    const place = members.length
    const mine = own(member, month)
    const branches = byRevenue(tree.get(member) ?? [], (child) => own(child, month).revenueFen)
    const sums = branches.flatMap((child) => walk(child, depth + 1) ?? [])
    if (account.deletedAt !== null && depth > 0 && sums.length === 0 && !figures.has(member)) return null
    const rolled = [mine, ...sums].reduce((one, other) => added(one, other))
    const { code, name, manager, lifecycle, groupId } = account
    const deleted = account.deletedAt !== null
    const row = { id: member, code, name, parentId: groupId, depth, manager, lifecycle, deleted, own: mine, rolled }
    members.splice(place, 0, row)
    return rolled
  }
  walk(id, 0)
  return {
    parents: parentsOf(id, accounts),
    members,
    months: monthsFrom(from, month).map((at) =>
      [...tree.keys()].map((member) => own(member, at)).reduce((one, other) => added(one, other)),
    ),
  }
}

/** Everybody below, each with his children; whoever was met before is not entered again, should a circle exist. */
function below(id: number, children: ReadonlyMap<number, repository.AccountFacts[]>): Map<number, number[]> {
  const tree = new Map<number, number[]>([[id, []]])
  for (const member of tree.keys()) {
    for (const child of children.get(member) ?? []) {
      if (tree.has(child.id)) continue
      tree.set(child.id, [])
      tree.get(member)?.push(child.id)
    }
  }
  return tree
}

function parentsOf(id: number, accounts: ReadonlyMap<number, repository.AccountFacts>): AccountGroup['parents'] {
  const seen = new Set([id])
  const parents: AccountGroup['parents'] = []
  let next = accounts.get(id)?.groupId ?? null
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const parent = accounts.get(next)
    if (parent) parents.unshift({ id: parent.id, code: parent.code, name: parent.name })
    next = parent?.groupId ?? null
  }
  return parents
}

function monthsOfMembers(
  db: Database,
  tree: ReadonlyMap<number, unknown>,
  from: string,
  to: string,
): Map<number, Map<string, MonthFigure>> {
  const figures = new Map<number, Map<string, MonthFigure>>()
  for (const member of tree.keys()) {
    const months = monthsOfAccount(db, member, from, to)
    if (months.size > 0) figures.set(member, months)
  }
  return figures
}

function byRevenue(ids: readonly number[], revenueOf: (id: number) => number): number[] {
  return ids.toSorted((a, b) => revenueOf(b) - revenueOf(a) || a - b)
}
