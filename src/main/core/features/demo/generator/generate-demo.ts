import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { Billing } from './billing'
import { addMonths } from '#shared/domain/months'
import { type DemoAccount, makeAccounts } from './demo-accounts'
import { type DemoWaybill, makeMonth, storyMonths, storyScale } from './demo-waybills'
import { makePriceForms } from './price-forms'
import { Random } from './random'

export interface DemoMonth {
  month: string
  waybills: DemoWaybill[]
}

export interface DemoStory {
  bookName: string
  firstMonth: string
  lastMonth: string
  accounts: DemoAccount[]
  priceForms: SheetForm[]
  /** The months in their order, each made when it is asked for. */
  months(): Generator<DemoMonth>
}

export const demoBookName = '示例营业部（示例数据）'
export const demoSeed = 20_260_618

/**
 * The demonstration book as data: 60 customers, 12 price sheets and a cost sheet, 24 months up to `lastMonth` with about
 * 60,000 waybills. The same seed and month always give the same book; neither clock nor system chance has a part in it.
 */
export function generateDemo(seed: number, lastMonth: string): DemoStory {
  const firstMonth = addMonths(lastMonth, 1 - storyMonths)
  const story = new Random(seed)
  const accounts = makeAccounts(story.branch('accounts'))
  const priceForms = makePriceForms(firstMonth, lastMonth)
  return {
    bookName: demoBookName,
    firstMonth,
    lastMonth,
    accounts,
    priceForms,
    *months() {
      const all = Array.from({ length: storyMonths }, (_, index) => ({ month: addMonths(firstMonth, index), index }))
      const scale = storyScale(all)
      const billing = new Billing(priceForms, accounts)
      for (const at of all) {
        const waybills = makeMonth(story, at, scale, accounts)
        yield { month: at.month, waybills: billing.bill(at.month, waybills, story.branch(`bill ${at.month}`)) }
      }
    },
  }
}
