import { join } from 'node:path'
import { Database } from '#core/db/database'
import { bookFile } from '#core/db/open-book'
import { recomputeRollups } from '#core/features/waybills/rollups.repository'
import { type BenchCore, benchMonth, finishJob, inBenchFolder, openBenchCore, openDemoCore } from './bench-core'
import { line, percentile, seconds } from './measure'

/** The demonstration book's waybills so many times over: about a million. */
const times = 17

/**
 * A what-if over a million waybills of two years, all customers: how long it takes in the background, how long a customer
 * page waits meanwhile, and how soon it stops when it is cancelled.
 */
export async function run(): Promise<void> {
  await inBenchFolder(async (folder) => {
    await prepare(folder)
    const core = await openBenchCore(folder)
    const period = { from: '2024-11', to: benchMonth, accountId: null }
    const change = { percentPpm: 30_000, perTicketUnits: 0, perKgUnits: 0, rows: null, columns: null, roundToUnits: 1 }
    const input = { ...period, scenario: { kind: 'change' as const, sheetIds: null, change } }
    const { tickets } = await core.client.simulation.size(period)
    const waits: number[] = []
    const took = await seconds(async () => {
      const { job } = await core.client.simulation.start(input)
      let running = true
      const probe = askMeanwhile(core, () => running, waits)
      await finishJob(core, job)
      running = false
      await probe
    })
    const million = (took / tickets) * 1_000_000
    line('what-if over all waybills, in the background', `${took.toFixed(1)} s`, `${tickets} tickets`)
    line('  for a million', `${million.toFixed(1)} s`)
    line('  a customer page meanwhile, p99', `${percentile(waits, 0.99).toFixed(1)} ms`, 'under 100')
    line('  from cancel to stopped', `${(1000 * (await cancelled(core, input))).toFixed(0)} ms`)
    await core.close()
  })
}

async function askMeanwhile(core: BenchCore, running: () => boolean, waits: number[]): Promise<void> {
  while (running()) {
    waits.push(1000 * (await seconds(() => core.client.accounts.overview({ id: 1, month: benchMonth }))))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function cancelled(
  core: BenchCore,
  input: Parameters<BenchCore['client']['simulation']['start']>[0],
): Promise<number> {
  const { job } = await core.client.simulation.start(input)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return seconds(async () => {
    await core.client.jobs.cancel({ job })
    for await (const event of await core.client.jobs.watch({ job })) if (event.state !== 'running') return
  })
}

async function prepare(folder: string): Promise<void> {
  await (await openDemoCore(folder)).close()
  const db = new Database(join(folder, bookFile))
  const columns = (db.raw.pragma('table_info(waybill)') as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'id')
  const last = (db.raw.prepare('SELECT max(id) AS id FROM waybill').get() as { id: number }).id
  const values = columns.map((name) => (name === 'number' ? `number || '-' || @copy` : name)).join(', ')
  const copy = db.raw.prepare(
    `INSERT INTO waybill (${columns.join(', ')}) SELECT ${values} FROM waybill WHERE id <= @last`,
  )
  for (let index = 1; index < times; index++) copy.run({ copy: index, last })
  const months = db.raw.prepare('SELECT account_id AS accountId, month FROM account_month').all() as {
    accountId: number
    month: string
  }[]
  db.transaction(() =>
    recomputeRollups(
      db,
      months.map(({ accountId, month }) => ({ accountId: accountId === 0 ? null : accountId, month })),
    ),
  )
  db.close()
}
