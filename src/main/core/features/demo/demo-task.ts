import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { stageGenerated } from '../imports/generated-batch'
import { undoBatch } from '../imports/undo-task'
import { createCustomFieldsService } from '../custom-fields/custom-fields.service'
import { createPricingService } from '../pricing/pricing.service'
import { becomeDemoBook } from '../system/system.service'
import { rateTouchedMonths } from '../waybills/month-pass'
import { createRatings } from '../waybills/rerate'
import { placeOfText } from '../waybills/waybill-places'
import { storyTickets } from './generator/demo-waybills'
import { ArchiveTelling, tellFields } from './tell-archive'
import { tellPeople } from './people-telling'
import { takeBackCalendar, tellCalendar } from './tell-calendar'
import { RecordsTelling } from './records-telling'
import { tellDoubles } from './tell-doubles'
import { takeBackNeeds, tellNeeds } from './tell-needs'
import { PriceWorkTelling } from './tell-price-work'
import { takeBackContracts, tellContracts } from './tell-contracts'
import { takeBackProfit, tellProfit } from './tell-profit'
import { createViewsService } from '../views/views.service'
import { demoViews } from './generator/demo-views'
import { type DemoMonth, type DemoStory, demoSeed, generateDemo } from './generator/generate-demo'
import { makePriceDrafts } from './generator/price-draft'

/**
 * Tells the invented story to the book through the same services that real data goes through. Cancelled or failed it
 * takes back what it wrote: the book is empty again.
 */
export async function demoTask(kernel: WorkerKernel, { lastMonth }: { lastMonth: string }, handle: TaskHandle) {
  const story = generateDemo(demoSeed, lastMonth)
  const telling = new Telling(kernel)
  try {
    handle.report('accounts', 0, story.accounts.length)
    await telling.accounts(story)
    await telling.people(story)
    await telling.calendar(story)
    await telling.records(story)
    await telling.doubles(story)
    handle.report('prices', 0, story.priceForms.length)
    await telling.prices(story)
    let count = 0
    for (const month of story.months()) {
      handle.signal.throwIfAborted()
      handle.report('waybills', count, storyTickets)
      await telling.month(month, handle)
      count += month.waybills.length
    }
    await telling.needs(story)
    await telling.profit(story)
    await telling.priceWork(story)
    await telling.contracts(story)
    await telling.views()
    await telling.end(story)
    return { count }
  } catch (cause) {
    await telling.takeBack()
    throw cause
  }
}

/** Writes the story part by part and remembers what it wrote. */
class Telling {
  readonly #ids = new Map<string, number>()
  readonly #batches: number[] = []
  #sheets: number[] = []
  #fields: string[] = []
  readonly #views: number[] = []

  readonly #records: RecordsTelling
  readonly #priceWork: PriceWorkTelling

  constructor(private readonly kernel: WorkerKernel) {
    this.#records = new RecordsTelling(kernel)
    this.#priceWork = new PriceWorkTelling(kernel)
  }

  async accounts(story: DemoStory): Promise<void> {
    const { accounts } = story
    const { book, lease } = this.kernel
    const service = createAccountsService(this.kernel)
    const spell = await loadPinyin()
    await lease.run(() =>
      book.write((hlc) => {
        const heads = accounts.filter(({ groupCode }) => groupCode === null)
        const members = accounts.filter(({ groupCode }) => groupCode !== null)
        const fields = tellFields(this.kernel, hlc)
        this.#fields = [...fields.values()]
        const archive = new ArchiveTelling(this.kernel, story, fields)
        for (const { groupCode, ...account } of [...heads, ...members]) {
          const groupId = groupCode === null ? null : (this.#ids.get(groupCode) ?? null)
          const id = service.insert({ ...archive.start(account), groupId }, hlc, null, spell)
          archive.states(id, service, hlc, spell)
          this.#ids.set(account.code, id)
        }
        return { result: undefined, audit: this.#audit('create', String(accounts.length)) }
      }),
    )
  }

  people(story: DemoStory): Promise<void> {
    return tellPeople(this.kernel, story, this.#ids)
  }

  async doubles(story: DemoStory): Promise<void> {
    for (const [code, id] of await tellDoubles(this.kernel, story)) this.#ids.set(code, id)
  }

  records(story: DemoStory): Promise<void> {
    return this.#records.tell(story, this.#ids)
  }

  calendar({ firstMonth }: DemoStory): Promise<void> {
    return tellCalendar(this.kernel, firstMonth, this.#ids)
  }

  async prices({ priceForms, lastMonth }: DemoStory): Promise<void> {
    const service = createPricingService(this.kernel)
    const resolveAccount = (code: string) => {
      const id = this.#ids.get(code)
      return id === undefined ? ('unknown' as const) : { id }
    }
    const told = [
      await service.importForms(priceForms, { approve: true, resolveAccount }),
      await service.importForms(makePriceDrafts(priceForms, lastMonth), { approve: false, resolveAccount }),
    ]
    this.#sheets = told.flatMap(({ sheets }) => sheets.flatMap(({ id }) => (id === null ? [] : [id])))
    const errors = told.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error')
    if (errors[0]) throw new Refused('sheet-has-errors', { count: errors.length, first: errors[0].code })
  }

  async month({ month, waybills }: DemoMonth, handle: TaskHandle): Promise<void> {
    const { db } = this.kernel
    const parsed = waybills.map((waybill, index) => ({
      ...waybill,
      row: index + 2,
      origin: placeOfText(waybill.origin),
      destination: placeOfText(waybill.destination),
    }))
    const source = {
      name: `运单明细-${month}（示例数据）`,
      waybills: parsed,
      matcher: loadMatcher(db),
      ratings: createRatings(db),
    }
    const { batch, touched } = await stageGenerated(this.kernel, source, handle)
    this.#batches.push(batch)
    await rateTouchedMonths(this.kernel, source.ratings, touched)
  }

  /** After the waybills: what customers say they spend is told beside what they pay us. */
  needs({ lastMonth }: DemoStory): Promise<void> {
    return tellNeeds(this.kernel, lastMonth, this.#ids)
  }

  profit({ lastMonth }: DemoStory): Promise<void> {
    return tellProfit(this.kernel, lastMonth, this.#ids)
  }

  priceWork({ priceForms, lastMonth }: DemoStory): Promise<void> {
    return this.#priceWork.tell(priceForms, lastMonth, this.#ids)
  }

  contracts(story: DemoStory): Promise<void> {
    return tellContracts(this.kernel, story, this.#ids)
  }

  async views(): Promise<void> {
    const views = createViewsService(this.kernel)
    for (const view of demoViews) this.#views.push((await views.create(view)).id)
  }

  async end({ bookName }: DemoStory): Promise<void> {
    const { db, book, lease } = this.kernel
    await lease.run(() =>
      book.write(() => {
        becomeDemoBook(db, bookName)
        return { result: undefined, audit: this.#audit('demo', bookName) }
      }),
    )
  }

  async takeBack(): Promise<void> {
    const { book, lease } = this.kernel
    const quiet = { report: () => {}, signal: new AbortController().signal }
    for (const batch of this.#batches.toReversed()) await undoBatch(this.kernel, { batch }, quiet)
    const accounts = createAccountsService(this.kernel)
    const pricing = createPricingService(this.kernel)
    await lease.run(() =>
      book.write(() => {
        createViewsService(this.kernel).discard(this.#views)
        takeBackContracts(this.kernel, [...this.#ids.values()])
        takeBackProfit(this.kernel, [...this.#ids.values()])
        this.#priceWork.takeBack()
        pricing.discard(this.#sheets)
        takeBackCalendar(this.kernel)
        this.#records.takeBack()
        takeBackNeeds(this.kernel, this.#ids.values())
        for (const id of [...this.#ids.values()].toReversed()) accounts.deleteRows(id)
        createCustomFieldsService(this.kernel).discard(this.#fields)
        return { result: undefined, audit: this.#audit('undo', String(this.#ids.size)) }
      }),
    )
  }

  #audit(action: string, summary: string) {
    return { action, entity: 'demo', entityUid: 'demo', summary }
  }
}
