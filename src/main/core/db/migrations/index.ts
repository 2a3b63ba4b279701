import { ground } from './0001-ground'

export interface Migration {
  version: number
  name: string
  sql: string
}

/** In order, without gaps. A landed migration is never edited: `tests/core/db/open-book.test.ts` holds its hash. */
export const migrations: readonly Migration[] = [{ version: 1, name: 'ground', sql: ground }]

/** The `user_version` this program writes. */
export const currentVersion = migrations.length
