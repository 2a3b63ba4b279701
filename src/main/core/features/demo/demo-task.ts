import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { stageWaybills } from '../imports/stage-waybills'
import { undoBatch } from '../imports/undo-task'
import { createPricingService } from '../pricing/pricing.service'
import { isBookEmpty, markDemoBook } from '../system/book-state.service'
import { placeOfText } from '../waybills/waybill-places'
import { addMonths } from './generator/calendar'
import type { DemoAccount } from './generator/demo-accounts'
import { type DemoMonth, type DemoStory, demoSeed, generateDemo } from './generator/generate-demo'
import { storyTickets } from './generator/demo-waybills'

/**
 * Fills an empty book with the demonstration data, through the same services as everything else. Cancelled or failed it
 * leaves the book empty again.
 *
 * @throws Refused `book-not-empty`
 */
export async function demoTask(kernel: WorkerKernel, _input: unknown, handle: TaskHandle): Promise<{ count: number }> {
  if (!isBookEmpty(kernel.db)) throw new Refused('book-not-empty')
  const story = generateDemo(demoSeed, addMonths(kernel.book.today().slice(0, 7), -1))
  const loaded = new LoadedParts(kernel)
  try {
    handle.report('accounts', 0, story.accounts.length)
    await loaded.accounts(story.accounts)
    handle.report('prices', 0, story.priceForms.length)
    await loaded.prices(story)
    let count = 0
    for (const month of story.months()) {
      handle.signal.throwIfAborted()
      handle.report('waybills', count, Math.max(storyTickets, count))
      count += await loaded.month(month, handle.signal)
    }
    await kernel.lease.run(() =>
      kernel.book.write(() => ({ result: undefined, audit: markDemoBook(kernel.db, story.bookName) })),
    )
    handle.report('waybills', count, count)
    return { count }
  } catch (cause) {
    await loaded.takeBack()
    throw cause
  }
}

/** What has been written so far, so that it can be taken back. */
class LoadedParts {
  readonly #batches: number[] = []
  readonly #accounts = new Map<string, number>()
  #sheets: number[] = []

  constructor(private readonly kernel: WorkerKernel) {}

  async accounts(accounts: readonly DemoAccount[]): Promise<void> {
    const { lease, book } = this.kernel
    const service = createAccountsService(this.kernel)
    const spell = await loadPinyin()
    await lease.run(() =>
      book.write((hlc) => {
        for (const { groupCode, ...account } of accounts) {
          const groupId = groupCode === null ? null : (this.#accounts.get(groupCode) ?? null)
          this.#accounts.set(account.code, service.insert({ ...account, groupId }, hlc, null, spell))
        }
        const changes = [{ field: 'count', old: 0, new: accounts.length }]
        return {
          result: undefined,
          audit: { action: 'create', entity: 'accounts', entityUid: 'demo', summary: '示例数据', changes },
        }
      }),
    )
  }

  async prices({ priceForms }: DemoStory): Promise<void> {
    const resolveAccount = (code: string) => {
      const id = this.#accounts.get(code)
      return id === undefined ? ('unknown' as const) : { id }
    }
    const { sheets, problems } = await createPricingService(this.kernel).importForms(priceForms, {
      approve: true,
      resolveAccount,
    })
    this.#sheets = sheets.flatMap(({ id }) => (id === null ? [] : [id]))
    if (sheets.length !== priceForms.length)
      throw new Error(`demonstration prices: ${problems.map(({ code }) => code).join(', ')}`)
  }

  async month({ month, waybills }: DemoMonth, signal: TaskHandle['signal']): Promise<number> {
    const parsed = waybills.map((waybill, index) => ({
      ...waybill,
      row: index + 2,
      origin: placeOfText(waybill.origin),
      destination: placeOfText(waybill.destination),
    }))
    const source = { name: `示例运单-${month}`, sheet: month, waybills: parsed }
    const { batch, counts } = await stageWaybills(this.kernel, source, signal)
    this.#batches.push(batch)
    return counts.imported
  }

  async takeBack(): Promise<void> {
    const quiet = { report: () => {}, signal: new AbortController().signal }
    for (const batch of this.#batches.toReversed()) await undoBatch(this.kernel, { batch }, quiet)
    const accounts = createAccountsService(this.kernel)
    const pricing = createPricingService(this.kernel)
    await this.kernel.lease.run(() =>
      this.kernel.book.write(() => {
        pricing.discard(this.#sheets)
        for (const id of [...this.#accounts.values()].toReversed()) accounts.deleteRows(id)
        const audit = { action: 'delete', entity: 'accounts', entityUid: 'demo', summary: '示例数据' }
        return { result: undefined, audit }
      }),
    )
  }
}
