import { mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { createRouterClient } from '@orpc/server'
import type { ChosenFile } from '#shared/contract/files'
import { Book } from './db/book'
import { lockBook } from './db/book-lock'
import { onNetworkDrive } from './db/network-drive'
import { openBook } from './db/open-book'
import { startBook } from './db/start-book'
import { WriteLease } from './db/write-lease'
import { createAttachmentsService } from './features/attachments/attachments.service'
import { clearLeftovers } from './features/imports/leftovers'
import { FileTickets } from './files/file-tickets'
import { type Clock, type Host, systemClock } from './host'
import { JobRegistry } from './jobs/job-registry'
import type { CoreContext, Kernel } from './kernel'
import { Log } from './log'
import { Refused } from './refused'
import { createRouter } from './router'
import { LocalSession } from './session'

export interface CoreOptions {
  /** Folder of the book; made if it is not there. */
  dataDir: string
  clock?: Clock
  host: Host
  /** Folder of the built worker scripts. */
  workerDir: string
  /** Folder of the program's own files; `resources` two levels above the workers where it is not given. */
  resourcesDir?: string
}

/**
 * Opens a book and everything that can be asked of it. The program without a window.
 *
 * @throws Refused `book-locked`, `book-newer`, `book-damaged`, `book-on-network-drive`, `backup-failed`
 */
export async function createCore({ dataDir, clock = systemClock, host, workerDir, resourcesDir }: CoreOptions) {
  mkdirSync(dataDir, { recursive: true })
  if (onNetworkDrive(dataDir)) throw new Refused('book-on-network-drive', { path: dataDir })
  const unlock = lockBook(dataDir)
  const userName = osUserName()
  try {
    const log = new Log(dataDir)
    const db = await openBook(dataDir, (milliseconds, sql) => log.write('slow-query', { milliseconds, sql }))
    startBook(db, clock, '我的营业部')
    const kernel: Kernel = {
      db,
      book: new Book(db, clock, userName),
      lease: new WriteLease(),
      jobs: new JobRegistry((kind, cause) => log.failure('job-failed', cause, { kind })),
      files: new FileTickets(dataDir),
      log,
      host,
      clock,
      dataDir,
      workerDir,
      resourcesDir: resourcesDir ?? resolve(workerDir, '../../resources'),
    }
    kernel.files.clear()
    const recovered = clearLeftovers(kernel)
    const orphans = createAttachmentsService(kernel).clearLeftovers()
    if (orphans > 0) log.write('cleared-attachments', { files: orphans })
    const router = createRouter(kernel, recovered)
    const context: CoreContext = { session: new LocalSession(kernel, userName) }
    return {
      router,
      context,
      client: createRouterClient(router, { context }),
      files: {
        receive: (upload: string, body: Readable): Promise<ChosenFile> =>
          kernel.files.receive(upload, body, clock.now()),
        collect: (download: string) => kernel.files.collect(download),
        offer: (path: string): ChosenFile => kernel.files.offer(path),
        take: (ticket: string) => kernel.files.take(ticket),
      },
      async close(): Promise<void> {
        await kernel.jobs.close()
        kernel.files.clear()
        db.close()
        unlock()
      },
    }
  } catch (cause) {
    unlock()
    throw cause
  }
}

/** Some service accounts have no name; the owner then is who he is to the program. */
function osUserName(): string {
  try {
    return userInfo().username
  } catch {
    return 'local'
  }
}

export type Core = Awaited<ReturnType<typeof createCore>>
