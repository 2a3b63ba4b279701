import { resolve } from 'node:path'
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
