import type { ImportKind } from '#shared/contract/imports'
import { accountFields } from '#shared/fields/account.fields'
import type { FieldDeclaration } from '#shared/fields/field'
import { waybillFields } from '#shared/fields/waybill.fields'

export const importKinds: readonly ImportKind[] = ['accounts', 'prices', 'waybills']

export function isImportKind(text: string | undefined): text is ImportKind {
  return importKinds.some((kind) => kind === text)
}

/** Fields a column can be assigned to. The price workbook has a fixed form: nothing to assign. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly FieldDeclaration[]>> = {
  accounts: accountFields,
  prices: [],
  waybills: waybillFields,
}

/** What the core reads; price sheets need number formats, which text files have not. */
export const extensionsOfKind: Readonly<Record<ImportKind, readonly string[]>> = {
  accounts: ['xlsx', 'xls', 'csv'],
  prices: ['xlsx', 'xls'],
  waybills: ['xlsx', 'xls', 'csv'],
}

/** `import-waybills` is the kind of the job that `imports.start` begins. */
export function isImportJob(job: string, kind: ImportKind): boolean {
  return job === `import-${kind}`
}
