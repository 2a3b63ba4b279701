import { benchMonth, inBenchFolder, openDemoCore } from './bench-core'
import { line, median, seconds } from './measure'

const runs = 5

/** The month report and a customer page over the demonstration book, through the router as the screen asks for them. */
export async function run(): Promise<void> {
  await inBenchFolder(async (folder) => {
    const core = await openDemoCore(folder)
    const { client } = core
    const [account] = await client.accounts.search({ text: 'KH000001', limit: 1 })
    const list = { filter: { month: benchMonth } }
    const asked: [string, () => unknown, string][] = [
      [
        'month report over the demonstration book',
        () => client.insight.revenue({ from: benchMonth, to: benchMonth }),
        'under 50 ms',
      ],
      ['workbench', () => client.insight.workbench({ month: benchMonth }), ''],
      ['customer page overview', () => client.accounts.overview({ id: account?.id ?? 1, month: benchMonth }), ''],
      ['customer list, one page', () => client.accounts.list(list), ''],
      ['waybill list of a month, one page with sums', () => client.waybills.list(list), ''],
    ]
    for (const [name, ask, target] of asked) {
      const times: number[] = []
      for (let index = 0; index < runs; index++) times.push(1000 * (await seconds(ask)))
      line(name, `${median(times).toFixed(1)} ms`, `${target} (first ${times[0]?.toFixed(1)} ms)`)
    }
    await core.close()
  })
}
