import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Refused } from '../refused'

/**
 * Holds a book against a second program. The lock is SQLite's own file lock on a small file beside the book: the
 * operating system lets go of it when the process ends, however it ends, so there is never a stale lock to clear.
 *
 * @returns a function that gives the lock back
 * @throws Refused `book-locked` if another program has the book open
 */
export function lockBook(dataDir: string): () => void {
  const lock = new BetterSqlite3(join(dataDir, 'book.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (isBusy(cause)) throw new Refused('book-locked', { path: dataDir })
    throw cause
  }
  return () => lock.close()
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')
}
