import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { GridSheet, WorkbookGrid } from '#shared/domain/price-workbook/grid'
import type { RawRow } from '#shared/domain/import/raw-row'
import { buildGrid } from '#core/excel/grid'
import { limits } from '#core/excel/limits'
import { decodeFile, sniffEncoding } from '#core/excel/text/text-encoding'
import { DelimitedParser, sniffDelimiter, type Delimiter } from '#core/excel/text/delimited-parser'
import { WorkbookError } from '#core/excel/workbook-error'
import type { RowsOptions, SheetInfo, TextEncoding, WorkbookFile } from '#core/excel/workbook-file'

/** A text table (.csv, .tsv, or a text that calls itself .xls), streamed. Every cell is text: nothing is guessed. */
export class TextWorkbook implements WorkbookFile {
  readonly kind = 'csv'
  readonly sheets: readonly SheetInfo[]

  private constructor(
    private readonly path: string,
    readonly encoding: TextEncoding,
    private readonly delimiter: Delimiter,
    private readonly size: number,
  ) {
    this.sheets = [{ name: basename(path).replace(/\.[^.]*$/, ''), hidden: false }]
  }

  /** @throws WorkbookError `notAWorkbook` if the bytes are no text, `tooLarge`. */
  static async open(path: string, head: Uint8Array): Promise<TextWorkbook> {
    const { size } = await stat(path)
    if (size > limits.textFileBytes) throw tooLarge(limits.textFileBytes)
    const encoding = await sniffEncoding(path, head)
    if (!encoding) throw new WorkbookError('notAWorkbook')
    for await (const { text } of decodeFile(path, encoding)) {
      return new TextWorkbook(path, encoding, sniffDelimiter(text.slice(0, 100_000)), size)
    }
    throw new WorkbookError('empty')
  }

  async *rows(sheet: string, options: RowsOptions = {}): AsyncGenerator<RawRow[]> {
    if (sheet !== this.sheets[0]?.name) throw new WorkbookError('sheetNotFound', { sheet })
    const parser = new DelimitedParser(this.delimiter)
    const size = options.batchSize ?? 1000
    let waiting: RawRow[] = []
    let number = 0
    const take = (records: string[][]): void => {
      for (const record of records) {
        number += 1
        const row = textRow(number, record)
        if (row) waiting.push(row)
      }
    }
    for await (const { text, bytes } of decodeFile(this.path, this.encoding, options.signal)) {
      take(parser.push(text))
      let from = 0
      for (; from + size <= waiting.length; from += size) yield waiting.slice(from, from + size)
      if (from === 0) continue
      waiting = waiting.slice(from)
      options.onProgress?.(bytes / this.size)
    }
    take(parser.end())
    if (waiting.length > 0) yield waiting
    options.onProgress?.(1)
  }

  async head(sheet: string, count: number): Promise<RawRow[]> {
    for await (const batch of this.rows(sheet, { batchSize: count })) return batch
    return []
  }

  async grid(sheet: string): Promise<GridSheet> {
    const rows: RawRow[] = []
    let cells = 0
    for await (const batch of this.rows(sheet)) {
      for (const row of batch) {
        cells += row.cells.length
        rows.push(row)
      }
      if (cells > limits.gridCells) throw new WorkbookError('gridTooLarge', { sheet })
    }
    return buildGrid(sheet, rows, [], { date1904: false, format: () => undefined })
  }

  async grids(): Promise<WorkbookGrid> {
    return { sheets: await Promise.all(this.sheets.map((sheet) => this.grid(sheet.name))) }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

export function tooLarge(bytes: number): WorkbookError {
  return new WorkbookError('tooLarge', { megabytes: Math.floor(bytes / 1_000_000) })
}

/** Cells of a record; empty ones are null. A first line `sep=,` is Excel's hint and no row. */
function textRow(number: number, record: readonly string[]): RawRow | undefined {
  if (number === 1 && record.length <= 2 && /^sep=.?$/i.test(record[0] ?? '')) return undefined
  const cells = record.map(textCell)
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  return cells.length > 0 ? { row: number, cells } : undefined
}

/** `="7312…"` is how exports keep Excel from reading a number; the text inside is what was meant. */
export function textCell(field: string): string | null {
  const formula = /^\s*="((?:[^"]|"")*)"\s*$/.exec(field)
  const text = formula ? (formula[1] ?? '').replaceAll('""', '"') : field
  const bare = text.replaceAll('\0', '').replace(/^[\t ]+|[\t ]+$/g, '')
  return bare === '' || bare === '\u001a' ? null : bare
}
