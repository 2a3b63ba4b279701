import type { GridSheet, WorkbookGrid } from '#shared/domain/price-workbook/grid'
import type { RawRow } from '#shared/domain/import/raw-row'
import { buildGrid } from '#core/excel/grid'
import { limits } from '#core/excel/limits'
import { fillMerges, mergeFromReference } from '#core/excel/merges'
import { WorkbookError } from '#core/excel/workbook-error'
import type { MergedRange, RowsOptions, SheetInfo, WorkbookFile } from '#core/excel/workbook-file'
import {
  elements,
  readStyles,
  readWorkbookPart,
  relationships,
  relationshipsPath,
  type SheetPart,
  type StyleTable,
} from '#core/excel/xlsx/package-parts'
import { readSharedStrings } from '#core/excel/xlsx/shared-strings'
import { WorksheetScanner, type ScannedRow } from '#core/excel/xlsx/worksheet-scanner'
import type { ZipArchive, ZipEntry } from '#core/excel/xlsx/zip-archive'

interface Parts {
  sheets: SheetPart[]
  date1904: boolean
  styles: StyleTable
  stringsPath: string | undefined
}

interface ScanOptions extends RowsOptions {
  keepStyles?: boolean
}

/** An .xlsx (or .xlsm, .xltx) file, read as a stream; only the shared strings are held, from the first read on. */
export class XlsxWorkbook implements WorkbookFile {
  readonly kind = 'xlsx'
  private strings: Promise<string[]> | undefined

  private constructor(
    private readonly archive: ZipArchive,
    private readonly parts: Parts,
    readonly sheets: readonly SheetInfo[],
  ) {}

  static async open(archive: ZipArchive, workbookPath: string): Promise<XlsxWorkbook> {
    const xml = await archive.text(workbookPath)
    if (xml === undefined) throw new WorkbookError('damaged', { part: workbookPath })
    const related = relationships((await archive.text(relationshipsPath(workbookPath))) ?? '', workbookPath)
    const { sheets, date1904 } = readWorkbookPart(xml, related)
    if (sheets.length === 0) throw new WorkbookError('noSheets')
    const stylesPath = related.find((one) => one.type === 'styles')?.path
    const styles = readStyles(stylesPath === undefined ? undefined : await archive.text(stylesPath))
    const stringsPath = related.find((one) => one.type === 'sharedStrings')?.path
    const infos: SheetInfo[] = []
    for (const { name, hidden, path } of sheets) {
      infos.push({ name, hidden, estimatedRows: await dimensionRows(archive, path) })
    }
    return new XlsxWorkbook(archive, { sheets, date1904, styles, stringsPath }, infos)
  }

  async *rows(sheet: string, options: RowsOptions = {}): AsyncGenerator<RawRow[]> {
    yield* this.scan(sheet, options)
  }

  async head(sheet: string, count: number): Promise<RawRow[]> {
    const rows: RawRow[] = []
    for await (const batch of this.scan(sheet, { batchSize: Math.min(count, 200) })) {
      rows.push(...batch)
      if (rows.length >= count) break
    }
    return fillMerges(rows.slice(0, count), await this.merges(sheet))
  }

  async grid(sheet: string): Promise<GridSheet> {
    const rows: ScannedRow[] = []
    let cells = 0
    for await (const batch of this.scan(sheet, { keepStyles: true })) {
      for (const row of batch) {
        cells += row.cells.length
        rows.push(row)
      }
      if (cells > limits.gridCells) throw new WorkbookError('gridTooLarge', { sheet })
    }
    const { formats } = this.parts.styles
    return buildGrid(sheet, rows, await this.merges(sheet), {
      date1904: this.parts.date1904,
      format: (row, column) => formats[row.styles?.[column] ?? 0],
    })
  }

  async grids(): Promise<WorkbookGrid> {
    const sheets: GridSheet[] = []
    for (const sheet of this.sheets) if (!sheet.hidden) sheets.push(await this.grid(sheet.name))
    return { sheets }
  }

  async close(): Promise<void> {
    await this.archive.close()
  }

  private entry(sheet: string): ZipEntry {
    const part = this.parts.sheets.find((one) => one.name === sheet)
    if (!part) throw new WorkbookError('sheetNotFound', { sheet })
    const entry = this.archive.find(part.path)
    if (!entry) throw new WorkbookError('damaged', { part: part.path })
    return entry
  }

  private async *scan(sheet: string, options: ScanOptions): AsyncGenerator<ScannedRow[]> {
    const entry = this.entry(sheet)
    const scanner = new WorksheetScanner({
      strings: await this.sharedStrings(),
      dateStyles: this.parts.styles.dates,
      date1904: this.parts.date1904,
      keepStyles: options.keepStyles ?? false,
    })
    const size = options.batchSize ?? 1000
    let waiting: ScannedRow[] = []
    let read = 0
    for await (const chunk of this.archive.chunks(entry, limits.worksheetBytes, options.signal)) {
      read += chunk.length
      if (scanner.done) continue
      const rows = scanner.push(chunk)
      waiting = waiting.length === 0 ? rows : waiting.concat(rows)
      if (waiting.length < size) continue
      let from = 0
      for (; from + size <= waiting.length; from += size) yield waiting.slice(from, from + size)
      waiting = waiting.slice(from)
      options.onProgress?.(read / entry.size)
    }
    if (scanner.cut) throw new WorkbookError('damaged', { part: entry.name })
    if (waiting.length > 0) yield waiting
    options.onProgress?.(1)
  }

  private sharedStrings(): Promise<string[]> {
    this.strings ??= this.readStrings()
    return this.strings
  }

  private async readStrings(): Promise<string[]> {
    const { stringsPath } = this.parts
    const entry = stringsPath === undefined ? undefined : this.archive.find(stringsPath)
    return entry ? await readSharedStrings(this.archive.chunks(entry, limits.sharedStringsBytes)) : []
  }

  /** Merged blocks stand behind the rows, so the whole sheet must pass; large sheets are not searched. */
  private async merges(sheet: string): Promise<MergedRange[]> {
    const entry = this.entry(sheet)
    if (entry.size > limits.mergeScanBytes) return []
    const parts: Buffer[] = []
    let found = false
    for await (const chunk of this.archive.chunks(entry, limits.worksheetBytes)) {
      const at = found ? 0 : chunk.indexOf('sheetData>')
      if (found) parts.push(chunk)
      else if (at >= 0) {
        // The first hit may be the opening tag; the closing one is then in the rest.
        parts.push(chunk.subarray(at))
        found = true
      }
    }
    const text = Buffer.concat(parts).toString('latin1')
    const merges: MergedRange[] = []
    for (const { name, attributes } of elements(text.slice(text.lastIndexOf('sheetData>') + 10))) {
      const range = name === 'mergeCell' ? mergeFromReference(attributes.ref ?? '') : undefined
      if (range) merges.push(range)
    }
    return merges
  }
}

/** Last row of the sheet's `<dimension>`; many writers leave it out or wrong, so it is a hint only. */
async function dimensionRows(archive: ZipArchive, path: string): Promise<number | undefined> {
  const entry = archive.find(path)
  if (!entry) return undefined
  for await (const chunk of archive.chunks(entry, limits.worksheetBytes)) {
    const match = /<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(chunk.toString('latin1', 0, 4000))
    return match ? Number(match[1]) : undefined
  }
  return undefined
}
