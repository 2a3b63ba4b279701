import { accountInput } from '#shared/contract/accounts'
import type { QuotationContent } from '#shared/contract/quotations'
import type { AuditRecord } from '../../db/book'
import { Refused } from '../../refused'
import type { AccountsService, Spell } from '../accounts/accounts.service'
import { judgeForm, readPriceForm } from '../pricing/price-file'
import type { PricingService } from '../pricing/pricing.service'
import { formOfPart } from './quotation-part'
import type { QuotationRecord } from './quotations.repository'

/** Services that a won quotation is handed to. */
export interface WinSources {
  accounts: Pick<AccountsService, 'insert' | 'detail'>
  pricing: Pick<PricingService, 'storePrices'>
  prepare(): Promise<Spell>
}

export interface Winning {
  /** The customer, or that one is to be opened; null: the one the quotation names. */
  customer: { accountId: number } | { open: true } | null
  /** 生效日期 of the draft sheets. */
  effectiveFrom: string
}

interface Won {
  record: QuotationRecord
  content: QuotationContent
  number: string
}

/**
 * Makes a draft price sheet of every part for the customer, inside the caller's write. They go the usual way to approval.
 * @throws Refused `customer-missing`, `sheet-has-errors`, `not-found`
 */
export function winQuotation(sources: WinSources, spell: Spell, won: Won, winning: Winning, hlc: string) {
  const { record, content, number } = won
  const audit: AuditRecord[] = []
  const account = customerOf(sources, spell, record, winning, hlc, audit)
  const reads = content.parts.map((part, index) => {
    const product = part.product === '' ? '' : ` ${part.product}`
    const again = content.parts.slice(0, index).filter((one) => one.product === part.product).length
    const form = formOfPart(part, {
      报价编号: content.parts.length > 1 ? `${number}/${index + 1}` : number,
      报价名称: `${account.name}${product}${again > 0 ? ` ${again + 1}` : ''}`,
      客户: account.code,
      生效日期: winning.effectiveFrom,
      备注: part.note === '' ? `报价单 ${number}` : `报价单 ${number}；${part.note}`,
    })
    return readPriceForm(judgeForm(form), {
      fallbackName: number,
      resolveAccount: () => ({ id: account.id }),
      approve: false,
    })
  })
  const errors = reads.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
  const [first] = errors
  if (first) throw new Refused('sheet-has-errors', { count: errors.length, first: first.code })
  const sheets = reads.flatMap(({ read }) => (read ? [read] : []))
  const { stored, audit: made } = sources.pricing.storePrices(
    { sheets, problems: [] },
    { approve: false, batchId: null },
    hlc,
  )
  return {
    accountId: account.id,
    sheets: stored.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])),
    audit: [...audit, ...made],
  }
}

function customerOf(
  { accounts }: WinSources,
  spell: Spell,
  record: QuotationRecord,
  { customer }: Winning,
  hlc: string,
  audit: AuditRecord[],
) {
  const chosen = customer && 'accountId' in customer ? customer.accountId : record.account_id
  if (chosen !== null) {
    const account = accounts.detail(chosen)
    if (account.deletedAt !== null) throw new Refused('not-found', { what: 'account' })
    return account
  }
  if (customer === null) throw new Refused('customer-missing', { name: record.company }, 'customer')
  const input = accountInput.parse({ name: record.company.slice(0, 80), lifecycle: 'developing' })
  const account = accounts.detail(accounts.insert(input, hlc, null, spell))
  audit.push({
    action: 'create',
    entity: 'account',
    entityUid: account.uid,
    summary: `${account.code} ${account.name}`,
  })
  return account
}
