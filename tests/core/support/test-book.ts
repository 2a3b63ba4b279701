import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Book } from '#core/db/book'
import { openBook } from '#core/db/open-book'
import { startBook } from '#core/db/start-book'
import { WriteLease } from '#core/db/write-lease'
import { FileTickets } from '#core/files/file-tickets'
import type { Host } from '#core/host'
import { JobRegistry } from '#core/jobs/job-registry'
import type { Kernel } from '#core/kernel'
import { Log } from '#core/log'
import { inject } from 'vitest'

/** Noon of 22 November 2026 in Shanghai; tests stand still there unless they say otherwise. */
export const testNow = Date.parse('2026-11-22T04:00:00Z')

export const testHost: Host = {
  kind: 'test',
  desktop: null,
  makePdf: (html) => Promise.resolve(new TextEncoder().encode(html)),
  notify: () => {},
}

export function testFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yike-test-'))
}

/** A kernel on a real book in a folder of its own. */
export async function openTestKernel(dataDir = testFolder()): Promise<Kernel & { dispose(): Promise<void> }> {
  mkdirSync(dataDir, { recursive: true })
  const db = await openBook(dataDir)
  const clock = { now: () => testNow, fixed: testNow }
  startBook(db, clock, '测试营业部')
  const files = new FileTickets(dataDir)
  files.clear()
  const jobs = new JobRegistry(() => {})
  return {
    db,
    book: new Book(db, clock, 'tester'),
    lease: new WriteLease(),
    jobs,
    files,
    log: new Log(dataDir),
    host: testHost,
    clock,
    dataDir,
    workerDir: inject('workerDir'),
    resourcesDir: resolve('resources'),
    async dispose() {
      await jobs.close()
      db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
