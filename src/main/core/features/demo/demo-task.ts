import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { stageGenerated } from '../imports/generated-batch'
import { createPricingService } from '../pricing/pricing.service'
import { becomeDemoBook } from '../system/system.service'
import { rateTouchedMonths } from '../waybills/month-pass'
import { createRatings } from '../waybills/rerate'
import { placeOfText } from '../waybills/waybill-places'
import type { DemoAccount } from './generator/demo-accounts'
import { type DemoStory, demoSeed, generateDemo } from './generator/generate-demo'
import { storyMonths } from './generator/demo-waybills'

/** Tells the invented story to the book through the same services that real data goes through. */
export async function demoTask(kernel: WorkerKernel, { lastMonth }: { lastMonth: string }, handle: TaskHandle) {
  const story = generateDemo(demoSeed, lastMonth)
  const codes = await writeAccounts(kernel, story)
  await writePrices(kernel, story, codes)
  const count = await writeWaybills(kernel, story, handle)
  return { count }
}

async function writeAccounts(kernel: WorkerKernel, story: DemoStory) {
  const { db, book, lease } = kernel
  const accounts = createAccountsService(kernel)
  const spell = await loadPinyin()
  return lease.run(() =>
    book.write((hlc) => {
      becomeDemoBook(db, story.bookName)
      const ids = new Map<string, number>()
      const heads = story.accounts.filter(({ groupCode }) => groupCode === null)
      const members = story.accounts.filter(({ groupCode }) => groupCode !== null)
      for (const { groupCode, ...account } of [...heads, ...members] satisfies DemoAccount[]) {
        const groupId = groupCode === null ? null : (ids.get(groupCode) ?? null)
        ids.set(account.code, accounts.insert({ ...account, groupId }, hlc, null, spell))
      }
      const summary = `${story.accounts.length} · ${story.bookName}`
      return { result: ids, audit: { action: 'demo', entity: 'book', entityUid: story.bookName, summary } }
    }),
  )
}

async function writePrices(kernel: WorkerKernel, story: DemoStory, codes: Map<string, number>): Promise<void> {
  const matcher = loadMatcher(kernel.db)
  const { problems } = await createPricingService(kernel).importForms(story.priceForms, {
    approve: true,
    resolveAccount: (text) => {
      const match = matcher.match(text, '', text)
      const id = codes.get(text) ?? (match.kind === 'found' ? match.accountId : undefined)
      return id === undefined ? 'unknown' : { id }
    },
  })
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors[0]) throw new Refused('sheet-has-errors', { count: errors.length, first: errors[0].code })
}

async function writeWaybills(kernel: WorkerKernel, story: DemoStory, handle: TaskHandle): Promise<number> {
  const ratings = createRatings(kernel.db)
  const matcher = loadMatcher(kernel.db)
  let months = 0
  let count = 0
  for (const { month, waybills } of story.months()) {
    handle.signal.throwIfAborted()
    const parsed = waybills.map(({ origin, destination, ...waybill }, index) => ({
      ...waybill,
      row: index + 2,
      origin: placeOfText(origin),
      destination: placeOfText(destination),
    }))
    const name = `运单明细-${month}（示例数据）`
    const touched = await stageGenerated(kernel, { name, waybills: parsed, matcher, ratings }, handle)
    await rateTouchedMonths(kernel, ratings, touched)
    months++
    count += parsed.length
    handle.report('demo', months, storyMonths)
  }
  return count
}
