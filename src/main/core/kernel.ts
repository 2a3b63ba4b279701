import type { Permission, Role } from '#shared/contract/base'
import type { Book } from './db/book'
import type { Database } from './db/database'
import type { WriteLease } from './db/write-lease'
import type { FileTickets } from './files/file-tickets'
import type { Clock, Host } from './host'
import type { JobRegistry } from './jobs/job-registry'
import type { Log } from './log'

/** What every feature's service is made from. */
export interface Kernel {
  db: Database
  book: Book
  lease: WriteLease
  jobs: JobRegistry
  files: FileTickets
  log: Log
  host: Host
  clock: Clock
  dataDir: string
  /** Folder of the built worker scripts `job-worker.js`, `judge-worker.js`. */
  workerDir: string
  /** Folder of the program's own files: sample workbooks. */
  resourcesDir: string
}

/** Who is calling. Until sign-in exists it is always the local user, in the role he chose to work in. */
export interface Session {
  readonly userName: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
}

export interface CoreContext {
  session: Session
}
