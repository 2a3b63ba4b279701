import BetterSqlite3 from 'better-sqlite3'
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Schema } from './schema'

/** Queries slower than this are logged with their text. */
const slowMilliseconds = 40

export type SlowQueryLog = (milliseconds: number, sql: string) => void

/** Builds and types queries; it never runs them itself, so nothing can await inside a transaction. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/**
 * One connection to a book. Queries are built with Kysely and executed synchronously, as better-sqlite3 does it.
 *
 * @example
 * const names = db.all(db.build.selectFrom('account').select('name').where('deleted_at', 'is', null))
 */
export class Database {
  readonly build = builder
  readonly raw: BetterSqlite3.Database
  readonly #statements = new Map<string, BetterSqlite3.Statement>()
  readonly #onSlow: SlowQueryLog

  constructor(path: string, onSlow: SlowQueryLog = () => {}) {
    this.raw = new BetterSqlite3(path)
    this.#onSlow = onSlow
    this.raw.pragma('journal_mode = WAL')
    this.raw.pragma('synchronous = FULL')
    this.raw.pragma('foreign_keys = ON')
    this.raw.pragma('busy_timeout = 5000')
    this.raw.pragma('cache_size = -65536')
    this.raw.pragma('temp_store = MEMORY')
  }

  all<Row>(query: Compilable<Row>): Row[] {
    const { sql, parameters } = query.compile()
    return this.#timed(sql, () => this.statement(sql).all(...parameters) as Row[])
  }

  first<Row>(query: Compilable<Row>): Row | undefined {
    const { sql, parameters } = query.compile()
    return this.#timed(sql, () => this.statement(sql).get(...parameters) as Row | undefined)
  }

  /** Streams rows without holding them all; no write may happen on this connection until it ends. */
  *each<Row>(query: Compilable<Row>): IterableIterator<Row> {
    const { sql, parameters } = query.compile()
    yield* this.raw.prepare(sql).iterate(...parameters) as IterableIterator<Row>
  }

  run(query: Compilable<unknown>): { changes: number; id: number } {
    const { sql, parameters } = query.compile()
    const result = this.#timed(sql, () => this.statement(sql).run(...parameters))
    return { changes: result.changes, id: Number(result.lastInsertRowid) }
  }

  /** A prepared statement, kept for the next call with the same text. */
  statement(sql: string): BetterSqlite3.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.raw.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** All or nothing. Takes the write lock at once, so that a transaction never fails half way for want of it. */
  transaction<T>(work: () => T): T {
    return this.raw.inTransaction ? work() : this.raw.transaction(work).immediate()
  }

  /**
   * Work whose rows nobody sees until a later transaction shows them: its commits need not reach the disk one by one
   * (the write-ahead log keeps their order, and the showing commit syncs them all), and checkpoints wait for the end.
   */
  async withoutSync<T>(work: () => Promise<T>): Promise<T> {
    this.raw.pragma('synchronous = NORMAL')
    this.raw.pragma('wal_autocheckpoint = 50000')
    try {
      return await work()
    } finally {
      this.raw.pragma('synchronous = FULL')
      this.raw.pragma('wal_autocheckpoint = 1000')
    }
  }

  /** Work whose removed and overwritten rows are zeroed in the file, not only forgotten. */
  wiping<T>(work: () => T): T {
    this.raw.pragma('secure_delete = ON')
    try {
      return work()
    } finally {
      this.raw.pragma('secure_delete = OFF')
    }
  }

  /**
   * Writes the whole file anew, so that nothing lingers in its unused parts, and empties the write-ahead log. While others
   * read, the log cannot be emptied: false; the last connection to close then does it.
   */
  rewrite(): boolean {
    // What is written aside holds only what is in the book now; in memory it would be as large as the book.
    this.raw.pragma('temp_store = FILE')
    try {
      this.raw.exec('VACUUM')
      const [checkpoint] = this.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      return checkpoint?.busy === 0
    } finally {
      this.raw.pragma('temp_store = MEMORY')
    }
  }

  close(): void {
    this.#statements.clear()
    this.raw.close()
  }

  #timed<T>(sql: string, work: () => T): T {
    const start = performance.now()
    const result = work()
    const elapsed = performance.now() - start
    if (elapsed > slowMilliseconds) this.#onSlow(Math.round(elapsed), sql)
    return result
  }
}
