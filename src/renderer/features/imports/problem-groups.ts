import type { ImportProblem } from '#shared/contract/imports'

/** All problems with the same reason in the same column. */
export interface ProblemGroup {
  key: string
  severity: ImportProblem['severity']
  column: string | null
  /** Words of the first one, or of the reason itself where the core gives them. */
  title: string
  count: number
  problems: ImportProblem[]
}

/** `C5`: price sheets name the cell where tables name the column. */
export function isCell(column: string): boolean {
  return /^[A-Z]{1,3}\d+$/.test(column)
}

/** Groups problems by reason, sheet and column: errors first, then the most frequent. */
export function groupProblems(problems: readonly ImportProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const problem of problems) {
    const column = problem.column !== null && !isCell(problem.column) ? problem.column : null
    const key = [problem.severity, problem.code, problem.sheet ?? '', column ?? ''].join('\u0000')
    const group = groups.get(key)
    if (group) {
      group.count += 1
      group.problems.push(problem)
    } else {
      const { severity, text } = problem
      groups.set(key, { key, severity, column, title: text, count: 1, problems: [problem] })
    }
  }
  return [...groups.values()].sort(byWeight)
}

/** Groups of a finished batch: the core has counted all problems of a reason, of which only the first came along. */
export function countedGroups(
  problems: readonly ImportProblem[],
  codes: readonly { code: string; count: number; text: string }[],
): ProblemGroup[] {
  return codes
    .map(({ code, count, text }) => {
      const mine = problems.filter((problem) => problem.code === code)
      const severity: ImportProblem['severity'] = mine.every((one) => one.severity === 'warning') ? 'warning' : 'error'
      return {
        key: code,
        severity: mine.length === 0 ? 'error' : severity,
        column: commonColumn(mine),
        title: text,
        count,
        problems: mine,
      }
    })
    .sort(byWeight)
}

/** The column all of them are in; cells are told one by one. */
function commonColumn(problems: readonly ImportProblem[]): string | null {
  const column = problems[0]?.column ?? null
  return column !== null && !isCell(column) && problems.every((one) => one.column === column) ? column : null
}

function byWeight(one: ProblemGroup, other: ProblemGroup): number {
  if (one.severity !== other.severity) return one.severity === 'error' ? -1 : 1
  return other.count - one.count
}

/** Where the first problems of a group are: cells of a price sheet, otherwise rows; `more` if there are others. */
export function firstPlaces(group: ProblemGroup, limit = 5): { rows: number[]; cells: string[]; more: boolean } {
  const of = <T>(values: (T | null)[]) => [...new Set(values.filter((value) => value !== null))]
  const cells = of(
    group.problems.map(({ sheet, column }) => (column && isCell(column) ? cellName(sheet, column) : null)),
  )
  const rows = cells.length > 0 ? [] : of(group.problems.map((problem) => problem.row))
  const more = cells.length + rows.length > limit || group.count > group.problems.length
  return { rows: rows.slice(0, limit), cells: cells.slice(0, limit), more }
}

/** `价格!C5`, as formulas write it. */
function cellName(sheet: string | null, cell: string): string {
  return sheet ? `${sheet}!${cell}` : cell
}
