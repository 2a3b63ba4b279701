import type { MadeFile } from '#shared/contract/base'
import { type PlanContent, planContent, type PlanDetail } from '#shared/contract/plans'
import { spanOf } from '#shared/domain/months'
import { provinceName } from '#shared/domain/region/province-name'
import type { Locale } from '#shared/i18n/index'
import type { FieldChange } from '../../db/book'
import type { Kernel } from '../../kernel'
import { printPaper } from '../../print/print-paper'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import type { InsightService } from '../insight/insight.service'
import type { NeedsService } from '../needs/needs.service'
import type { PeopleService } from '../people/people.service'
import { bookFrame } from '../system/book-frame'
import { draftPlan } from './plan-draft'
import { planFacts } from './plan-facts'
import { periodText, wordsOf } from './plan-words'
import * as repository from './plans.repository'

export type PlansService = ReturnType<typeof createPlansService>

export interface PlanKey {
  accountId: number
  /** `2026H2`. */
  period: string
}

/** Account plans: what people write is stored; figures are read from the book whenever a plan is opened or printed. */
export function createPlansService(
  kernel: Kernel,
  insight: InsightService,
  accounts: AccountsService,
  people: PeopleService,
  needs: Pick<NeedsService, 'knownSpend'>,
) {
  const { db, book, lease } = kernel

  /** The plan, or one pre-filled from the book's data that is not stored until it is saved. */
  function get({ accountId, period }: PlanKey, locale: Locale): PlanDetail {
    const account = accounts.detail(accountId)
    const known = people.ofAccount(accountId)
    const today = book.today()
    const seen = insight.accountOverview(accountId, monthOf(period))
    const inForce = seen.sheets.filter(({ validTo }) => validTo === null || validTo >= today)
    const lanes = seen.lanes.map((lane) => ({ ...lane, name: laneName(lane.province, locale) }))
    const overview = { ...seen, sheets: inForce, lanes }
    const stored = repository.planOf(db, accountId, period)
    const content = stored
      ? planContent.parse(JSON.parse(stored.content))
      : draftPlan(
          {
            account,
            contacts: known.people.length,
            spend: needs.knownSpend(accountId),
            overview,
            period,
            today,
          },
          locale,
        )
    return {
      id: stored?.id ?? null,
      accountId,
      period,
      version: stored?.version ?? 0,
      content,
      facts: planFacts(account, known, overview, content),
      updatedAt: stored?.updated_at ?? null,
    }
  }

  /** The last month the plan's figures look at: the newest with waybills, but none after the plan's half-year. */
  function monthOf(period: string): string {
    const latest = insight.latestMonth() ?? book.today().slice(0, 7)
    const { to } = spanOf(period)
    return latest < to ? latest : to
  }

  return {
    get,
    list(query: repository.PlanQuery) {
      const { rows, total } = repository.listPlans(db, query)
      return {
        total,
        rows: rows.map(({ content, ...row }) => {
          const { actions } = planContent.parse(JSON.parse(content))
          return {
            id: row.id,
            accountId: row.account_id,
            account: row.name,
            accountCode: row.code,
            manager: row.manager,
            period: row.period,
            actions: actions.length,
            actionsDone: actions.filter(({ status }) => status === 'done').length,
            updatedAt: row.updated_at,
          }
        }),
      }
    },
    /** @throws Refused `changed-meanwhile` if someone saved another version since this one was opened */
    save: ({ accountId, period, version, content }: PlanKey & { version: number; content: PlanContent }) =>
      lease.run(() =>
        book.write((hlc) => {
          const account = accounts.detail(accountId)
          const stored = repository.planOf(db, accountId, period)
          if ((stored?.version ?? 0) !== version) throw new Refused('changed-meanwhile')
          const now = book.now()
          const before = stored ? planContent.parse(JSON.parse(stored.content)) : null
          const row = { content: JSON.stringify(content), version: version + 1, hlc, updated_at: now }
          const uid = stored?.uid ?? book.uid()
          if (stored) repository.updatePlan(db, stored.id, row)
          const id =
            stored?.id ?? repository.insertPlan(db, { ...row, uid, account_id: accountId, period, created_at: now })
          return {
            result: { id, version: version + 1, updatedAt: now },
            audit: {
              action: stored ? 'update' : 'create',
              entity: 'plan',
              entityUid: uid,
              summary: `${account.code} ${account.name} ${period}`,
              changes: changedParts(before, content),
            },
          }
        }),
      ),
    async print(key: PlanKey, locale: Locale): Promise<MadeFile> {
      // Papers are loaded with the first one that is printed: the program starts without them.
      const { planPaper } = await import('./plan-paper')
      const plan = get(key, locale)
      const t = wordsOf(locale)
      const frame = bookFrame(kernel, locale)
      const name = t('paper.file', { account: plan.facts.account, period: periodText(key.period, t) })
      return printPaper(kernel, planPaper(plan, frame), `${name}.pdf`)
    },
  }
}

/** A lane is a province; nothing where the destination was not understood. */
function laneName(province: string, locale: Locale): string {
  return provinceName(province, locale) ?? ''
}

function changedParts(before: PlanContent | null, after: PlanContent): FieldChange[] {
  const parts = Object.keys(after) as (keyof PlanContent)[]
  return parts
    .filter((part) => JSON.stringify(before?.[part]) !== JSON.stringify(after[part]))
    .map((part) => ({ field: part, old: before?.[part] ?? null, new: after[part] }))
}
