import { type PersonInput, personInput } from '#shared/contract/people'
import { cellText, cleanText, isNothing, keptText } from '#shared/domain/import/cell-text'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { DateOrder } from '#shared/domain/import/parse-date'
import { parseCell } from '#shared/domain/import/parse-cell'
import type { CellValue } from '#shared/domain/import/raw-row'
import { parseBirthday } from '#shared/domain/people/birthday'
import { type ContactFieldKey, contactFields } from '#shared/fields/contact.fields'
import type { FieldDeclaration } from '#shared/fields/field'
import type { WrittenPerson } from './person-merge'
import { isHandle } from './person-record'

/** Where each field stands in this file. */
export interface ContactLayout {
  columns: Partial<Record<ContactFieldKey, number>>
  headers: readonly string[]
  dateOrder?: DateOrder | undefined
}

/** What a row says: whose contact, and only the fields that have a column and a value. */
export interface ParsedContact {
  row: number
  accountCode: string
  accountName: string
  person: WrittenPerson
  /** The superior by name; '' where the row names none. */
  reportsTo: string
}

const declared = new Map<string, FieldDeclaration>(contactFields.map((field) => [field.key, field]))
const plainFields = ['title', 'department', 'wechat', 'email', 'note'] as const
const typedFields = [
  'phone',
  'role',
  'stance',
  'influence',
  'relationship',
  'channel',
  'lastContactOn',
  'primary',
] as const
const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function parseContact(
  cells: readonly CellValue[],
  row: number,
  layout: ContactLayout,
): { contact: ParsedContact | null; problems: FoundProblem[] } {
  const problems: FoundProblem[] = []
  const header = (field: ContactFieldKey) => layout.headers[layout.columns[field] ?? -1] ?? null
  const problem = (field: ContactFieldKey, code: string, params: FoundProblem['params']) =>
    problems.push({ row, column: header(field), code, params, severity: 'error' })
  const cell = (field: ContactFieldKey): CellValue => {
    const column = layout.columns[field]
    return column === undefined ? null : (cells[column] ?? null)
  }
  const written = (field: ContactFieldKey): string => {
    const value = cell(field)
    return isNothing(value) ? '' : keptText(cellText(value))
  }
  const values: Record<string, unknown> = {}
  for (const field of plainFields) {
    const text = written(field)
    if (text !== '') values[field] = text
  }
  for (const field of typedFields) {
    const declaration = declared.get(field)
    const value = cell(field)
    if (!declaration || isNothing(value)) continue
    const answer = parseCell(declaration, value, layout.dateOrder ? { dateOrder: layout.dateOrder } : {})
    if (answer.ok) values[field] = answer.value
    else problem(field, `value.${answer.code}`, answer.params)
  }
  for (const field of ['influence', 'relationship'] as const) {
    const mark = values[field]
    if (typeof mark === 'number' && (mark < 1 || mark > 5)) problem(field, 'mark-range', { text: mark })
  }
  const birthday = cell('birthday')
  if (!isNothing(birthday)) {
    const lunar = /农历|阴历/.test(header('birthday') ?? '')
    const read = parseBirthday(birthday, lunar ? 'lunar' : 'solar')
    if (read) values['birthday'] = read
    else problem('birthday', 'not-a-birthday', { text: cellText(birthday) })
  }
  const { email, wechat } = values
  if (typeof email === 'string' && !emailForm.test(email)) problem('email', 'not-an-email', { text: email })
  if (typeof wechat === 'string' && !isHandle(wechat)) problem('wechat', 'not-a-wechat', { text: wechat })
  const name = written('name')
  if (name === '') problem('name', 'no-contact-name', {})
  const accountCode = cleanText(written('accountCode'))
  const accountName = written('accountName')
  if (accountCode === '' && accountName === '') problem('accountName', 'no-customer', {})
  if (problems.length === 0) {
    const fit = personInput.partial().safeParse({ ...values, name })
    const issue = fit.error?.issues[0]
    const field = issue?.path[0] as keyof PersonInput | undefined
    if (issue?.code === 'too_big' && field !== undefined)
      problem(field as ContactFieldKey, 'value.tooLong', { text: '', max: Number(issue.maximum) })
    else if (issue) problem('name', 'value-unfit', { text: name, field: String(field ?? '') })
  }
  if (problems.length > 0) return { contact: null, problems }
  const person = { ...(values as Partial<PersonInput>), name }
  return { contact: { row, accountCode, accountName, person, reportsTo: written('reportsTo') }, problems }
}
