import type { GridSheet, WorkbookGrid } from '#shared/domain/price-workbook/grid'
import type { RawRow } from '#shared/domain/import/raw-row'

/** What the bytes are, whatever the file is called. */
export type WorkbookKind = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'csv' | 'html' | 'spreadsheetml'

export interface SheetInfo {
  name: string
  hidden: boolean
  /** Rows the file claims to have; a hint for progress, nothing more. */
  estimatedRows?: number
}

/** A merged block, 0-based and inclusive. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

export interface RowsOptions {
  /** Rows in one batch; 1,000 unless told. */
  batchSize?: number
  signal?: AbortSignal
  /** Share of the sheet read so far, 0…1, told at most once per batch. */
  onProgress?: (share: number) => void
}

/** An opened workbook. Sheets are named; every reading method may be called again and starts anew. Close it. */
export interface WorkbookFile {
  readonly kind: WorkbookKind
  /** Encoding of a text file, for the preview. */
  readonly encoding?: TextEncoding
  readonly sheets: readonly SheetInfo[]
  /** All rows of a sheet that hold a cell, in order, in batches. */
  rows(sheet: string, options?: RowsOptions): AsyncIterable<RawRow[]>
  /** The first `count` rows that hold a cell; merged cells are filled from their first cell (for headers). */
  head(sheet: string, count: number): Promise<RawRow[]>
  /** One sheet with number formats, dense, merged blocks filled: for price sheets and other small workbooks. */
  grid(sheet: string): Promise<GridSheet>
  /** All visible sheets as `grid` gives them. */
  grids(): Promise<WorkbookGrid>
  close(): Promise<void>
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
