import { openWorkbook } from './open-workbook'
import { refusingBadWorkbooks } from './refuse-workbook'
import type { WorkbookFile } from './workbook-file'

/** Reads what is wanted of a chosen file and closes it. @throws Refused what is wrong with the file, under its name */
export function readWorkbook<T>(
  { path, name }: { path: string; name: string },
  read: (workbook: WorkbookFile) => Promise<T> | T,
): Promise<T> {
  return refusingBadWorkbooks(
    path,
    async () => {
      const workbook = await openWorkbook(path)
      try {
        return await read(workbook)
      } finally {
        await workbook.close()
      }
    },
    name,
  )
}
