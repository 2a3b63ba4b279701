import type { AccountInput } from '#shared/contract/accounts'
import { cellText, cleanText, isNothing, keptText } from '#shared/domain/import/cell-text'
import { parsePaymentDays } from '#shared/domain/import/parse-amount'
import { parseCell } from '#shared/domain/import/parse-cell'
import type { CellValue } from '#shared/domain/import/raw-row'
import { placePath } from '#shared/domain/region/place-name'
import { resolvePlace } from '#shared/domain/region/resolve-place'
import { type AccountFieldKey, accountFields } from '#shared/fields/account.fields'
import type { FieldDeclaration, Unit } from '#shared/fields/field'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { Definition } from '../custom-fields/custom-values'
import { parseCustom } from '#shared/domain/custom-field/custom-value'
import { tierOfWord } from '../pricing/tier-words'
import { lifecycleOfWord, parseTeam } from './archive-words'

/** Where each field stands in this file, and what its header says of the unit. */
export interface AccountLayout {
  columns: Partial<Record<AccountFieldKey, number>>
  units: Partial<Record<AccountFieldKey, Unit>>
  headers: readonly string[]
  /** Fields the branch defined, with their columns where they have one. */
  custom?: readonly { field: Definition; column: number }[]
}

/** What a row says of a customer: only the fields that have a column and a value. */
export interface ParsedAccount {
  row: number
  name: string
  code: string
  groupName: string
  values: Partial<AccountInput>
  contact: { name: string; title: string; phone: string; email: string } | null
}

const declared = new Map<string, FieldDeclaration>(accountFields.map((field) => [field.key, field]))

/** Several texts in one cell: 别名A、别名B；别名C. */
function severalTexts(text: string): string[] {
  return [...new Set(text.split(/[、,，;；\n|]+/).map((part) => part.trim()))].filter((part) => part !== '')
}

export function parseAccount(
  cells: readonly CellValue[],
  row: number,
  layout: AccountLayout,
): { account: ParsedAccount | null; problems: FoundProblem[] } {
  const problems: FoundProblem[] = []
  const problem = (field: AccountFieldKey, code: string, params: FoundProblem['params']) => {
    const column = layout.headers[layout.columns[field] ?? -1] ?? null
    problems.push({ row, column, code, params, severity: 'error' })
  }
  const cell = (field: AccountFieldKey): CellValue => {
    const column = layout.columns[field]
    return column === undefined ? null : (cells[column] ?? null)
  }
  const text = (field: AccountFieldKey): string => {
    const value = cell(field)
    return isNothing(value) ? '' : cleanText(cellText(value))
  }
  const written = (field: AccountFieldKey): string => {
    const value = cell(field)
    return isNothing(value) ? '' : keptText(cellText(value))
  }
  const typed = (field: AccountFieldKey): string | number | null => {
    const value = cell(field)
    const declaration = declared.get(field)
    if (isNothing(value) || !declaration) return null
    const unit = layout.units[field]
    const answer =
      field === 'paymentDays' ? parsePaymentDays(value) : parseCell(declaration, value, unit ? { unit } : {})
    if (answer.ok) return typeof answer.value === 'string' || typeof answer.value === 'number' ? answer.value : null
    problem(field, `value.${answer.code}`, answer.params)
    return null
  }

  const name = written('name')
  if (name === '') problem('name', 'no-name', {})
  const values: Partial<AccountInput> = {}
  const put = <K extends keyof AccountInput>(key: K, value: AccountInput[K] | '' | null) => {
    if (value !== '' && value !== null) values[key] = value
  }
  put('shortName', written('shortName'))
  put('industry', written('industry'))
  put('stage', written('stage'))
  put('source', written('source'))
  put('lifecycleSince', typed('lifecycleSince') as string | null)
  put('lifecycleReason', written('lifecycleReason'))
  const state = text('lifecycle')
  const lifecycle = lifecycleOfWord(state)
  if (state !== '' && lifecycle === null) problem('lifecycle', 'unknown-lifecycle', { text: state })
  put('lifecycle', lifecycle)
  const tags = severalTexts(written('tags'))
  if (tags.length > 0) values.tags = tags
  const team = parseTeam(written('team'))
  if (team.length > 0) values.team = team
  values.custom = customOf(cells, layout, (column, code, params) =>
    problems.push({ row, column: layout.headers[column] ?? null, code, params, severity: 'error' }),
  )
  put('manager', written('manager'))
  put('address', written('address'))
  put('uscc', (typed('uscc') as string | null) ?? '')
  put('creditDays', typed('paymentDays') as number | null)
  put('creditLimitFen', typed('creditLimit') as number | null)
  for (const [key, value] of Object.entries(regionOf(text))) put(key as 'province' | 'city' | 'district', value)
  const aliases = severalTexts(written('aliases'))
  if (aliases.length > 0) values.aliases = aliases
  const monthAccounts = severalTexts(text('monthAccounts'))
  if (monthAccounts.length > 0) values.monthAccounts = monthAccounts
  const tierText = text('tier')
  const tier = tierOfWord(tierText)
  if (tierText !== '' && tier === null) problem('tier', 'unknown-tier', { text: tierText })
  put('tier', tier)
  put('note', noteOf(written, typed))
  const contactName = written('contactName')
  const phone = (typed('phone') as string | null) ?? ''
  const contact =
    contactName === '' && phone === ''
      ? null
      : { name: contactName === '' ? name : contactName, title: written('contactTitle'), phone, email: text('email') }
  if (problems.length > 0) return { account: null, problems }
  return { account: { row, name, code: text('code'), groupName: written('group'), values, contact }, problems }
}

/** Separate columns as they stand; one column for all levels is taken apart where it names a place. */
function regionOf(text: (field: AccountFieldKey) => string) {
  const parts = { province: text('province'), city: text('city'), district: text('district') }
  const region = text('region')
  if (region === '' || parts.province !== '') return parts
  const found = resolvePlace(region)
  if (found.status !== 'found') return { ...parts, province: region.slice(0, 20) }
  const [province = '', city = '', district = ''] = placePath(found.place)
  return { province, city, district }
}

/** Contract dates have no field of their own yet; they are kept in the note rather than lost. */
function noteOf(text: (field: AccountFieldKey) => string, typed: (field: AccountFieldKey) => string | number | null) {
  const start = typed('contractStart')
  const end = typed('contractEnd')
  const contract = start === null && end === null ? '' : `合同 ${start ?? ''} 至 ${end ?? ''}`
  return [text('remark'), contract].filter(Boolean).join('；').slice(0, 500)
}

type Report = (column: number, code: string, params: FoundProblem['params']) => void

/** Values of the branch's own fields in their written form; a cell its field cannot read is reported. */
function customOf(cells: readonly CellValue[], { custom = [] }: AccountLayout, report: Report): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { field, column } of custom) {
    const cell = cells[column] ?? null
    if (isNothing(cell)) continue
    const read = parseCustom(field, cell)
    if (read.ok) values[field.uid] = read.value
    else report(column, `value.${read.code}`, read.params)
  }
  return values
}
