/**
 * What a workbook may cost. Streamed parts are limited only against bombs, held parts against memory.
 * A 1,000,000-row bill of 14 columns inflates to about 450 MB, its shared strings to about 50 MB.
 */
export const limits = {
  /** Inflated bytes of one streamed worksheet. */
  worksheetBytes: 2_000_000_000,
  /** Inflated bytes of the shared strings, held while the workbook is open. */
  sharedStringsBytes: 200_000_000,
  /** Inflated bytes of any other part (styles, workbook, relationships). */
  partBytes: 50_000_000,
  /** Above this size an inflation ratio beyond `bombRatio` is taken for an attack. */
  bombBytes: 100_000_000,
  bombRatio: 250,
  /** Bytes of a file that must be held whole: .xls, .xlsb, .ods, HTML, SpreadsheetML. */
  heldFileBytes: 80_000_000,
  /** Inflated bytes of an .xlsb or .ods, which must be held whole. */
  heldPackageBytes: 600_000_000,
  /** Bytes of a text file; it is streamed. */
  textFileBytes: 2_000_000_000,
  /** One row of XML, one record of a text file. */
  rowBytes: 32_000_000,
  /** Cells of a grid read (price sheets). */
  gridCells: 2_000_000,
  /** Worksheets up to this inflated size are searched for merged cells before their header is read. */
  mergeScanBytes: 30_000_000,
  zipEntries: 20_000,
} as const
