import type { CellValue } from '#shared/domain/import/raw-row'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { WorkbookErrorCode } from '../excel/workbook-error'
import type { WaybillTable } from '../features/waybills/waybill-import'
import type { WaybillValues } from '../features/waybills/waybill-stage'

/** What the judging thread is started with. */
export interface JudgeStart {
  dataDir: string
  path: string
  sheet: string
  table: WaybillTable
  /** Batch the rows will belong to; 0 for a preview. */
  batch: number
  /** Bundles the thread may be ahead of its reader. */
  window: number
}

/** A row after judging, with its cells as read: they go into the rejects workbook and the preview. */
export interface JudgedLine {
  row: number
  cells: CellValue[]
  /** The row of the book, ready to be staged; null: not taken. */
  values: WaybillValues | null
  /** Why a data row is not taken; null for totals, blanks and repeated headers. */
  problems: FoundProblem[] | null
}

export type FromJudge =
  | { type: 'lines'; lines: JudgedLine[]; share: number }
  | { type: 'end' }
  | { type: 'refused'; code: WorkbookErrorCode; params: Record<string, string | number> }
  | { type: 'failed'; stack: string }
