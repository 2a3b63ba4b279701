import type { MadeFile, Tier } from '#shared/contract/base'
import { type RevenueReport, tierRule, type TierRule, type Workbench } from '#shared/contract/insight'
import { addMonths, monthCount } from '#shared/domain/months'
import { defaultTierRule } from '#shared/domain/tiering/tiers'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { createSettingsService } from '../system/settings.service'
import { accountGroup } from './account-group'
import { accountMonths, accountOverview } from './account-overview'
import { AlertBook, type ContractLookup } from './alert-book'
import { latestMonth } from '../waybills/account-waybills'
import * as repository from './insight.repository'
import { exportRevenue, type RevenueExport } from './revenue-export'
import { goneSince, revenueReport } from './revenue-report'
import { type Task, workbenchOf } from './workbench'

export type InsightService = ReturnType<typeof createInsightService>

export interface RevenueInput {
  from: string
  to: string
  accountId?: number | undefined
}

const tierRuleKey = 'insight.tierRule'

/** Reports, tiers and alerts, all read from the monthly rollups and never from waybill rows. */
export function createInsightService(kernel: Kernel, contracts?: ContractLookup) {
  const { db, book } = kernel
  const settings = createSettingsService(kernel)
  const rule = () => settings.read(tierRuleKey, tierRule, defaultTierRule)

  /** @throws Refused `invalid-input` if the months are the wrong way round */
  /** The tier of every customer by the figures of a month. */
  function monthTiers(month: string | null): ReadonlyMap<number, Tier | null> {
    const rows = month === null ? [] : revenue({ from: month, to: month }).rows
    return new Map(rows.flatMap(({ accountId, tier }) => (accountId === null ? [] : [[accountId, tier] as const])))
  }

  function revenue({ from, to, accountId }: RevenueInput): RevenueReport {
    const months = monthCount(from, to)
    if (months < 1) throw new Refused('invalid-input', { why: `${from} > ${to}` }, 'to')
    return revenueReport({
      from,
      to,
      sums: repository.accountSums(db, from, to),
      previous: repository.accountSums(db, addMonths(from, -months), addMonths(from, -1)),
      accounts: new Map(repository.accountFacts(db).map((account) => [account.id, account])),
      rule: rule(),
      accountId,
    })
  }

  return {
    revenue,
    /** `more`: what other features have to be done today. */
    workbench(month: string, more: readonly Task[] = []): Workbench {
      const alerts = new AlertBook(db, month, book.today(), contracts)
      return workbenchOf(db, month, revenue({ from: month, to: month }), alerts, more)
    },
    /** One customer in a month: 24 months, lanes, alerts, place among all. @throws Refused `not-found` */
    accountOverview: (id: number, month: string) =>
      accountOverview(kernel, id, month, revenue({ from: month, to: month }), contracts),
    /** A customer with all that stand below it, their figures together. @throws Refused `not-found` */
    accountGroup: (id: number, month: string) => accountGroup(db, id, month),
    /** Rolled-up figures by account and month; of one account, or of all that shipped. */
    figures: (from: string, to: string, accountId?: number) =>
      repository.accountMonths(db, from, to, accountId).filter((row) => row.accountId !== repository.nobody),
    /** An account's figures by destination province and product. */
    laneFigures: (id: number, from: string, to: string) => repository.laneSums(db, id, from, to),
    /** An account's months, empty ones included. */
    accountMonths: (id: number, from: string, to: string) => accountMonths(db, id, from, to),
    latestMonth: () => latestMonth(db),
    /** The tier of every customer by the figures of the newest month; empty while there are none. */
    latestTiers: () => monthTiers(latestMonth(db)),
    monthTiers,
    tierRule: rule,
    setTierRule: (value: TierRule): Promise<TierRule> => settings.write(tierRuleKey, tierRule, value),
    exportRevenue(input: RevenueExport): Promise<MadeFile> {
      const months = monthCount(input.from, input.to)
      const report = revenue(input)
      const before = { from: addMonths(input.from, -months), to: addMonths(input.from, -1) }
      const previous = revenue({ ...before, accountId: input.accountId })
      return exportRevenue(kernel, report, { rule: rule(), gone: goneSince(previous, report) }, input)
    },
  }
}
