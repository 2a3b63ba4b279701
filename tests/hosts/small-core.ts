import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { implement, ORPCError } from '@orpc/server'
import { filesContract } from '#shared/contract/files'
import { jobsContract } from '#shared/contract/jobs'
import { systemContract } from '#shared/contract/system'
import { permissions } from '#shared/contract/base'
import { FileTickets } from '#core/files/file-tickets'
import type { CoreContext } from '#core/kernel'

/** A few procedures of the contract over real file tickets: enough to try a transport without a book. */
export function smallCore(folder: string) {
  const dataDir = join(folder, 'book')
  mkdirSync(dataDir, { recursive: true })
  const files = new FileTickets(dataDir)
  files.clear()
  const kept: Record<string, unknown> = {}
  const seen = { watching: 0, abandoned: 0 }
  const os = implement({
    system: { preferences: systemContract.preferences, setPreference: systemContract.setPreference },
    jobs: { watch: jobsContract.watch, cancel: jobsContract.cancel },
    files: { prepareUpload: filesContract.prepareUpload },
  }).$context<CoreContext>()
  const router = os.router({
    system: {
      preferences: os.system.preferences.handler(() => kept),
      setPreference: os.system.setPreference.handler(({ input }) => {
        kept[input.key] = input.value
        return {}
      }),
    },
    jobs: {
      /** Counts to three; the job `endless` never ends by itself. */
      watch: os.jobs.watch.handler(async function* ({ input, signal }) {
        seen.watching++
        try {
          for (let done = 0; done < 3 || input.job === 'endless'; done++) {
            signal?.throwIfAborted()
            yield { state: 'running' as const, phase: 'reading', done, total: 3 }
            await new Promise((resolve) => setTimeout(resolve, 5))
          }
          yield { state: 'done' as const, phase: 'reading', done: 3, total: 3, result: { batch: 7 } }
        } finally {
          if (input.job === 'endless') seen.abandoned++
        }
      }),
      cancel: os.jobs.cancel.handler(({ input }) => {
        const data = { code: 'not-found' as const, params: { job: input.job } }
        throw new ORPCError('REFUSED', { defined: true, status: 422, data })
      }),
    },
    files: {
      prepareUpload: os.files.prepareUpload.handler(({ input }) => ({
        upload: files.prepareUpload(input.name, input.bytes, Date.now()),
      })),
    },
  })
  const context: CoreContext = { session: { userName: 'tester', role: 'manager', permissions: new Set(permissions) } }
  return {
    router,
    context,
    seen,
    tickets: files,
    files: {
      receive: (upload: string, body: Parameters<FileTickets['receive']>[1]) => files.receive(upload, body, Date.now()),
      collect: (download: string) => files.collect(download),
    },
  }
}
