import type { ImportKind } from '#shared/contract/imports'
import { cellText } from '#shared/domain/import/cell-text'
import { matchColumns } from '#shared/domain/import/match-columns'
import type { CellValue } from '#shared/domain/import/raw-row'
import { maskEmail, maskHandle, maskPhone } from '#shared/domain/people/mask'
import { accountFields } from '#shared/fields/account.fields'
import { contactFields } from '#shared/fields/contact.fields'
import type { FieldDeclaration } from '#shared/fields/field'

const fields: Partial<Record<ImportKind, readonly FieldDeclaration[]>> = {
  accounts: accountFields,
  contacts: contactFields,
}

const masks: Readonly<Record<string, (text: string) => string>> = {
  phone: maskPhone,
  wechat: maskHandle,
  email: maskEmail,
  birthday: () => '***',
}

/** The cells of a rejected row of a list of people, as those see them who have no need of personal data. */
export function cellMask(kind: ImportKind, headers: readonly string[]): (cells: CellValue[]) => CellValue[] {
  const columns = new Map(
    matchColumns(headers, fields[kind] ?? []).matches.flatMap(({ field, column }) => {
      const mask = masks[field]
      return mask ? [[column, mask] as const] : []
    }),
  )
  if (columns.size === 0) return (cells) => cells
  return (cells) =>
    cells.map((cell, column) => {
      const text = cellText(cell).trim()
      return text === '' ? cell : (columns.get(column)?.(text) ?? cell)
    })
}
