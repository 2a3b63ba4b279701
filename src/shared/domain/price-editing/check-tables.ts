import { parseColumns } from '../rating/columns'
import { parseSheetForm } from '../rating/parse-sheet'
import type { PriceSheet } from '../rating/price-sheet'
import { ProblemList } from '../rating/problem'
import type { FormPosition } from '../rating/sheet-form'
import { buildZoneIndex } from '../rating/zone-index'
import { resolvePlaceList } from '../region/place-list'
import { formOfTables, type SheetTables } from './sheet-tables'
import { toldDrops } from './told-drops'

/** Something to be said about a sheet that is being written; the words are under `code` in the catalogues. */
export interface TableProblem {
  severity: 'error' | 'warning'
  /** `rating.problem.…`, `zones.…` or `pricing.drop`: catalogue and key. */
  code: string
  params: Readonly<Record<string, string>>
  /** Rows are rows of the tables, blank ones counted. */
  where: FormPosition
}

export interface CheckedTables {
  /** Absent where there is an error. */
  sheet: PriceSheet | null
  problems: TableProblem[]
}

/**
 * Everything that is wrong or doubtful with a sheet as it is written: notation, brackets, places, and where a heavier
 * ticket is cheaper than a lighter one. With an error there is no sheet.
 */
export function checkTables(tables: SheetTables): CheckedTables {
  const { form, rowsAt } = formOfTables(tables)
  const parsed = parseSheetForm(form, {
    requireEffectiveFrom: true,
    resolvePlaces: (text) => {
      const { places, unknown } = resolvePlaceList(text)
      return { places, unknown }
    },
  })
  const placed = (where: FormPosition): FormPosition => {
    const { part, row } = where
    if (row === undefined || part === 'info' || part === 'columns') return where
    return { ...where, row: rowsAt[part][row] ?? row }
  }
  const problems: TableProblem[] = [
    ...parsed.problems.map(({ severity, code, params, where }) => ({
      severity,
      code: `rating.problem.${code}`,
      params,
      where: placed(where),
    })),
    ...buildZoneIndex(form).problems.map(({ severity, code, params, where }) => ({
      severity,
      code: `zones.${code}`,
      params,
      where: placed(where),
    })),
  ]
  const sheet = problems.some(({ severity }) => severity === 'error') ? null : (parsed.sheet ?? null)
  if (parsed.sheet) problems.push(...dropProblems(parsed.sheet, tables, rowsAt.rows))
  return { sheet, problems }
}

function dropProblems(sheet: PriceSheet, tables: SheetTables, rowsAt: readonly number[]): TableProblem[] {
  // A pair 首重 | 续重 is two written columns and one bracket.
  const plans = parseColumns(tables.columns, new ProblemList())
  return toldDrops(sheet).map(({ drop: { row, column }, params }) => ({
    severity: 'warning',
    code: 'pricing.drop',
    params,
    where: { part: 'rows', row: rowsAt[row] ?? row, column: plans[column]?.column ?? column },
  }))
}
