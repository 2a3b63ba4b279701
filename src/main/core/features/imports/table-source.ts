import { createHash } from 'node:crypto'
import type { ImportKind, Inspection } from '#shared/contract/imports'
import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { detectHeader } from '#shared/domain/import/detect-header'
import { type ColumnMapping, matchColumns, rememberKey } from '#shared/domain/import/match-columns'
import type { RawRow } from '#shared/domain/import/raw-row'
import { accountFields } from '#shared/fields/account.fields'
import { contactFields } from '#shared/fields/contact.fields'
import { type Locale, translate } from '#shared/i18n/index'
import { type FieldDeclaration, fieldName, type Unit } from '#shared/fields/field'
import { waybillFields } from '#shared/fields/waybill.fields'
import type { Database } from '../../db/database'
import { readWorkbook } from '../../excel/read-workbook'
import type { WorkbookFile } from '../../excel/workbook-file'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { customDeclarations, definitions } from '../custom-fields/custom-values'
import * as repository from './imports.repository'

/** Kinds whose files are tables with a header row; price sheets have a form of their own. */
export type TableKind = Exclude<ImportKind, 'prices'>

export const tableFields: Record<TableKind, readonly FieldDeclaration[]> = {
  accounts: accountFields,
  contacts: contactFields,
  waybills: waybillFields,
}

/** The fields of a kind of file: those of the trade, and behind them those the branch defined. */
export function fieldsOf(db: Database, kind: TableKind): readonly FieldDeclaration[] {
  return kind === 'accounts' ? [...tableFields.accounts, ...customDeclarations(definitions(db))] : tableFields[kind]
}

/** Rows looked at to find the header, the columns and the order of dates. */
const sampleRows = 2000
const shownSamples = 3
/** Below this a header may be anything; the clerk is asked. */
const sureConfidence = 0.5

export interface TableChoice {
  kind: TableKind
  path: string
  name: string
  sheet?: string | undefined
  headerRow?: number | undefined
  /** Columns as the clerk chose them; without them a doubtful header is refused rather than guessed. */
  mapping?: Record<string, number> | undefined
}

/** A sheet with its header found and its columns matched. */
export interface Table {
  sheet: string
  /** Last row of the header, as Excel counts. */
  headerRow: number
  headers: string[]
  /** How sure the header is, 0…1. */
  confidence: number
  match: ColumnMapping
  /** Fields a column may be, those the branch defined among them. */
  fields: readonly FieldDeclaration[]
  remembered: boolean
  sample: RawRow[]
}

interface Candidate {
  name: string
  hidden: boolean
  rows: number | null
  fit: number
  sample: RawRow[]
}

/** Looks into a file without importing: its sheets, the header found, the columns matched, what has to be asked. */
export async function inspectTable(db: Database, choice: TableChoice): Promise<Inspection> {
  return readWorkbook(choice, async (workbook) => {
    const candidates = await sheetCandidates(workbook, fieldsOf(db, choice.kind))
    const chosen = chosenSheet(candidates, choice)
    const table = tableOf(db, choice, chosen)
    return {
      sheets: candidates.map(({ sample: _sample, ...sheet }) => sheet),
      sheet: chosen.name,
      ...inspectionOf(table),
    }
  })
}

/** Opens the chosen (or best) sheet for reading. @throws Refused `header-not-found` */
export async function openTable(db: Database, choice: TableChoice): Promise<Table> {
  return readWorkbook(choice, async (workbook) => {
    const candidates = await sheetCandidates(workbook, fieldsOf(db, choice.kind))
    const table = tableOf(db, choice, chosenSheet(candidates, choice))
    // Missing columns are named one by one later; a header that has them all and still looks like none is refused here.
    const guessed = table && choice.mapping === undefined && table.match.missing.length === 0
    if (!table || (guessed && table.confidence < sureConfidence)) {
      throw new Refused('header-not-found', { file: choice.name })
    }
    return table
  })
}

/** The rows under a table's header, held: for lists that are small. */
export function rowsBelow(table: Table, file: Pick<TableChoice, 'path' | 'name'>): Promise<RawRow[]> {
  return readWorkbook(file, async (workbook) => {
    const rows: RawRow[] = []
    for await (const some of workbook.rows(table.sheet)) rows.push(...some.filter(({ row }) => row > table.headerRow))
    return rows
  })
}

async function sheetCandidates(workbook: WorkbookFile, fields: readonly FieldDeclaration[]): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  for (const { name, hidden, estimatedRows } of workbook.sheets) {
    const sample = await workbook.head(name, sampleRows)
    const header = foundHeader(sample, fields)
    const found = header ? matchColumns(header.headers, fields).matches.length : 0
    candidates.push({ name, hidden, rows: estimatedRows ?? null, fit: Math.min(1, found / 6), sample })
  }
  return candidates
}

function chosenSheet(candidates: Candidate[], { sheet, name }: TableChoice): Candidate {
  const sheets = candidates.map((candidate) => candidate.name).join('、')
  if (sheet !== undefined) {
    const named = candidates.find((candidate) => candidate.name === sheet)
    if (!named) throw new Refused('sheet-not-found', { sheet, sheets })
    return named
  }
  const visible = candidates.filter((candidate) => !candidate.hidden)
  const [best] = (visible.length > 0 ? visible : candidates).toSorted((a, b) => b.fit - a.fit)
  if (!best || best.sample.length === 0) throw new Refused('file-empty', { file: name })
  return best
}

function tableOf(db: Database, { kind, headerRow }: TableChoice, { name, sample }: Candidate): Table | null {
  const fields = fieldsOf(db, kind)
  const header = headerRow === undefined ? foundHeader(sample, fields) : namedHeader(sample, headerRow)
  if (!header) return null
  const { headers, lastRow, confidence } = header
  const known = repository.rememberedMapping(db, kind, signatureOf(headers))
  const match = matchColumns(headers, fields, known ?? {})
  return { sheet: name, headerRow: lastRow, headers, confidence, match, fields, remembered: known !== null, sample }
}

interface Header {
  headers: string[]
  lastRow: number
  confidence: number
}

function foundHeader(sample: readonly RawRow[], fields: readonly FieldDeclaration[]): Header | null {
  const found = detectHeader(sample, fields)
  if (!found) return null
  const headers = found.headers.map((text) => text ?? '')
  return { headers, lastRow: found.headerRows.at(-1) ?? 0, confidence: found.confidence }
}

/** The row that the clerk says is the header. */
function namedHeader(sample: readonly RawRow[], headerRow: number): Header | null {
  const row = sample.find((candidate) => candidate.row === headerRow)
  return row ? { headers: row.cells.map((cell) => cleanText(cellText(cell))), lastRow: headerRow, confidence: 1 } : null
}

function inspectionOf(table: Table | null): Omit<Inspection, 'sheets' | 'sheet'> {
  if (!table) {
    return { headerRow: null, columns: [], mapping: {}, ambiguous: [], remembered: false, missing: [] }
  }
  const { headers, match, sample, headerRow } = table
  const below = sample.filter(({ row }) => row > headerRow)
  const units = new Map(match.matches.map(({ column, unit }) => [column, unit ?? null]))
  return {
    headerRow,
    columns: headers.flatMap((header, index) => {
      const samples = below.map(({ cells }) => cellText(cells[index])).filter((text) => text !== '')
      if (header === '' && samples.length === 0) return []
      return [{ index, header, samples: samples.slice(0, shownSamples), unit: units.get(index) ?? null }]
    }),
    mapping: Object.fromEntries(match.matches.map(({ field, column }) => [field, column])),
    ambiguous: match.ambiguous,
    remembered: table.remembered,
    missing: match.missing,
  }
}

export interface MappingChoice {
  mapping?: Record<string, number> | undefined
  locale: Locale
}

/** Field → column as chosen by the clerk, else as matched. @throws Refused `mapping-incomplete` */
export function settleMapping(table: Table, { mapping: chosen, locale }: MappingChoice) {
  const { fields } = table
  const columns = chosen ?? Object.fromEntries(table.match.matches.map(({ field, column }) => [field, column]))
  const open = fields.filter(({ key, required }) => required && columns[key] === undefined).map(({ key }) => key)
  const unsettled = chosen ? [] : table.match.ambiguous.map(({ field }) => field)
  const asked = [...new Set([...open, ...unsettled])]
  if (asked.length > 0) {
    const named = fields.filter(({ key }) => asked.includes(key))
    const names = named.map((field) => fieldName(field, (label) => translate(locale, label)))
    throw new Refused('mapping-incomplete', { fields: names.join('、') })
  }
  const units: Record<string, Unit> = {}
  for (const [field, column] of Object.entries(columns)) {
    const alone = fields.filter(({ key }) => key === field)
    const unit = matchColumns([table.headers[column] ?? ''], alone).matches[0]?.unit
    if (unit !== undefined) units[field] = unit
  }
  return { columns, units }
}

/** Inside the caller's transaction: the next file with these headers is mapped the same way. */
export function rememberColumns(
  { db, book }: Pick<WorkerKernel, 'db' | 'book'>,
  kind: TableKind,
  headers: readonly string[],
  columns: Record<string, number>,
): void {
  repository.rememberMapping(db, kind, signatureOf(headers), mappingToRemember(headers, columns), book.now())
}

/** What is stored of a mapping: header → field, '' where the clerk wants a column left out. */
function mappingToRemember(headers: readonly string[], columns: Record<string, number>): Record<string, string> {
  const fields = new Map(Object.entries(columns).map(([field, column]) => [column, field]))
  const named = headers.flatMap((header, column) => (header === '' ? [] : [column]))
  return Object.fromEntries(named.map((column) => [rememberKey(headers, column), fields.get(column) ?? '']))
}

/** Two files have the same layout if their headers read the same, in the same order. */
function signatureOf(headers: readonly string[]): string {
  return createHash('sha1').update(headers.join('\u0001')).digest('hex')
}
