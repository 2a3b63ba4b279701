import type { RevenueReport } from '#shared/contract/insight'
import { translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { count, percent, yuan } from '../../print/text'
import type { ReportFrame } from './revenue-export'

/** `2026-10`, or `2026-08 – 2026-10`. */
export function monthsText({ from, to }: Pick<RevenueReport, 'from' | 'to'>): string {
  return from === to ? from : `${from} – ${to}`
}

/** How the figures of the report are made: the same notes for workbook and paper. */
export function reportNotes(
  report: RevenueReport,
  { locale, rule, gone }: ReportFrame,
): { label: string; text: string }[] {
  const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
  const { total, unmatched } = report
  const notes: { label: WordKey; text: WordKey; params?: WordParams; when?: boolean }[] = [
    { label: 'insight:note.revenue.label', text: 'insight:note.revenue' },
    { label: 'insight:note.cost.label', text: 'insight:note.cost' },
    {
      label: 'insight:note.tier.label',
      text: 'insight:note.tier',
      params: {
        basis: t(`insight:basis.${rule.basis}`),
        platinum: percent(rule.platinumShare / 10_000),
        gold: percent(rule.goldShare / 10_000),
        lead: percent(rule.leadMarginRate / 10_000),
      },
    },
    { label: 'insight:note.share.label', text: 'insight:note.share' },
    { label: 'insight:note.previous.label', text: 'insight:note.previous' },
    {
      label: 'insight:note.gone.label',
      text: 'insight:note.gone',
      params: { accounts: count(gone.accounts), revenue: yuan(gone.revenueFen) },
      when: gone.accounts > 0,
    },
    {
      label: 'insight:note.gaps.label',
      text: 'insight:note.gaps',
      params: { unrated: count(total.unrated), uncosted: count(total.uncosted) },
    },
    {
      label: 'insight:note.unmatched.label',
      text: 'insight:note.unmatched',
      params: { tickets: count(unmatched.tickets), billed: yuan(unmatched.billedFen) },
      when: unmatched.tickets > 0,
    },
  ]
  return notes
    .filter(({ when }) => when !== false)
    .map(({ label, text, params }) => ({ label: t(label), text: t(text, params) }))
}
