import type { ImportCounts, ImportKind, ImportOptions, Preview } from '#shared/contract/imports'
import { cellText } from '#shared/domain/import/cell-text'
import type { CellValue } from '#shared/domain/import/raw-row'
import type { Locale } from '#shared/i18n/index'
import { describeProblems } from './problem-words'
import type { changeTeller, RowFinding } from './row-decisions'
import type { FoundProblem } from '#shared/domain/import/found-problem'

/** What the import task is started with: the options with the file behind the ticket. */
export interface ImportInput {
  kind: ImportKind
  path: string
  name: string
  hash: string
  sheet?: string | undefined
  headerRow?: number | undefined
  mapping?: Record<string, number> | undefined
  conflicts: ImportOptions['conflicts']
  carrier: string
  approve: boolean
  locale: Locale
  /** Rows the clerk refused in the preview; none where the kind does not ask. */
  skipRows?: readonly number[] | undefined
  /** Of a preview: whether old personal values are shown in full. */
  seesPersonal?: boolean
}

export type RowAction = 'import' | 'update' | 'duplicate' | 'conflict' | 'reject' | 'skip'

/** What became, or would become, of a row. */
export interface JudgedRow {
  row: number
  action: RowAction
  cells: unknown[]
  finding?: RowFinding | undefined
}

export const noCounts: Readonly<ImportCounts> = {
  read: 0,
  imported: 0,
  updated: 0,
  rejected: 0,
  duplicates: 0,
  skipped: 0,
  unmatched: 0,
  unrated: 0,
}

/** Counts, problems and the first rows of a run; a preview shows them, an import stores them. */
export class ImportTally {
  readonly counts: ImportCounts = { ...noCounts }
  readonly problems: FoundProblem[] = []
  readonly rows: JudgedRow[] = []

  constructor(private readonly keepRows: number) {}

  /** Books a row under its action. Data rows are read; totals, blanks and repeated headers are skipped. */
  add(
    row: number,
    action: RowAction,
    cells: unknown[],
    problems: readonly FoundProblem[] = [],
    finding?: RowFinding,
  ): void {
    if (action === 'skip') this.counts.skipped++
    else this.counts.read++
    if (action === 'import') this.counts.imported++
    else if (action === 'update') this.counts.updated++
    else if (action === 'duplicate') this.counts.duplicates++
    else if (action === 'reject' || action === 'conflict') this.counts.rejected++
    const refused = action === 'reject' || action === 'conflict'
    for (const problem of problems) this.problems.push(refused ? { ...problem, cells } : problem)
    if (this.rows.length < this.keepRows && action !== 'skip') this.rows.push({ row, action, cells, finding })
  }

  /** Hands out the problems found since the last call. */
  takeProblems(): FoundProblem[] {
    return this.problems.splice(0)
  }
}

/** A file with more problems than this is the wrong file; the rest is left to the rejects workbook. */
const mostProblems = 5000

/** What a preview shows of a run: the first rows under the file's columns, the counts, the first problems in words. */
export function previewOf(
  tally: ImportTally,
  headers: readonly string[],
  locale: Locale,
  tell: ReturnType<typeof changeTeller> = () => [],
): Preview {
  return {
    rows: tally.rows.map(({ cells, finding, ...row }) => ({
      ...row,
      ...(finding?.target && { target: finding.target }),
      ...(finding?.changes && { changes: tell(finding.changes) }),
      cells: headers.map((_, index) => cellText(cells[index] as CellValue)),
    })),
    counts: tally.counts,
    problems: describeProblems(tally.problems.slice(0, mostProblems), locale),
    partial: false,
  }
}
