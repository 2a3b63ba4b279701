import type { ImportKind } from '#shared/contract/imports'
import { accountFields } from '#shared/fields/account.fields'
import { contactFields } from '#shared/fields/contact.fields'
import type { FieldDeclaration } from '#shared/fields/field'
import { waybillFields } from '#shared/fields/waybill.fields'

export const importKinds: readonly ImportKind[] = ['accounts', 'contacts', 'prices', 'waybills']

export function isImportKind(text: string | undefined): text is ImportKind {
  return importKinds.some((kind) => kind === text)
}

/** Fields a column can be assigned to. The price workbook has a fixed form: nothing to assign. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly FieldDeclaration[]>> = {
  accounts: accountFields,
  contacts: contactFields,
  prices: [],
  waybills: waybillFields,
}

/** What the core reads; price sheets need number formats, which text files have not. */
export const extensionsOfKind: Readonly<Record<ImportKind, readonly string[]>> = {
  accounts: ['xlsx', 'xls', 'csv'],
  contacts: ['xlsx', 'xls', 'csv'],
  prices: ['xlsx', 'xls'],
  waybills: ['xlsx', 'xls', 'csv'],
}

/** One import runs at a time, so the job need not say of which kind it is. */
export function isImportJob(kind: string): boolean {
  return kind === 'import'
}
