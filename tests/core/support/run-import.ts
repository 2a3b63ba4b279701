import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportKind, ImportOptions } from '#shared/contract/imports'
import { createImportsService } from '#core/features/imports/imports.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import type { Kernel, Session } from '#core/kernel'

export const owner: Session = { userName: 'tester', role: 'manager', permissions: new Set(['pricing.approve']) }

export function importsOf(kernel: Kernel) {
  return createImportsService(kernel, { sheetsOfBatch: createPricingService(kernel).sheetsOfBatch })
}

let files = 0

/** Options of an import of the given file, or of the given lines as a CSV. */
export function importOptions(
  kernel: Kernel,
  kind: ImportKind,
  file: string | string[],
  more: Partial<ImportOptions> = {},
): ImportOptions {
  let path = file
  if (Array.isArray(path)) {
    path = join(kernel.dataDir, `文件${++files}.csv`)
    writeFileSync(path, (file as string[]).join('\n'))
  }
  const { ticket } = kernel.files.offer(path)
  return { kind, ticket, conflicts: 'keep', carrier: '', approve: false, locale: 'zh-CN', ...more }
}

/** Imports and answers the batch as the screen shows it. */
export async function runImport(
  kernel: Kernel,
  kind: ImportKind,
  file: string | string[],
  more: Partial<ImportOptions> = {},
) {
  const imports = importsOf(kernel)
  const { job } = await imports.start(importOptions(kernel, kind, file, more), owner)
  const { batch } = await kernel.jobs.finished(job)
  return imports.batch(batch ?? 0, 'zh-CN')
}
