import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import { resolvePlace } from '#shared/domain/region/resolve-place'
import { resolvePlaces, type SheetEntry } from '../../pricing/compiled-entry'
import type { SourceTicket, TicketSource } from '../../pricing/month-quantities'
import type { TicketFacts, TicketPlace } from '../../pricing/price-ticket'
import { RatingBook } from '../../pricing/rating-book'
import { tierOfWord } from '../../pricing/tier-words'
import { addMonths } from '#shared/domain/months'
import type { DemoAccount } from './demo-accounts'
import type { DemoWaybill } from './demo-waybills'
import type { Random } from './random'

/**
 * Writes into each ticket what the carrier's bill says (应付金额): what the contract gives, and for one ticket in a
 * hundred something else, so that there is a difference to find. Months must come in their order: volume tiers look
 * back one month.
 */
export class Billing {
  readonly #book: RatingBook
  readonly #owners = new Map<string, number>()
  #before = new Map<number, SourceTicket[]>()
  #month = ''

  constructor(forms: readonly SheetForm[], accounts: readonly DemoAccount[]) {
    const groups = new Map<number, number>()
    const tiers = new Map<number, { validFrom: string; tier: DemoAccount['tier'] }[]>()
    for (const [index, account] of accounts.entries()) {
      for (const text of [account.code, account.name, account.shortName, ...account.aliases, ...account.monthAccounts])
        this.#owners.set(text, index + 1)
      if (account.tier) tiers.set(index + 1, [{ validFrom: '', tier: account.tier }])
    }
    for (const [index, { groupCode }] of accounts.entries()) {
      const group = groupCode === null ? undefined : this.#owners.get(groupCode)
      if (group !== undefined) groups.set(index + 1, group)
    }
    const source: TicketSource = (accountId, month) =>
      month === addMonths(this.#month, -1) ? (this.#before.get(accountId) ?? []) : []
    this.#book = new RatingBook(
      { sheets: forms.map((form, index) => this.#entry(form, index + 1)), groups, tiers },
      source,
    )
  }

  /** The month's tickets with their billed amounts; a ticket that has no price is billed nothing. */
  bill(month: string, tickets: readonly DemoWaybill[], random: Random): DemoWaybill[] {
    this.#month = month
    const now = new Map<number, SourceTicket[]>()
    const billed = tickets.map((ticket, key) => {
      if (ticket.lineKind !== 'freight') return ticket
      const facts = this.#facts(ticket)
      if (facts.accountId !== null) {
        const own = now.get(facts.accountId)
        if (own) own.push({ ...facts, key })
        else now.set(facts.accountId, [{ ...facts, key }])
      }
      const gross = this.#book.price(facts).grossFen
      return gross === null
        ? ticket
        : { ...ticket, billedFen: gross + (random.chance(10) ? random.between(1, 9) * 50 : 0) }
    })
    this.#before = now
    return billed
  }

  #facts(ticket: DemoWaybill): TicketFacts {
    const { customerCode, monthAccount, customerName } = ticket
    const written = customerCode || monthAccount || customerName
    return {
      ...ticket,
      accountId: this.#owners.get(written) ?? null,
      origin: placeOf(ticket.origin),
      destination: placeOf(ticket.destination),
    }
  }

  /** @throws Error if a form of the story is not sound; a test reads them all */
  #entry(form: SheetForm, id: number): SheetEntry {
    const { sheet, problems } = parseSheetForm(form, { requireEffectiveFrom: true, resolvePlaces })
    if (!sheet) throw new Error(`price form ${id}: ${problems.map(({ code }) => code).join(', ')}`)
    return {
      id,
      name: sheet.name ?? '',
      version: id,
      usage: sheet.use,
      accountId: sheet.customer === null ? null : (this.#owners.get(sheet.customer) ?? null),
      tier: sheet.tier === null ? null : tierOfWord(sheet.tier),
      product: sheet.product ?? '',
      validFrom: sheet.effectiveFrom ?? '',
      validTo: sheet.effectiveTo,
      json: JSON.stringify(sheet),
    }
  }
}

function placeOf(text: string): TicketPlace {
  const answer = resolvePlace(text)
  if (answer.status === 'found') return { text, place: answer.place, problem: null }
  return { text, place: null, problem: answer.status === 'ambiguous' ? 'ambiguous-place' : 'unknown-place' }
}
