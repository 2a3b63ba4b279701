import type { ImportKind } from '#shared/contract/imports'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { Insertable, Selectable } from 'kysely'
import { contains } from '../../db/contains'
import type { Database } from '../../db/database'
import type { ImportBatchTable, ImportProblemTable } from './imports.table'

export type BatchRecord = Selectable<ImportBatchTable>
export type ProblemRecord = Selectable<ImportProblemTable>

/** Opens a batch nobody sees yet. */
export function insertBatch(db: Database, batch: Insertable<ImportBatchTable>): number {
  const { id } = db.run(db.build.insertInto('import_batch').values(batch))
  hideBatch(db, id)
  return id
}

export function updateBatch(db: Database, id: number, values: Partial<Insertable<ImportBatchTable>>): void {
  db.run(db.build.updateTable('import_batch').set(values).where('id', '=', id))
}

export function hideBatch(db: Database, id: number): void {
  db.run(
    db.build
      .insertInto('hidden_batch')
      .values({ batch_id: id })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export function showBatch(db: Database, id: number): void {
  db.run(db.build.deleteFrom('hidden_batch').where('batch_id', '=', id))
}

export function batchById(db: Database, id: number): BatchRecord | undefined {
  return db.first(db.build.selectFrom('import_batch').selectAll().where('id', '=', id))
}

export function hiddenBatches(db: Database): BatchRecord[] {
  return db.all(
    db.build
      .selectFrom('import_batch')
      .innerJoin('hidden_batch', 'hidden_batch.batch_id', 'import_batch.id')
      .selectAll('import_batch'),
  )
}

export interface BatchQuery {
  page: number
  pageSize: number
  search: string
  descending: boolean
  kind?: ImportKind | undefined
}

export function listBatches(db: Database, { page, pageSize, search, kind }: BatchQuery) {
  let query = db.build.selectFrom('import_batch').where('state', '<>', 'staging')
  if (kind !== undefined) query = query.where('kind', '=', kind)
  for (const word of contains(['file_name'], search)) query = query.where(word)
  const total = db.first(query.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  const rows = db.all(
    query
      .selectAll()
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize),
  )
  return { rows, total }
}

export function insertProblems(db: Database, batch: number, problems: readonly FoundProblem[]): void {
  const insert = db.statement(
    `INSERT INTO import_problem (batch_id, row, sheet, col, code, params, severity, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { row, sheet, column, code, params, severity, cells } of problems) {
    const stored = cells ? JSON.stringify(cells) : null
    insert.run(batch, row, sheet ?? null, column, code, JSON.stringify(params), severity, stored)
  }
}

export function problemsOf(db: Database, batch: number, limit: number): ProblemRecord[] {
  return db.all(
    db.build
      .selectFrom('import_problem')
      .selectAll()
      .where('batch_id', '=', batch)
      .orderBy('row')
      .orderBy('id')
      .limit(limit),
  )
}

/** How often each reason occurs, most frequent first, with one example for its words. */
export function problemCodes(db: Database, batch: number) {
  return db.all(
    db.build
      .selectFrom('import_problem')
      .where('batch_id', '=', batch)
      .select((eb) => [
        'code',
        eb.fn.countAll<number>().as('count'),
        eb.fn.min<string>('params').as('params'),
        eb.fn.min<string | null>('col').as('col'),
      ])
      .groupBy('code')
      .orderBy('count', 'desc'),
  )
}

/** Rejected rows with the row as read, in the file's order; several reasons of a row stand in several entries. */
export function* rejectedRows(db: Database, batch: number): IterableIterator<ProblemRecord> {
  yield* db.each(
    db.build
      .selectFrom('import_problem')
      .selectAll()
      .where('batch_id', '=', batch)
      .where('severity', '=', 'error')
      .where('cells', 'is not', null)
      .orderBy('row')
      .orderBy('id'),
  )
}

export function rememberedMapping(db: Database, kind: ImportKind, signature: string): Record<string, string> | null {
  const row = db.first(
    db.build.selectFrom('import_mapping').select('mapping').where('kind', '=', kind).where('signature', '=', signature),
  )
  return row ? (JSON.parse(row.mapping) as Record<string, string>) : null
}

export function rememberMapping(
  db: Database,
  kind: ImportKind,
  signature: string,
  mapping: Record<string, string>,
  now: string,
): void {
  const row = { kind, signature, mapping: JSON.stringify(mapping), used_at: now }
  db.run(
    db.build
      .insertInto('import_mapping')
      .values(row)
      .onConflict((conflict) => conflict.columns(['kind', 'signature']).doUpdateSet(row)),
  )
}

export function forgetMappings(db: Database, kind: ImportKind): void {
  db.run(db.build.deleteFrom('import_mapping').where('kind', '=', kind))
}

export function keepBefore(
  db: Database,
  batch: number,
  entity: string,
  entityId: number,
  before: unknown,
  after: unknown,
): void {
  db.run(
    db.build.insertInto('import_before').values({
      batch_id: batch,
      entity,
      entity_id: entityId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    }),
  )
}

export function keptOf(db: Database, batch: number, entity: string) {
  return db.all(
    db.build
      .selectFrom('import_before')
      .selectAll()
      .where('batch_id', '=', batch)
      .where('entity', '=', entity)
      .orderBy('id', 'desc'),
  )
}

export function dropKept(db: Database, entity: string, entityId: number): void {
  db.run(db.build.deleteFrom('import_before').where('entity', '=', entity).where('entity_id', '=', entityId))
}

export function keptOfEntity(db: Database, entity: string, entityId: number) {
  return db.all(
    db.build
      .selectFrom('import_before')
      .select(['id', 'before', 'after'])
      .where('entity', '=', entity)
      .where('entity_id', '=', entityId),
  )
}

export function updateKept(db: Database, id: number, values: { before: string; after: string }): void {
  db.run(db.build.updateTable('import_before').set(values).where('id', '=', id))
}

/** Problems that may hold a person's cells: all of lists of people, of other files those that hold one of the numbers. */
export function problemsForErasure(db: Database, reaches: readonly string[]) {
  return db.all(
    db.build
      .selectFrom('import_problem')
      .innerJoin('import_batch', 'import_batch.id', 'import_problem.batch_id')
      .select(['import_problem.id', 'import_problem.cells', 'import_problem.params', 'import_batch.kind'])
      .where((eb) =>
        eb.or([
          eb('import_batch.kind', 'in', ['accounts', 'contacts']),
          ...reaches.flatMap((reach) =>
            (['cells', 'params'] as const).map((column) =>
              eb(eb.fn<number>('instr', [`import_problem.${column}`, eb.val(reach)]), '>', 0),
            ),
          ),
        ]),
      ),
  )
}

export function updateProblem(db: Database, id: number, values: { cells: string | null; params: string }): void {
  db.run(db.build.updateTable('import_problem').set(values).where('id', '=', id))
}
