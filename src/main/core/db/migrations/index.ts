import { ground } from './0001-ground'
import { archive } from './0002-archive'
import { people } from './0003-people'
import { search } from './0004-search'
import { needs } from './0005-needs'
import { calendar } from './0006-calendar'
import { records } from './0007-records'
import { priceWork } from './0008-price-work'
import { quotations } from './0009-quotations'
import { contracts } from './0010-contracts'
import { profit } from './0011-profit'
import { views } from './0012-views'

export interface Migration {
  version: number
  name: string
  sql: string
}

/** In order, without gaps. A landed migration is never edited: `tests/core/db/open-book.test.ts` holds its hash. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'ground', sql: ground },
  { version: 2, name: 'archive', sql: archive },
  { version: 3, name: 'people', sql: people },
  { version: 4, name: 'search', sql: search },
  { version: 5, name: 'needs', sql: needs },
  { version: 6, name: 'calendar', sql: calendar },
  { version: 7, name: 'records', sql: records },
  { version: 8, name: 'price-work', sql: priceWork },
  { version: 9, name: 'quotations', sql: quotations },
  { version: 10, name: 'contracts', sql: contracts },
  { version: 11, name: 'profit', sql: profit },
  { version: 12, name: 'views', sql: views },
]

/** The `user_version` this program writes. */
export const currentVersion = migrations.length
