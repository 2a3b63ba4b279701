import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { TaskTable } from './calendar.table'

export type TaskRecord = Selectable<TaskTable>

/** A task with the name of its customer. */
export type NamedTask = TaskRecord & { account: string | null }

function named(db: Database) {
  return db.build
    .selectFrom('task')
    .leftJoin('account', 'account.id', 'task.account_id')
    .selectAll('task')
    .select('account.name as account')
    .where('task.deleted_at', 'is', null)
    .where('account.deleted_at', 'is', null)
}

export function taskById(db: Database, id: number): TaskRecord | undefined {
  return db.first(db.build.selectFrom('task').selectAll().where('id', '=', id))
}

export function taskOfSource(db: Database, source: string, key: string): TaskRecord | undefined {
  return db.first(db.build.selectFrom('task').selectAll().where('source', '=', source).where('source_key', '=', key))
}

/** Whatever is not settled: written by hand, or a reminder somebody put off. */
export function openTasks(db: Database): NamedTask[] {
  return db.all(named(db).where('task.status', '=', 'open').orderBy('task.id'))
}

/** Tasks about the days of a span, in any state. */
export function tasksAbout(db: Database, from: string, to: string): NamedTask[] {
  return db.all(named(db).where('task.about_on', '>=', from).where('task.about_on', '<=', to).orderBy('task.id'))
}

export interface ClosedQuery {
  page: number
  pageSize: number
  assignee?: string | undefined
  accountId?: number | undefined
  /** Sources the caller may not see. */
  hidden: readonly string[]
}

/** Settled tasks, the latest first. */
export function closedTasks(db: Database, { page, pageSize, assignee, accountId, hidden }: ClosedQuery) {
  let query = named(db).where('task.closed_at', 'is not', null)
  if (hidden.length > 0) query = query.where('task.source', 'not in', [...hidden])
  if (assignee !== undefined) query = query.where('task.assignee', '=', assignee)
  if (accountId !== undefined) query = query.where('task.account_id', '=', accountId)
  const total = db.first(query.clearSelect().select((eb) => eb.fn.countAll<number>().as('count')))
  const rows = db.all(
    query
      .orderBy('task.closed_at', 'desc')
      .orderBy('task.id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize),
  )
  return { rows, total: total?.count ?? 0 }
}

export function insertTask(db: Database, row: Insertable<TaskTable>): number {
  return db.run(db.build.insertInto('task').values(row)).id
}

export function updateTask(db: Database, id: number, row: Partial<Insertable<TaskTable>>): void {
  db.run(db.build.updateTable('task').set(row).where('id', '=', id))
}

/** Takes all out for good; for the demonstration book given up while it is told. */
export function deleteTasks(db: Database): void {
  db.run(db.build.deleteFrom('task'))
}

/** Open tasks of one source whose keys begin alike: those of an anniversary that goes, or comes back. */
export function setOpenTasksDeleted(db: Database, source: string, prefix: string, deletedAt: string | null): void {
  db.run(
    db.build
      .updateTable('task')
      .set({ deleted_at: deletedAt })
      .where('source', '=', source)
      .where('status', '=', 'open')
      .where('source_key', '>=', prefix)
      .where('source_key', '<', `${prefix}\u{10ffff}`),
  )
}
