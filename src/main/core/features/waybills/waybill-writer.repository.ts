import type { Statement } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { WaybillRowColumns, WaybillTable } from './waybills.table'

export type WaybillColumns = WaybillRowColumns

/** A row as a list of values in the order of `columns`: what travels between threads and into the statement. */
export type WaybillValues = (string | number | null)[]

const columns = [
  'batch_id',
  'source_row',
  'source_hash',
  'carrier',
  'number',
  'fee_kind',
  'line_kind',
  'shipped_on',
  'month',
  'customer_code',
  'customer_name',
  'account_id',
  'product',
  'origin',
  'destination',
  'province',
  'pieces',
  'actual_grams',
  'billed_grams',
  'volume_cm3',
  'size_l',
  'size_w',
  'size_h',
  'declared_fen',
  'cod_fen',
  'billed_fen',
  'note',
  'status',
  'reason',
  'reason_params',
  'cost_reason',
  'chargeable_grams',
  'revenue_fen',
  'gross_fen',
  'tax_fen',
  'cost_fen',
  'price_sheet_id',
  'cost_sheet_id',
] as const satisfies (keyof WaybillColumns)[]

const positions = new Map<string, number>(columns.map((column, index) => [column, index]))

export function toValues(waybill: WaybillColumns): WaybillValues {
  return columns.map((column) => waybill[column])
}

export function toColumns(values: WaybillValues): WaybillColumns {
  return Object.fromEntries(columns.map((column, index) => [column, values[index]])) as unknown as WaybillColumns
}

/** One value of a row. */
export function valueOf<K extends keyof WaybillColumns>(values: WaybillValues, column: K): WaybillColumns[K] {
  return values[positions.get(column) ?? -1] as WaybillColumns[K]
}

export interface KnownWaybill {
  id: number
  batch_id: number
  source_hash: string
  month: string
  shipped_on: string
  account_id: number | null
}

/** The hot path of an import: prepared statements, positional parameters, no query building per row. */
export class WaybillWriter {
  readonly #insert: Statement
  readonly #find: Statement
  readonly #keep: Statement

  constructor(private readonly db: Database) {
    this.#insert = db.statement(
      `INSERT INTO waybill (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (number, carrier, fee_kind) DO NOTHING`,
    )
    this.#find = db.statement(
      `SELECT id, batch_id, source_hash, month, shipped_on, account_id FROM waybill
       WHERE number = ? AND carrier = ? AND fee_kind = ?`,
    )
    this.#keep = db.statement(
      `INSERT INTO import_before (batch_id, entity, entity_id, before, after) VALUES (?, 'waybill', ?, ?, ?)`,
    )
  }

  /** False if a waybill with this key is there already. */
  insert(values: WaybillValues): boolean {
    return this.#insert.run(values).changes === 1
  }

  find(number: string, carrier: string, feeKind: string): KnownWaybill | undefined {
    return this.#find.get(number, carrier, feeKind) as KnownWaybill | undefined
  }

  /** Writes down what an update will change; it is applied when the batch becomes visible. */
  keepUpdate(batch: number, id: number, after: WaybillValues): void {
    const { batch_id: _batch, source_row: _row, ...changed } = toColumns(after)
    const before = this.db.first(this.db.build.selectFrom('waybill').selectAll().where('id', '=', id))
    this.#keep.run(batch, id, JSON.stringify(before), JSON.stringify(changed))
  }
}

/** Applies the updates of a batch (`after`) or puts back what they replaced (`before`); the account-months touched. */
export function applyKept(db: Database, batch: number, side: 'before' | 'after') {
  const touched: { accountId: number | null; month: string }[] = []
  const query = db.build.selectFrom('import_before').select(['entity_id', 'before', 'after'])
  for (const kept of db.all(query.where('batch_id', '=', batch).where('entity', '=', 'waybill'))) {
    const { id: _id, ...image } = JSON.parse(kept[side]) as Selectable<WaybillTable>
    const values = { ...image, account_id: survivor(db, image.account_id) }
    const old = db.first(
      db.build.selectFrom('waybill').select(['account_id', 'month']).where('id', '=', kept.entity_id),
    )
    db.run(db.build.updateTable('waybill').set(values).where('id', '=', kept.entity_id))
    if (old) touched.push({ accountId: old.account_id, month: old.month })
    touched.push({ accountId: values.account_id, month: values.month })
  }
  return touched
}

/** The customer himself, or the one into whom he was merged since the image was taken. */
function survivor(db: Database, accountId: number | null): number | null {
  for (let id = accountId; id !== null;) {
    const row = db.first(db.build.selectFrom('account').select('merged_into').where('id', '=', id))
    if (!row || row.merged_into === null) return id
    id = row.merged_into
  }
  return null
}

/** Deletes up to `limit` rows of a batch; how many there were. */
export function deleteSomeOfBatch(db: Database, batch: number, limit: number): number {
  return db
    .statement('DELETE FROM waybill WHERE id IN (SELECT id FROM waybill WHERE batch_id = ? LIMIT ?)')
    .run(batch, limit).changes
}

export function monthsOfBatch(db: Database, batch: number): { accountId: number | null; month: string }[] {
  const query = db.build.selectFrom('waybill').select(['account_id', 'month']).distinct().where('batch_id', '=', batch)
  return db.all(query).map((row) => ({ accountId: row.account_id, month: row.month }))
}

export function countPricedWith(db: Database, sheetId: number): number {
  const query = db.build
    .selectFrom('waybill')
    .where((eb) => eb.or([eb('price_sheet_id', '=', sheetId), eb('cost_sheet_id', '=', sheetId)]))
  return db.first(query.select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
}
