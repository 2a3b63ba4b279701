import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../host'
import type { Database } from './database'

/** Gives a new book its head row: its identity, this device's identity and a name. Does nothing for one that has it. */
export function startBook(db: Database, clock: Clock, name: string): void {
  if (db.first(db.build.selectFrom('book').select('id'))) return
  const msecs = clock.now()
  db.run(
    db.build.insertInto('book').values({
      id: 1,
      uid: uuidv7({ msecs }),
      device: uuidv7({ msecs }),
      name,
      hlc: '000000000000-0000',
      created_at: new Date(msecs).toISOString(),
    }),
  )
}
