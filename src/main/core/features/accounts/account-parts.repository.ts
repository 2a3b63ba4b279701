import type { Lifecycle, TeamMember } from '#shared/contract/accounts'
import type { ChoiceList } from '#shared/contract/choices'
import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { AccountLifecycleTable } from './accounts.table'

/** What hangs on an account in rows of its own: tags, project team, states. */

export function tagsOf(db: Database, accountIds: readonly number[]): Map<number, string[]> {
  const rows = db.all(
    db.build
      .selectFrom('account_tag')
      .select(['account_id', 'tag'])
      .where('account_id', 'in', [...accountIds])
      .orderBy('account_id')
      .orderBy('position'),
  )
  return grouped(
    rows,
    ({ account_id }) => account_id,
    ({ tag }) => tag,
  )
}

export function replaceTags(db: Database, accountId: number, tags: readonly string[]): void {
  db.run(db.build.deleteFrom('account_tag').where('account_id', '=', accountId))
  for (const [position, tag] of tags.entries()) {
    db.run(db.build.insertInto('account_tag').values({ account_id: accountId, tag, position }))
  }
}

export function teamsOf(db: Database, accountIds: readonly number[]): Map<number, TeamMember[]> {
  const rows = db.all(
    db.build
      .selectFrom('account_member')
      .select(['account_id', 'name', 'role', 'since', 'until'])
      .where('account_id', 'in', [...accountIds])
      .orderBy('account_id')
      .orderBy('position'),
  )
  return grouped(
    rows,
    ({ account_id }) => account_id,
    ({ account_id: _id, ...member }) => member,
  )
}

/** A member who stays (same name, role and first day) keeps the uid. */
export function replaceTeam(
  db: Database,
  accountId: number,
  team: readonly TeamMember[],
  fresh: { uid: () => string; hlc: string },
): void {
  const keyOf = ({ name, role, since }: Pick<TeamMember, 'name' | 'role' | 'since'>) =>
    JSON.stringify([name, role, since])
  const before = db.all(db.build.selectFrom('account_member').selectAll().where('account_id', '=', accountId))
  const known = new Map(before.map((row) => [keyOf(row), row]))
  db.run(db.build.deleteFrom('account_member').where('account_id', '=', accountId))
  for (const [position, member] of team.entries()) {
    const kept = known.get(keyOf(member))
    known.delete(keyOf(member))
    const same = kept !== undefined && kept.until === member.until
    db.run(
      db.build.insertInto('account_member').values({
        ...member,
        ...(kept && { id: kept.id }),
        uid: kept?.uid ?? fresh.uid(),
        hlc: same ? kept.hlc : fresh.hlc,
        account_id: accountId,
        position,
      }),
    )
  }
}

/** The newest first; the first one is in force. */
export function lifecycleOf(db: Database, accountId: number): Selectable<AccountLifecycleTable>[] {
  return db.all(
    db.build.selectFrom('account_lifecycle').selectAll().where('account_id', '=', accountId).orderBy('id', 'desc'),
  )
}

export function insertLifecycle(db: Database, state: Insertable<AccountLifecycleTable>): void {
  db.run(db.build.insertInto('account_lifecycle').values(state))
}

export function updateLifecycle(db: Database, id: number, state: Partial<Insertable<AccountLifecycleTable>>): void {
  db.run(db.build.updateTable('account_lifecycle').set(state).where('id', '=', id))
}

export function deleteLifecycle(db: Database, id: number): void {
  db.run(db.build.deleteFrom('account_lifecycle').where('id', '=', id))
}

export function deletePartsOf(db: Database, accountId: number): void {
  for (const table of ['account_tag', 'account_member', 'account_lifecycle'] as const) {
    db.run(db.build.deleteFrom(table).where('account_id', '=', accountId))
  }
}

export function memberCount(db: Database, accountId: number): number {
  const row = db.first(
    db.build
      .selectFrom('account')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('group_id', '=', accountId)
      .where('deleted_at', 'is', null),
  )
  return row?.count ?? 0
}

/** Parents by child, of all accounts that have one. */
export function groupLinks(db: Database): Map<number, number> {
  const rows = db.all(db.build.selectFrom('account').select(['id', 'group_id']).where('group_id', 'is not', null))
  return new Map(rows.flatMap(({ id, group_id }) => (group_id === null ? [] : [[id, group_id] as const])))
}

const columnsOfList = { industry: 'industry', stage: 'stage', source: 'source' } as const

/** How often each word of each list stands at customers that are not removed. */
export function choiceCounts(db: Database): { list: ChoiceList; name: string; used: number }[] {
  const counted = sql<number>`count(distinct account.id)`
  const ofColumns = Object.values(columnsOfList).flatMap((list) =>
    db
      .all(
        db.build
          .selectFrom('account')
          .select([`account.${list} as name`, counted.as('used')])
          .where('deleted_at', 'is', null)
          .where(list, '<>', '')
          .groupBy(list),
      )
      .map((row) => ({ list, ...row })),
  )
  const tags = db.all(
    db.build
      .selectFrom('account_tag')
      .innerJoin('account', 'account.id', 'account_tag.account_id')
      .select(['tag as name', counted.as('used')])
      .where('deleted_at', 'is', null)
      .groupBy('tag'),
  )
  const roles = db.all(
    db.build
      .selectFrom('account_member')
      .innerJoin('account', 'account.id', 'account_member.account_id')
      .select(['role as name', counted.as('used')])
      .where('deleted_at', 'is', null)
      .where('role', '<>', '')
      .groupBy('role'),
  )
  return [
    ...ofColumns,
    ...tags.map((row) => ({ list: 'tag' as const, ...row })),
    ...roles.map((row) => ({ list: 'team-role' as const, ...row })),
  ]
}

/** Writes another word wherever this one stands; every account touched gets a new version. Answers how many. */
export function renameChoice(db: Database, list: ChoiceList, from: string, to: string, hlc: string): number {
  const ids = db.all(idsUsing(db, list, from)).map(({ id }) => id)
  for (const id of ids) {
    if (list === 'tag') {
      const tags = tagsOf(db, [id]).get(id) ?? []
      replaceTags(db, id, [...new Set(tags.map((tag) => (tag === from ? to : tag)))])
    } else if (list === 'team-role') {
      db.run(
        db.build
          .updateTable('account_member')
          .set({ role: to, hlc })
          .where('account_id', '=', id)
          .where('role', '=', from),
      )
    }
    db.run(
      db.build
        .updateTable('account')
        .set((eb) => ({
          ...(list in columnsOfList && { [list]: to }),
          version: eb('version', '+', 1),
          hlc,
        }))
        .where('id', '=', id),
    )
  }
  return ids.length
}

function idsUsing(db: Database, list: ChoiceList, name: string) {
  if (list === 'tag') return db.build.selectFrom('account_tag').select('account_id as id').where('tag', '=', name)
  if (list === 'team-role') {
    return db.build.selectFrom('account_member').select('account_id as id').distinct().where('role', '=', name)
  }
  return db.build.selectFrom('account').select('id').where(list, '=', name)
}

function grouped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => number,
  valueOf: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(valueOf(row))
    else groups.set(keyOf(row), [valueOf(row)])
  }
  return groups
}

/** A state as the archive writes it. */
export type LifecycleRow = { lifecycle: Lifecycle; since: string; reason: string }
