import { type AccountContribution, type ContributionReport, capitalRule } from '#shared/contract/profit'
import type { z } from 'zod'
import { type CapitalRule, capitalCost } from '#shared/domain/profit/contribution'
import { PROVINCE_NAMES } from '#shared/domain/region/province-names'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import type { InsightService } from '../insight/insight.service'
import { createSettingsService } from '../system/settings.service'
import { contributionReport, type Extras, laneContributions, noExtras, partsOf, sumOf } from './contribution-report'
import * as repository from './profit.repository'

export type ProfitService = ReturnType<typeof createProfitService>

const ruleKey = 'profit.capitalRule'
/** One-year loan prime rate as a starting point; the branch sets its own. */
const defaultRule: CapitalRule = { ratePpm: 30_000 }

type Parts = ContributionReport['total']

/** 贡献值: what customers bring after everything they cost, by account, month and lane. */
export function createProfitService(kernel: Kernel, insight: InsightService, accounts: AccountsService) {
  const { db } = kernel
  const settings = createSettingsService(kernel)
  const rule = () => settings.read(ruleKey, capitalRule, defaultRule)

  /** Services, claims and net rebates by account, then month. */
  function extrasOf(from: string, to: string, accountId?: number): Map<number, Map<string, Extras>> {
    const all = new Map<number, Map<string, Extras>>()
    const at = (account: number, month: string): Extras => {
      const months = all.get(account) ?? new Map<string, Extras>()
      all.set(account, months)
      const extras = months.get(month) ?? { ...noExtras }
      months.set(month, extras)
      return extras
    }
    for (const { accountId: account, month, kind, fen } of repository.costSums(db, from, to, accountId)) {
      const extras = at(account, month)
      if (kind === 'claim') extras.claimFen += fen
      else extras.serviceFen += fen
    }
    for (const { accountId: account, month, fen } of repository.rebateSums(db, from, to, accountId))
      at(account, month).rebateFen += fen
    return all
  }

  /** Parts by account and month, of all accounts that shipped or cost something. */
  function monthParts(from: string, to: string, creditDays: ReadonlyMap<number, number | null>, accountId?: number) {
    const capital = rule()
    const extras = extrasOf(from, to, accountId)
    const parts = new Map<number, Map<string, Parts>>()
    const put = (account: number, month: string, own: Parts) => {
      const months = parts.get(account) ?? new Map<string, Parts>()
      parts.set(account, months.set(month, own))
    }
    for (const { accountId: account, month, ...figures } of insight.figures(from, to, accountId)) {
      const lent = capitalCost(figures.revenueFen, creditDays.get(account) ?? null, capital)
      put(account, month, partsOf(figures, extras.get(account)?.get(month) ?? noExtras, lent))
      extras.get(account)?.delete(month)
    }
    const still = { revenueFen: 0, costFen: 0, marginFen: 0, tickets: 0, unrated: 0, uncosted: 0 }
    for (const [account, months] of extras)
      for (const [month, own] of months) put(account, month, partsOf(still, own, 0))
    return parts
  }

  function report({ from, to }: { from: string; to: string }): ContributionReport {
    const revenue = insight.revenue({ from, to })
    const known = accounts.accountsById()
    const creditDays = new Map([...known.values()].map((account) => [account.id, account.credit_days]))
    const parts = new Map(
      [...monthParts(from, to, creditDays)].map(([account, months]) => [account, sumOf([...months.values()])]),
    )
    const shipped = new Set(revenue.rows.map((row) => row.accountId))
    const silent = [...parts.keys()].flatMap((account) => {
      const record = shipped.has(account) ? undefined : known.get(account)
      return record ? [{ id: record.id, code: record.code, name: record.name }] : []
    })
    return contributionReport({ report: revenue, parts, creditDays, rule: rule(), silent })
  }

  return {
    report,
    /** One customer: months, lanes and the sums they add up to. @throws Refused `not-found`, `invalid-input` */
    account({ accountId, from, to }: { accountId: number; from: string; to: string }): AccountContribution {
      if (from > to) throw new Refused('invalid-input', { why: `${from} > ${to}` }, 'to')
      const { creditDays } = accounts.detail(accountId)
      const months = monthParts(from, to, new Map([[accountId, creditDays]]), accountId).get(accountId) ?? new Map()
      const total = sumOf([...months.values()])
      const lanes = insight
        .laneFigures(accountId, from, to)
        .map((lane) => ({ ...lane, name: PROVINCE_NAMES[lane.province]?.short ?? '' }))
      return {
        from,
        to,
        rule: rule(),
        creditDays,
        total,
        months: [...months]
          .map(([month, parts]) => ({ month, ...parts }))
          .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
        lanes: laneContributions(lanes, total),
      }
    },
    rule,
    setRule: (value: z.infer<typeof capitalRule>): Promise<CapitalRule> => settings.write(ruleKey, capitalRule, value),
  }
}
