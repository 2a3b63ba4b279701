import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../../db/database'
import type { CompetitionShareTable, CompetitionTable, CompetitorTable, WalletTable } from './needs.table'

export type WalletRecord = Selectable<WalletTable>
export type CompetitorRecord = Selectable<CompetitorTable>
export type CompetitionRecord = Selectable<CompetitionTable>
export type ShareRecord = Selectable<CompetitionShareTable>

export function walletsOf(db: Database, accountId: number): WalletRecord[] {
  return db.all(
    db.build
      .selectFrom('wallet')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('stated_on', 'desc')
      .orderBy('id', 'desc'),
  )
}

export function walletById(db: Database, id: number): WalletRecord | undefined {
  return db.first(db.build.selectFrom('wallet').selectAll().where('id', '=', id))
}

export function insertWallet(db: Database, wallet: Insertable<WalletTable>): number {
  return db.run(db.build.insertInto('wallet').values(wallet)).id
}

export function updateWallet(db: Database, id: number, wallet: Partial<Insertable<WalletTable>>): void {
  db.run(db.build.updateTable('wallet').set(wallet).where('id', '=', id))
}

export function liveCompetitors(db: Database): CompetitorRecord[] {
  return db.all(db.build.selectFrom('competitor').selectAll().where('deleted_at', 'is', null).orderBy('name'))
}

/** Removed ones too: shares of earlier days still name them. */
export function allCompetitors(db: Database): CompetitorRecord[] {
  return db.all(db.build.selectFrom('competitor').selectAll().orderBy('name'))
}

export function competitorById(db: Database, id: number): CompetitorRecord | undefined {
  return db.first(db.build.selectFrom('competitor').selectAll().where('id', '=', id))
}

export function liveCompetitorByName(db: Database, name: string): CompetitorRecord | undefined {
  return db.first(
    db.build.selectFrom('competitor').selectAll().where('name', '=', name).where('deleted_at', 'is', null),
  )
}

export function insertCompetitor(db: Database, competitor: Insertable<CompetitorTable>): number {
  return db.run(db.build.insertInto('competitor').values(competitor)).id
}

export function updateCompetitor(db: Database, id: number, row: Partial<Insertable<CompetitorTable>>): void {
  db.run(db.build.updateTable('competitor').set(row).where('id', '=', id))
}

/** How many customers name each competitor, in shares of any day or in their white space. */
export function customersByCompetitor(db: Database): Map<number, number> {
  const rows = db
    .statement(
      `SELECT competitor_id AS id, count(DISTINCT account_id) AS customers FROM (
         SELECT s.competitor_id, c.account_id FROM competition_share s
           JOIN competition c ON c.id = s.competition_id WHERE c.deleted_at IS NULL
         UNION ALL
         SELECT k.id, w.account_id FROM white_space w, json_each(w.content, '$.cells') cell
           JOIN competitor k ON k.uid = json_extract(cell.value, '$.competitor') WHERE w.deleted_at IS NULL
       ) GROUP BY competitor_id`,
    )
    .all() as { id: number; customers: number }[]
  return new Map(rows.map(({ id, customers }) => [id, customers]))
}

export function competitionsOf(db: Database, accountId: number): CompetitionRecord[] {
  return db.all(
    db.build
      .selectFrom('competition')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('deleted_at', 'is', null)
      .orderBy('stated_on', 'desc')
      .orderBy('id', 'desc'),
  )
}

export function competitionById(db: Database, id: number): CompetitionRecord | undefined {
  return db.first(db.build.selectFrom('competition').selectAll().where('id', '=', id))
}

export function sharesOf(db: Database, competitionIds: readonly number[]): ShareRecord[] {
  if (competitionIds.length === 0) return []
  return db.all(
    db.build
      .selectFrom('competition_share')
      .selectAll()
      .where('competition_id', 'in', competitionIds)
      .orderBy('share_ppm', 'desc')
      .orderBy('id'),
  )
}

export function insertCompetition(db: Database, row: Insertable<CompetitionTable>): number {
  return db.run(db.build.insertInto('competition').values(row)).id
}

export function updateCompetition(db: Database, id: number, row: Partial<Insertable<CompetitionTable>>): void {
  db.run(db.build.updateTable('competition').set(row).where('id', '=', id))
}

export function replaceShares(
  db: Database,
  competitionId: number,
  shares: Omit<Insertable<CompetitionShareTable>, 'competition_id'>[],
): void {
  db.run(db.build.deleteFrom('competition_share').where('competition_id', '=', competitionId))
  for (const share of shares) {
    db.run(db.build.insertInto('competition_share').values({ ...share, competition_id: competitionId }))
  }
}
