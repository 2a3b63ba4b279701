import type { Tier } from '#shared/contract/base'
import type { SelectQueryBuilder } from 'kysely'
import type { Database } from '../../db/database'
import type { Schema } from '../../db/schema'
import type { SheetStage } from './pricing.table'

/** Whom and what a sheet prices. Two approved sheets of one scope are versions of each other: the later closes the earlier. */
export interface SheetScope {
  usage: 'sale' | 'cost'
  accountId: number | null
  tier: Tier | null
  product: string
}

export interface NewSheet extends SheetScope {
  uid: string
  code: string
  name: string
  version: number
  validFrom: string
  validTo: string | null
  sheet: string
  zones: number
  competitor: string
  batchId: number | null
  at: string
  hlc: string
}

export interface StoredSheet extends SheetScope {
  id: number
  uid: string
  code: string
  name: string
  version: number
  status: 'draft' | 'approved'
  stage: SheetStage
  /** '': ours. */
  competitor: string
  validFrom: string
  validTo: string | null
  sheet: string
  deletedAt: string | null
}

export function storedSheet(db: Database, id: number): StoredSheet | undefined {
  return db.first(stored(db).where('id', '=', id))
}

function stored(db: Database) {
  return db.build
    .selectFrom('price_sheet')
    .select([
      'id',
      'uid',
      'code',
      'name',
      'version',
      'usage',
      'status',
      'stage',
      'competitor',
      'account_id as accountId',
      'tier',
      'product',
      'valid_from as validFrom',
      'valid_to as validTo',
      'sheet',
      'deleted_at as deletedAt',
    ])
}

export function sheetsOfBatch(db: Database, batchId: number): StoredSheet[] {
  return db.all(stored(db).where('batch_id', '=', batchId).where('deleted_at', 'is', null).orderBy('id'))
}

/** The next free version number. Numbers of removed versions are not given again: the audit trail speaks of them. */
export function nextVersion(db: Database, name: string, usage: 'sale' | 'cost'): number {
  const row = db.first(
    db.build
      .selectFrom('price_sheet')
      .select((eb) => eb.fn.max('version').as('last'))
      .where('name', '=', name)
      .where('usage', '=', usage),
  )
  return (row?.last ?? 0) + 1
}

export function insertSheet(db: Database, sheet: NewSheet): number {
  const { id } = db.run(
    db.build.insertInto('price_sheet').values({
      uid: sheet.uid,
      hlc: sheet.hlc,
      code: sheet.code,
      name: sheet.name,
      version: sheet.version,
      usage: sheet.usage,
      status: 'draft',
      account_id: sheet.accountId,
      tier: sheet.tier,
      product: sheet.product,
      valid_from: sheet.validFrom,
      valid_to: sheet.validTo,
      sheet: sheet.sheet,
      zones: sheet.zones,
      competitor: sheet.competitor,
      batch_id: sheet.batchId,
      created_at: sheet.at,
      updated_at: sheet.at,
    }),
  )
  return id
}

/** Approved, not removed sheets of a scope, oldest first. */
export function approvedOfScope(db: Database, scope: SheetScope): StoredSheet[] {
  return db.all(
    inScope(stored(db), scope)
      .where('status', '=', 'approved')
      .where('deleted_at', 'is', null)
      .orderBy('valid_from')
      .orderBy('id'),
  )
}

function inScope<O>(query: SelectQueryBuilder<Schema, 'price_sheet', O>, scope: SheetScope) {
  return query
    .where('usage', '=', scope.usage)
    .where('account_id', scope.accountId === null ? 'is' : '=', scope.accountId)
    .where('tier', scope.tier === null ? 'is' : '=', scope.tier)
    .where('product', '=', scope.product)
}

export function markApproved(db: Database, id: number, by: string, at: string, hlc: string): void {
  db.run(
    db.build
      .updateTable('price_sheet')
      .set({ status: 'approved', approved_at: at, approved_by: by, updated_at: at, hlc })
      .where('id', '=', id),
  )
}

export function setValidTo(db: Database, id: number, validTo: string | null, at: string, hlc: string): void {
  db.run(db.build.updateTable('price_sheet').set({ valid_to: validTo, updated_at: at, hlc }).where('id', '=', id))
}

export function setDeleted(db: Database, id: number, deletedAt: string | null, at: string, hlc: string): void {
  db.run(db.build.updateTable('price_sheet').set({ deleted_at: deletedAt, updated_at: at, hlc }).where('id', '=', id))
}

/** Takes rows away for good; only for versions that nothing has been priced with. */
export function deleteSheets(db: Database, ids: readonly number[]): void {
  if (ids.length > 0) db.run(db.build.deleteFrom('price_sheet').where('id', 'in', ids))
}

/** Products that sheets name, for filters and the quote form. */
export function products(db: Database): string[] {
  return db
    .all(
      db.build
        .selectFrom('price_sheet')
        .select('product')
        .distinct()
        .where('deleted_at', 'is', null)
        .where('product', '<>', '')
        .orderBy('product'),
    )
    .map(({ product }) => product)
}
