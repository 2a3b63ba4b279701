import { classifyRow, type TableShape } from '#shared/domain/import/classify-row'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import type { ImportInput, ImportTally } from './import-run'
import { type RowFinding, skippedProblem } from './row-decisions'

type Reason = Pick<FoundProblem, 'code' | 'params'>

/** What a judge says of a row of customers or contacts. */
type RowVerdict =
  | { kind: 'new' }
  | ({ kind: 'same' } & RowFinding)
  | ({ kind: 'changed' } & RowFinding)
  | { kind: 'refused'; problem: Reason }

type Writing<Verdict> = Extract<Verdict, { kind: 'new' | 'changed' }>

/** How rows of one kind of list are understood. */
interface RowReading<Entry, Verdict extends RowVerdict> {
  read: (cells: readonly CellValue[], row: number) => { entry: Entry | null; problems: FoundProblem[] }
  /** `skipped`: the clerk refused the row, so that later rows must not count on it. */
  judge: (entry: Entry, skipped: boolean) => Verdict
  /** Why a row stays out that would change what is there, where the clerk keeps what is there. */
  differs: (entry: Entry) => Reason
}

/** Reads every row, books what becomes of it, and answers those that are to be written. */
export function decideRows<Entry, Verdict extends RowVerdict>(
  rows: readonly RawRow[],
  shape: TableShape,
  { skipRows, conflicts }: Pick<ImportInput, 'skipRows' | 'conflicts'>,
  tally: ImportTally,
  { read, judge, differs }: RowReading<Entry, Verdict>,
): { row: number; verdict: Writing<Verdict> }[] {
  const skipped = new Set(skipRows)
  const decided: { row: number; verdict: Writing<Verdict> }[] = []
  for (const raw of rows) {
    const { row, cells } = raw
    const kind = classifyRow(raw, shape)
    if (kind === 'otherTable') break
    if (kind !== 'data') {
      tally.add(row, 'skip', cells)
      continue
    }
    const { entry, problems } = read(cells, row)
    if (entry === null) {
      tally.add(row, 'reject', cells, problems)
      continue
    }
    const isSkipped = skipped.has(row)
    const verdict = judge(entry, isSkipped)
    if (verdict.kind === 'refused') tally.add(row, 'reject', cells, [refusal(row, verdict.problem)])
    else if (verdict.kind === 'same') tally.add(row, 'duplicate', cells, [], verdict)
    else if (isSkipped) tally.add(row, 'reject', cells, [skippedProblem(row)], findingOf(verdict))
    else if (verdict.kind === 'changed' && conflicts === 'keep') {
      tally.add(row, 'conflict', cells, [refusal(row, differs(entry))], verdict)
    } else if (isWriting(verdict)) {
      tally.add(row, verdict.kind === 'new' ? 'import' : 'update', cells, [], findingOf(verdict))
      decided.push({ row, verdict })
    }
  }
  return decided
}

function isWriting<Verdict extends RowVerdict>(verdict: Verdict): verdict is Writing<Verdict> {
  return verdict.kind === 'new' || verdict.kind === 'changed'
}

function findingOf(verdict: RowVerdict): RowFinding {
  return verdict.kind === 'changed' ? verdict : {}
}

function refusal(row: number, { code, params }: Reason): FoundProblem {
  return { row, column: null, code, params, severity: 'error' }
}
