import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MadeFile } from '#shared/contract/base'
import type { ImportKind } from '#shared/contract/imports'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'

const beginnings: Record<ImportKind, string> = {
  accounts: '客户档案',
  contacts: '联系人',
  prices: '报价-',
  waybills: '运单明细-',
}

/** A sample workbook of the kind, from the program's resources. */
export function sampleWorkbook({ files, resourcesDir }: Kernel, kind: ImportKind): MadeFile {
  const folder = join(resourcesDir, 'samples')
  const found = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.startsWith(beginnings[kind]) && file.endsWith('.xlsx'))
        .toSorted()
    : []
  const [name] = found
  if (name === undefined) throw new Refused('file-not-found', { path: folder })
  const path = files.newPath(name)
  copyFileSync(join(folder, name), path)
  return files.made(path, name)
}
