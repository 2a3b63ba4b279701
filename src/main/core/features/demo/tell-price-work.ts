import { textOf } from '#shared/domain/rating/form-value'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { translate } from '#shared/i18n/index'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { createPricingService } from '../pricing/pricing.service'
import { createSheetReviewService } from '../pricing/sheet-review.service'
import { createQuotationsService } from '../quotations/quotations.service'
import { pastTickets } from '../waybills/waybill-history.service'
import { competitorForm, type DemoQuotation, makeQuotations, makeReviews } from './generator/demo-price-work'

const salesman = { role: 'account-manager', seesCost: true } as const
const manager = { role: 'manager', seesCost: true } as const
/** Days a quotation holds. */
const validDays = 30

/** Sheets on their way to approval, prices of a competitor, quotations; remembered, so that they can be taken back. */
export class PriceWorkTelling {
  readonly #sheets: number[] = []
  readonly #quotations: number[] = []

  constructor(private readonly kernel: WorkerKernel) {}

  async tell(forms: readonly SheetForm[], lastMonth: string, ids: ReadonlyMap<string, number>): Promise<void> {
    const pricing = createPricingService(this.kernel)
    const review = createSheetReviewService(this.kernel, pricing, {
      past: pastTickets(this.kernel.db),
      auditOf: () => [],
    })
    const store = async (form: SheetForm): Promise<number> => {
      const { sheets } = await pricing.importForms([form], {
        approve: false,
        resolveAccount: (code) => {
          const id = ids.get(code)
          return id === undefined ? 'unknown' : { id }
        },
      })
      const id = sheets[0]?.id ?? null
      if (id === null) throw new Error(`the demonstration sheet ${textOf(form.info['报价名称'])} was refused`)
      this.#sheets.push(id)
      return id
    }
    await store(competitorForm(lastMonth))
    for (const { form, step, note, reason } of makeReviews(forms, lastMonth)) {
      const id = await store(form)
      await review.submit(id, note, salesman)
      if (step === 'returned') await review.sendBack([id], reason, manager)
    }
    await this.#quote(pricing, ids, forms)
  }

  async #quote(
    pricing: ReturnType<typeof createPricingService>,
    ids: ReadonlyMap<string, number>,
    forms: readonly SheetForm[],
  ): Promise<void> {
    const accounts = createAccountsService(this.kernel)
    const quotations = createQuotationsService(this.kernel, {
      accounts,
      pricing,
      sheet: pricing.stored,
      prepare: loadPinyin,
    })
    const { rows } = pricing.list({ filter: { usage: 'sale' }, search: '', descending: false, page: 1, pageSize: 100 })
    const sheetNamed = (name: string) => rows.filter((row) => row.name === name && row.status === 'approved').at(-1)
    const codeOf = (name: string) => {
      const own = forms.find(({ info }) => textOf(info['报价名称']).startsWith(name))
      return own ? textOf(own.info['客户']) : null
    }
    for (const story of makeQuotations(codeOf)) {
      const parts = [
        ...story.sheets.flatMap((name) => {
          const sheet = sheetNamed(name)
          return sheet ? [quotations.partOfSheet(sheet.id)] : []
        }),
        ...story.typed,
      ]
      const made = await quotations.create(this.#headOf(story, ids, accounts), { ...textsOf(story), parts }, 'zh-CN')
      this.#quotations.push(made.id)
      if (story.step === 'draft') continue
      const sent = await quotations.send({ id: made.id, version: made.version, locale: 'zh-CN' })
      if (story.step === 'lost')
        await quotations.lose({ id: sent.id, version: sent.version, locale: 'zh-CN' }, story.reason)
    }
  }

  #headOf(
    { code, head }: DemoQuotation,
    ids: ReadonlyMap<string, number>,
    accounts: ReturnType<typeof createAccountsService>,
  ) {
    const today = this.kernel.book.today()
    const accountId = code === null ? null : (ids.get(code) ?? null)
    const company = accountId === null ? head.company : accounts.detail(accountId).name
    const last = Date.parse(today) + (validDays - 1) * 86_400_000
    return { ...head, company, accountId, validFrom: today, validTo: new Date(last).toISOString().slice(0, 10) }
  }

  /** Inside the caller's write. */
  takeBack(): void {
    const accounts = createAccountsService(this.kernel)
    const pricing = createPricingService(this.kernel)
    const sources = { accounts, pricing, sheet: pricing.stored, prepare: loadPinyin }
    createQuotationsService(this.kernel, sources).discard(this.#quotations)
    pricing.discard(this.#sheets)
  }
}

function textsOf({ estimate, notes }: DemoQuotation) {
  return {
    estimate,
    notes,
    paymentTerms: translate('zh-CN', 'quotations:standard.payment'),
    serviceTerms: translate('zh-CN', 'quotations:standard.service'),
  }
}
