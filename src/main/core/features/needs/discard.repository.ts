import type { Database } from '../../db/database'

/** Tables whose rows belong to one customer, those that hang on others first. */
const accountTables = ['site', 'needs', 'wallet', 'competition', 'white_space', 'financial_year', 'credit_rating']

/** Deletes everything these features hold of the given accounts, and competitors nobody names any more. */
export function deleteRowsOf(db: Database, accountIds: readonly number[]): void {
  const shares = db.statement(
    'DELETE FROM competition_share WHERE competition_id IN (SELECT id FROM competition WHERE account_id = ?)',
  )
  for (const accountId of accountIds) {
    shares.run(accountId)
    for (const table of accountTables) db.statement(`DELETE FROM ${table} WHERE account_id = ?`).run(accountId)
  }
  db.statement('DELETE FROM competitor WHERE id NOT IN (SELECT competitor_id FROM competition_share)').run()
}
