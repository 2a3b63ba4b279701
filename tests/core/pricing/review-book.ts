import type { PastTicket, PastTickets } from '#core/features/pricing/past-tickets'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createSheetReviewService } from '#core/features/pricing/sheet-review.service'
import { expect } from 'vitest'
import { openTestKernel } from '../support/test-book'
import { priceForm } from './forms'

export const manager = { role: 'manager', seesCost: true } as const
export const salesman = { role: 'account-manager', seesCost: true } as const
export const clerk = { role: 'clerk', seesCost: false } as const

export type ReviewBook = Awaited<ReturnType<typeof openReviewBook>>

/** A book with two customers, KH1 and KH2, and the tickets a test says they shipped. */
export async function openReviewBook() {
  const kernel = await openTestKernel()
  const pricing = createPricingService(kernel)
  const past: PastTicket[] = []
  const source: PastTickets = {
    latestMonth: () =>
      past
        .map(({ shippedOn }) => shippedOn.slice(0, 7))
        .toSorted()
        .at(-1) ?? null,
    shippers: (from, to) => {
      const own = past.filter(({ shippedOn }) => shippedOn >= from && shippedOn <= `${to}-31`)
      return [...Map.groupBy(own, ({ accountId }) => accountId ?? 0)].map(([accountId, tickets]) => ({
        accountId,
        tickets: tickets.length,
      }))
    },
    ofMonth: (accountId, month) => past.filter((one) => one.accountId === accountId && one.shippedOn.startsWith(month)),
  }

  const auditOf = (entity: string, uid: string) =>
    (
      kernel.db.raw
        .prepare(
          `SELECT at, actor, action, value FROM audit_entry JOIN audit_value USING (seq)
           WHERE entity = ? AND entity_uid = ? ORDER BY seq DESC`,
        )
        .all(entity, uid) as { at: string; actor: string; action: string; value: string }[]
    ).map(({ value, ...entry }) => ({ ...entry, ...(JSON.parse(value) as { changes: [] }) }))
  const review = createSheetReviewService(kernel, pricing, { past: source, auditOf })
  function newAccount(code: string): number {
    return Number(
      kernel.db.raw
        .prepare(
          `INSERT INTO account (uid, hlc, code, name, short_name, uscc, industry, lifecycle, manager, province, city,
             district, address, note, pinyin, initials, created_at, updated_at)
           VALUES (?, '', ?, ?, '', '', '', 'active', '', '', '', '', '', '', '', '', '', '')`,
        )
        .run(code, code, `客户${code}`).lastInsertRowid,
    )
  }

  const account = newAccount('KH1')
  const stranger = newAccount('KH2')

  async function sheet(info: Record<string, string | number> = {}, approve = false): Promise<number> {
    const { sheets, problems } = await pricing.importForms([priceForm(info)], {
      approve,
      resolveAccount: (text) => ({ id: text === 'KH1' ? account : stranger }),
    })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    return sheets[0]?.id ?? 0
  }

  return {
    kernel,
    pricing,
    review,
    source,
    account,
    stranger,
    sheet,
    ship: (...tickets: PastTicket[]) => past.push(...tickets),
  }
}
