import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Refused } from '../refused'
import { Database, type SlowQueryLog } from './database'
import { type Migration, migrations as allMigrations } from './migrations/index'

export const bookFile = 'book.sqlite'

/**
 * Opens the book of a folder, brings it to this program's form and checks it.
 * Before a migration a verified copy is laid beside it under `backups/`; each migration is one transaction with its
 * version number, so a failure leaves the book as it was.
 *
 * @throws Refused `book-newer` if a newer program wrote it, `book-damaged` if SQLite finds it damaged,
 *   `backup-failed` if the copy could not be made or verified
 */
export async function openBook(
  dataDir: string,
  onSlow: SlowQueryLog = () => {},
  migrations: readonly Migration[] = allMigrations,
): Promise<Database> {
  const path = join(dataDir, bookFile)
  const existed = existsSync(path)
  const db = openChecked(path, onSlow, existsSync(`${path}-wal`))
  try {
    const version = Number(db.raw.pragma('user_version', { simple: true }))
    const known = migrations.length
    if (version > known) throw new Refused('book-newer', { book: version, program: known })
    if (version < known) {
      if (existed && version > 0)
        await verifiedBackup(db, join(dataDir, 'backups'), `before-migration-${version}.sqlite`)
      for (const migration of migrations.slice(version)) migrate(db, migration)
    }
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** A log left behind says that the last program ended unexpectedly: then the whole book is looked through, which takes a while. */
function openChecked(path: string, onSlow: SlowQueryLog, cutOff: boolean): Database {
  try {
    const db = new Database(path, onSlow)
    if (cutOff && !isSound(db)) {
      db.close()
      throw new Refused('book-damaged', { path })
    }
    return db
  } catch (cause) {
    if (cause instanceof Refused) throw cause
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw new Refused('book-damaged', { path })
    throw cause
  }
}

function isSound(db: Database): boolean {
  const [first] = db.raw.pragma('quick_check(1)') as { quick_check: string }[]
  return first?.quick_check === 'ok'
}

function migrate(db: Database, migration: Migration): void {
  db.transaction(() => {
    db.raw.exec(migration.sql)
    db.raw.pragma(`user_version = ${migration.version}`)
  })
}

/**
 * Copies the book through SQLite's backup from the writing connection, checks the copy and only then gives it its name.
 * @returns the path of the copy
 * @throws Refused `backup-failed`
 */
export async function verifiedBackup(db: Database, folder: string, name: string): Promise<string> {
  const target = join(folder, name)
  const unfinished = `${target}.unfinished`
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(unfinished, { force: true })
    await db.raw.backup(unfinished)
    const copy = new BetterSqlite3(unfinished, { readonly: true })
    try {
      const [first] = copy.pragma('integrity_check(1)') as { integrity_check: string }[]
      if (first?.integrity_check !== 'ok') throw new Error(`the copy is damaged: ${first?.integrity_check}`)
    } finally {
      copy.close()
    }
    renameSync(unfinished, target)
    return target
  } catch (cause) {
    if (existsSync(unfinished)) rmSync(unfinished)
    throw new Refused('backup-failed', { path: target, why: cause instanceof Error ? cause.message : String(cause) })
  }
}
