import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { CFB, read, set_cptable, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { GridSheet, WorkbookGrid } from '#shared/domain/price-workbook/grid'
import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import { buildGrid } from '#core/excel/grid'
import { isDateFormat, serialToDate } from '#core/excel/serial-date'
import { fillMerges } from '#core/excel/merges'
import { textCell } from '#core/excel/text/text-workbook'
import { WorkbookError } from '#core/excel/workbook-error'
import type {
  MergedRange,
  RowsOptions,
  SheetInfo,
  TextEncoding,
  WorkbookFile,
  WorkbookKind,
} from '#core/excel/workbook-file'

set_cptable(codePages)

interface HeldRow extends RawRow {
  formats?: (string | undefined)[]
}

/**
 * Formats that can only be read whole: .xls, .xlsb, .ods, HTML and SpreadsheetML. Text formats are read without
 * guessing values: every cell stays the text it is.
 */
export class HeldWorkbook implements WorkbookFile {
  readonly sheets: readonly SheetInfo[]
  private readonly date1904: boolean

  private constructor(
    readonly kind: WorkbookKind,
    private readonly book: WorkBook,
    readonly encoding?: TextEncoding,
  ) {
    this.date1904 = book.Workbook?.WBProps?.date1904 === true
    this.sheets = book.SheetNames.map((name, index) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      estimatedRows: denseRows(book.Sheets[name]).length,
    }))
  }

  /** @throws WorkbookError `encrypted`, `damaged`, `noSheets` */
  static fromBytes(kind: WorkbookKind, bytes: Buffer): HeldWorkbook {
    return HeldWorkbook.parse(kind, bytes, { type: 'buffer', codepage: 936 })
  }

  static fromText(kind: WorkbookKind, text: string, encoding: TextEncoding): HeldWorkbook {
    return HeldWorkbook.parse(kind, text, { type: 'string', raw: true }, encoding)
  }

  private static parse(
    kind: WorkbookKind,
    data: Buffer | string,
    options: ParsingOptions,
    encoding?: TextEncoding,
  ): HeldWorkbook {
    let book: WorkBook
    try {
      book = read(data, { ...options, dense: true, cellNF: true, cellText: false, cellHTML: false, cellStyles: true })
    } catch (error) {
      const encrypted = error instanceof Error && /password|encrypt/i.test(error.message)
      throw new WorkbookError(encrypted ? 'encrypted' : 'damaged', {}, { cause: error })
    }
    if (book.SheetNames.length === 0) throw new WorkbookError('noSheets')
    return new HeldWorkbook(kind, book, encoding)
  }

  async *rows(sheet: string, options: RowsOptions = {}): AsyncGenerator<RawRow[]> {
    const size = options.batchSize ?? 1000
    const lines = denseRows(this.sheet(sheet))
    let batch: RawRow[] = []
    for (let index = 0; index < lines.length; index += 1) {
      const row = this.row(sheet, index, false)
      if (row) batch.push(row)
      if (batch.length < size) continue
      options.signal?.throwIfAborted()
      yield batch
      batch = []
      options.onProgress?.(index / lines.length)
      // Reading from memory never waits; let messages (cancel, progress) through.
      await new Promise((resume) => setImmediate(resume))
    }
    if (batch.length > 0) yield batch
    options.onProgress?.(1)
  }

  async head(sheet: string, count: number): Promise<RawRow[]> {
    for await (const batch of this.rows(sheet, { batchSize: count })) return fillMerges(batch, this.merges(sheet))
    return []
  }

  grid(sheet: string): Promise<GridSheet> {
    const rows: HeldRow[] = []
    for (let index = 0; index < denseRows(this.sheet(sheet)).length; index += 1) {
      const row = this.row(sheet, index, true)
      if (row) rows.push(row)
    }
    const format = (row: HeldRow, column: number): string | undefined => row.formats?.[column]
    return Promise.resolve(buildGrid(sheet, rows, this.merges(sheet), { date1904: this.date1904, format }))
  }

  async grids(): Promise<WorkbookGrid> {
    const visible = this.sheets.filter((sheet) => !sheet.hidden)
    return { sheets: await Promise.all(visible.map((sheet) => this.grid(sheet.name))) }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  private sheet(name: string): WorkSheet {
    const sheet = this.book.Sheets[name]
    if (!sheet) throw new WorkbookError('sheetNotFound', { sheet: name })
    return sheet
  }

  private merges(name: string): MergedRange[] {
    return (this.sheet(name)['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  }

  private row(name: string, index: number, keepFormats: boolean): HeldRow | undefined {
    const sheet = this.sheet(name)
    const line = denseRows(sheet)[index] ?? []
    const cells: CellValue[] = []
    const formats: (string | undefined)[] = []
    for (let column = 0; column < line.length; column += 1) {
      const cell = line[column]
      const value = cell ? this.value(cell, keepFormats) : null
      if (value === null) continue
      while (cells.length < column) cells.push(null)
      cells[column] = value
      formats[column] = typeof cell?.z === 'string' ? cell.z : undefined
    }
    if (cells.length === 0) return undefined
    const row: HeldRow = { row: index + 1, cells }
    if (sheet['!rows']?.[index]?.hidden) row.hidden = true
    if (keepFormats) row.formats = formats
    return row
  }

  private value(cell: CellObject, keepSerials: boolean): CellValue {
    if (cell.v === undefined || cell.v === null) {
      return cell.f === undefined ? null : { fault: 'noCachedValue', text: `=${cell.f}` }
    }
    if (cell.t === 'e') return { fault: 'excelError', text: cell.w ?? errorNames[Number(cell.v)] ?? '#ERROR' }
    if (typeof cell.v === 'string') return textCell(cell.v)
    if (typeof cell.v !== 'number') return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : cell.v
    const isDate = typeof cell.z === 'string' && isDateFormat(cell.z)
    return isDate && !keepSerials ? serialToDate(cell.v, this.date1904) : cell.v
  }
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/**
 * Names of the streams in an old Office container, in lower case.
 * @throws WorkbookError `damaged`
 */
export function compoundStreams(bytes: Buffer): string[] {
  try {
    return CFB.read(bytes, { type: 'buffer' }).FullPaths.map(
      (name: string) => name.split('/').at(-1)?.toLowerCase() ?? '',
    )
  } catch (error) {
    throw new WorkbookError('damaged', {}, { cause: error })
  }
}

function denseRows(sheet: WorkSheet | undefined): (CellObject | undefined)[][] {
  return (sheet?.['!data'] ?? []) as (CellObject | undefined)[][]
}
