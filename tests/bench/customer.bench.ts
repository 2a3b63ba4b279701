import { benchMonth, inBenchFolder, openDemoCore } from './bench-core'
import { line, median, seconds } from './measure'

const runs = 15

/**
 * A customer page with two years of demonstration data: what it asks for when it opens, together and part by part, then
 * what each of its tabs asks for. Through the router, as the screen asks.
 */
export async function run(): Promise<void> {
  await inBenchFolder(async (folder) => {
    const core = await openDemoCore(folder)
    const { client } = core
    const [account] = await client.accounts.search({ text: 'KH000006', limit: 1 })
    const id = account?.id ?? 1
    const { uid } = await client.accounts.get({ id })
    const opening: [string, () => Promise<unknown>][] = [
      ['archive', () => client.accounts.get({ id })],
      ['overview', () => client.accounts.overview({ id, month: benchMonth })],
    ]
    const tabs: [string, () => Promise<unknown>][] = [
      ['contacts', () => client.people.ofAccount({ accountId: id })],
      ['sites', () => client.needs.sites({ accountId: id })],
      ['needs', () => client.needs.get({ accountId: id })],
      ['share of wallet', () => client.needs.wallet({ accountId: id })],
      ['white space', () => client.needs.whiteSpace({ accountId: id })],
      ['financial health', () => client.credit.get({ accountId: id })],
      ['contribution', () => client.profit.account({ accountId: id, from: '2025-11', to: benchMonth })],
      ['anniversaries', () => client.calendar.ofAccount({ accountId: id })],
      ['attachments', () => client.attachments.list({ entity: 'account', entityUid: uid })],
      ['timeline, first page', () => client.timeline.events({ accountId: id })],
      ['history, first page', () => client.history.changes({ subject: { accountId: id } })],
    ]
    const all = async (parts: typeof opening) => {
      for (const [, ask] of parts) await ask()
    }
    const first = 1000 * (await seconds(() => all(opening)))
    const times: number[] = []
    for (let index = 0; index < runs; index++) times.push(1000 * (await seconds(() => all(opening))))
    line(
      'customer page opens, all it asks for',
      `${median(times).toFixed(1)} ms`,
      `under 150 ms (first ${first.toFixed(1)} ms)`,
    )
    const whole: number[] = []
    for (let index = 0; index < runs; index++) whole.push(1000 * (await seconds(() => all([...opening, ...tabs]))))
    line('  with everything on all its tabs', `${median(whole).toFixed(1)} ms`)
    for (const [name, ask] of [...opening, ...tabs]) {
      const own: number[] = []
      for (let index = 0; index < runs; index++) own.push(1000 * (await seconds(ask)))
      line(`  ${name}`, `${median(own).toFixed(1)} ms`)
    }
    await core.close()
  })
}
