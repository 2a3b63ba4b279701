import type { PlanContent } from '#shared/contract/plans'
import type { WordKey } from '#shared/i18n/index'

/** Where something is wrong (`goals.1.pieces`) and what. */
export type PlanFaults = ReadonlyMap<string, WordKey>

type Check = (content: PlanContent) => readonly (readonly [string, WordKey])[]

const figureFault = (value: number | null, least: number | null): WordKey | null => {
  if (value === null) return null
  if (Number.isNaN(value)) return 'plans:fault.figure'
  return least !== null && value < least ? 'plans:fault.negative' : null
}

function found(path: string, fault: WordKey | null): (readonly [string, WordKey])[] {
  return fault === null ? [] : [[path, fault]]
}

const checks: readonly Check[] = [
  (plan) => found('walletFen', figureFault(plan.walletFen, 0)),
  (plan) => found('budgetFen', figureFault(plan.budgetFen, 0)),
  (plan) =>
    plan.competitors.flatMap(({ name, share }, row) => [
      ...found(`competitors.${row}.name`, name.trim() === '' ? 'plans:fault.name' : null),
      ...found(
        `competitors.${row}.share`,
        share !== null && !(share >= 0 && share <= 100) ? 'plans:fault.share' : null,
      ),
    ]),
  (plan) =>
    plan.goals.flatMap(({ quarter, pieces, revenueFen, marginFen }, row) => [
      ...found(
        `goals.${row}.quarter`,
        plan.goals.findIndex((goal) => goal.quarter === quarter) < row ? 'plans:fault.quarterTwice' : null,
      ),
      ...found(`goals.${row}.pieces`, figureFault(pieces, 0)),
      ...found(`goals.${row}.revenueFen`, figureFault(revenueFen, 0)),
      // A goal may be to lose less.
      ...found(`goals.${row}.marginFen`, figureFault(marginFen, null)),
    ]),
  (plan) =>
    plan.actions.flatMap(({ what }, row) =>
      found(`actions.${row}.what`, what.trim() === '' ? 'plans:fault.name' : null),
    ),
  (plan) =>
    plan.team.flatMap(({ name }, row) => found(`team.${row}.name`, name.trim() === '' ? 'plans:fault.name' : null)),
  (plan) =>
    plan.reviewLog.flatMap(({ on, text }, row) => [
      ...found(`reviewLog.${row}.on`, on === '' ? 'plans:fault.day' : null),
      ...found(`reviewLog.${row}.text`, text.trim() === '' ? 'plans:fault.name' : null),
    ]),
]

/** All that the core would refuse or a reader could not use, by place. */
export function faultsOf(content: PlanContent): PlanFaults {
  return new Map(checks.flatMap((check) => check(content)))
}

/** Rows nobody wrote anything into are left out of what is saved. */
export function withoutEmptyRows(content: PlanContent): PlanContent {
  const written = (row: Readonly<Record<string, unknown>>, ignored: readonly string[]) =>
    Object.entries(row).some(([key, value]) => !ignored.includes(key) && value !== null && value !== '')
  return {
    ...content,
    competitors: content.competitors.filter((row) => written(row, [])),
    actions: content.actions.filter((row) => written(row, ['status'])),
    team: content.team.filter((row) => written(row, [])),
    reviewLog: content.reviewLog.filter((row) => written(row, ['on'])),
  }
}
