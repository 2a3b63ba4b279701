import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { asWorkbookError } from '#core/excel/open-workbook'

/**
 * Writes a file beside its place and moves it there when it is whole: a failure or a crash leaves the old file.
 * @throws WorkbookError `locked` or `noPermission` if the target is open in Excel, `diskFull`
 */
export async function writeWhole(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    await write(temporary)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw asWorkbookError(error)
  }
}
