import { writeFile } from 'node:fs/promises'
import type { MadeFile } from '#shared/contract/base'
import type { Kernel } from '../kernel'

/**
 * Has the host print a complete HTML paper and hands the PDF out under its name.
 * @throws Refused `no-pdf-printer`, `pdf-failed`
 */
export async function printPaper(
  { host, files }: Pick<Kernel, 'host' | 'files'>,
  html: string,
  name: string,
): Promise<MadeFile> {
  const bytes = await host.makePdf(html)
  const path = files.newPath(name)
  await writeFile(path, bytes)
  return files.made(path, name)
}
