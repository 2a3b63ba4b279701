import type { Problem } from '../rating/problem'
import type { ZoneProblem } from '../rating/zone-problem'
import { cellName, type CellPosition } from './cell-address'

/** What can be wrong with the form of the workbook itself; the words are in the catalogue `workbook`. */
export type WorkbookProblemCode =
  | 'no-price-sheet'
  | 'no-header'
  | 'sheet-ignored'
  | 'column-ignored'
  | 'column-without-header'
  | 'header-was-date'
  | 'row-ignored'
  | 'second-table'
  | 'key-twice'
  | 'number-cut'

/** A problem of a price workbook. `code` is a key of the catalogues, `cell` a name such as B7. */
export interface WorkbookProblem {
  severity: 'error' | 'warning'
  code: `workbook.${WorkbookProblemCode}` | `rating.problem.${Problem['code']}` | `zones.${ZoneProblem['code']}`
  params: Readonly<Record<string, string>>
  /** The sheet of the workbook; '' if it has none to speak of. */
  sheet: string
  /** Empty if the problem is one of the whole sheet, or of a cell that is not there. */
  cell: string
}

/** Collects what the readers of the sheets have to say. */
export class WorkbookProblems {
  readonly items: WorkbookProblem[] = []

  error(at: CellPosition, code: WorkbookProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.items.push(problemAt(at, 'error', `workbook.${code}`, params))
  }

  warn(at: CellPosition, code: WorkbookProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.items.push(problemAt(at, 'warning', `workbook.${code}`, params))
  }

  warnSheet(sheet: string, code: WorkbookProblemCode): void {
    this.items.push({ severity: 'warning', code: `workbook.${code}`, params: { sheet }, sheet, cell: '' })
  }

  errorSheet(sheet: string, code: WorkbookProblemCode): void {
    this.items.push({ severity: 'error', code: `workbook.${code}`, params: { sheet }, sheet, cell: '' })
  }
}

export function problemAt(
  at: CellPosition,
  severity: WorkbookProblem['severity'],
  code: WorkbookProblem['code'],
  params: Readonly<Record<string, string>>,
): WorkbookProblem {
  return { severity, code, params, sheet: at.sheet, cell: cellName(at.row, at.column) }
}
