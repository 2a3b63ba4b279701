import type { MadeFile } from '#shared/contract/base'
import type { Kernel } from '../kernel'
import { writeWorkbook } from './write-workbook'
import type { WorkbookDefinition } from './write/workbook-definition'

/** Writes a workbook and hands it out under its name. */
export async function madeWorkbook(
  { files }: Pick<Kernel, 'files'>,
  name: string,
  workbook: WorkbookDefinition,
): Promise<MadeFile> {
  const path = files.newPath(name)
  await writeWorkbook(path, workbook)
  return files.made(path, name)
}
