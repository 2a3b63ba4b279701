import { type ChildProcess, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, inject, it } from 'vitest'
import { createCore } from '#core/core'
import { testFolder, testHost } from '../support/test-book'

/** Runs the program in a process of its own that can be killed. */
async function startProgram(dataDir: string): Promise<ChildProcess> {
  const outDir = join(inject('workerDir'), 'program')
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: 'tests/core/support/program.ts', outDir, target: 'node24' },
  })
  return fork(join(outDir, 'program.js'), [dataDir, inject('workerDir')], { stdio: 'inherit' })
}

function bill(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `YT${1_000_000 + index},2026-10-03,云栖食品,上海,1,1,5.00`)
  return ['运单号,寄件日期,客户名称,目的地,重量,件数,运费', ...lines].join('\n')
}

describe('killing the program in the middle of an import', () => {
  it('leaves the book as before the import, and reopening says so', async () => {
    const dataDir = testFolder()
    writeFileSync(join(dataDir, '运单.csv'), bill(60_000))
    const program = await startProgram(dataDir)
    const exited = new Promise<NodeJS.Signals | null>((resolve) =>
      program.once('exit', (_code, signal) => resolve(signal)),
    )
    await new Promise<void>((resolve, reject) => {
      program.on('message', (done: number) => {
        if (done < 2000) return
        program.kill('SIGKILL')
        resolve()
      })
      program.once('exit', () => reject(new Error('the program ended by itself')))
    })
    expect(await exited).toBe('SIGKILL')

    const core = await createCore({ dataDir, host: testHost, workerDir: inject('workerDir') })
    try {
      const info = await core.client.system.info({})
      expect(info.recovered).toEqual([{ batch: 1, file: '运单.csv', kind: 'waybills' }])
      expect((await core.client.waybills.list({})).total).toBe(0)
      expect(await core.client.system.verify({})).toMatchObject({ ok: true, rollups: { checked: 0 } })
      const again = await core.client.imports.start({
        kind: 'waybills',
        ticket: core.files.offer(join(dataDir, '运单.csv')).ticket,
      })
      for await (const event of await core.client.jobs.watch(again))
        if (event.state !== 'running') expect(event.state).toBe('done')
      expect((await core.client.waybills.list({})).total).toBe(60_000)
    } finally {
      await core.close()
    }
  })
})
