import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createCore } from '#core/core'
import { demoSeed, generateDemo } from '#core/features/demo/generator/generate-demo'
import type { Host } from '#core/host'

const host: Host = {
  kind: 'test',
  desktop: null,
  makePdf: () => Promise.reject(new Error('no PDF in a bench')),
  notify: () => {},
}

export const benchMonth = '2026-10'

/** The program without a window, with the worker scripts of the built program. */
export function openBenchCore(dataDir: string) {
  const now = Date.parse('2026-11-22T04:00:00Z')
  return createCore({ dataDir, host, workerDir: resolve('out/main'), clock: { now: () => now, fixed: now } })
}

/** Work in a folder of its own, which is gone afterwards. */
export async function inBenchFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yike-bench-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The demonstration branch with its two years of waybills, freshly written into a folder. */
export async function openDemoCore(dataDir: string) {
  const core = await openBenchCore(dataDir)
  await finishJob(core, (await core.client.jobs.loadDemo({})).job)
  return core
}

export type BenchCore = Awaited<ReturnType<typeof openBenchCore>>

export async function finishJob(core: BenchCore, job: string) {
  for await (const event of await core.client.jobs.watch({ job })) {
    if (event.state === 'done') return event.result
    if (event.state !== 'running') throw new Error(`job ended ${event.state} ${event.error?.code ?? ''}`)
  }
  throw new Error('job ended without a word')
}

export function demoCustomers() {
  return generateDemo(demoSeed, benchMonth).accounts.map(({ code, name }) => ({ code, name }))
}
