import type { ErrorCode } from '#shared/contract/errors'
import { Refused } from '../refused'
import { WorkbookError, type WorkbookErrorCode } from './workbook-error'

const codes: Record<WorkbookErrorCode, ErrorCode> = {
  notFound: 'file-not-found',
  locked: 'file-unreadable',
  noPermission: 'file-unreadable',
  empty: 'file-empty',
  encrypted: 'file-encrypted',
  damaged: 'file-damaged',
  tooLarge: 'file-too-large',
  zipBomb: 'file-too-large',
  notAWorkbook: 'file-not-workbook',
  wpsFormat: 'file-not-workbook',
  sheetNotFound: 'sheet-not-found',
  noSheets: 'file-empty',
  gridTooLarge: 'file-too-large',
  diskFull: 'file-unreadable',
}

/** Runs work on a workbook; what is wrong with the file becomes a refusal that names it. */
export async function refusingBadWorkbooks<T>(path: string, work: () => Promise<T>, name: string): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause
    throw new Refused(codes[cause.code], { file: name, path, limit: 512, sheet: '', sheets: '', ...cause.params })
  }
}
