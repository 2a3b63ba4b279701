/** Why a file cannot be read as a workbook. Words: src/shared/i18n/import.ts, key `file.<code>`. */
export type WorkbookErrorCode =
  | 'notFound'
  | 'locked'
  | 'noPermission'
  | 'empty'
  | 'encrypted'
  | 'damaged'
  | 'tooLarge'
  | 'zipBomb'
  | 'notAWorkbook'
  | 'wpsFormat'
  | 'sheetNotFound'
  | 'noSheets'
  | 'gridTooLarge'
  | 'diskFull'

/** A refusal the clerk can act on; `params` fill the words. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError'

  constructor(
    readonly code: WorkbookErrorCode,
    readonly params: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(`workbook ${code} ${JSON.stringify(params)}`, options)
  }
}
