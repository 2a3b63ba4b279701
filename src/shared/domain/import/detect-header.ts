import type { FieldDeclaration } from '#shared/fields/field'
import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { headerName, headerReadings } from '#shared/domain/import/header-text'
import { matchColumns, type MatchKind } from '#shared/domain/import/match-columns'
import { isBlank, type RawRow } from '#shared/domain/import/raw-row'
import { unitOf } from '#shared/domain/import/units'

export interface HeaderDetection {
  /** Excel row numbers of the header, one or two. */
  headerRows: number[]
  /** Header text by column; null where the column has none. */
  headers: (string | null)[]
  /** Excel row number of the first filled row below the header. */
  firstDataRow: number
  /** 0…1. Below 0.5 the clerk should be asked. */
  confidence: number
}

/** Rows looked at: bills carry up to a page of addresses and terms above their table. */
const SCANNED_ROWS = 40

const WORTH: Readonly<Record<MatchKind, number>> = { remembered: 1, exact: 1, normalised: 1, weak: 0.8, contains: 0.3 }

/** A row of units adds no field, but what it says must not be lost. */
const UNIT_ROW_WORTH = 0.1

interface Trial {
  index: number
  depth: 1 | 2
  headers: (string | null)[]
  score: number
}

/**
 * Finds the header among the first rows: the row (or pair of rows) whose texts name the most fields. Titles, addresses
 * and terms above it name few; data rows hold numbers. `rows` come from `head`, merged cells filled.
 */
export function detectHeader(
  rows: readonly RawRow[],
  fields: readonly FieldDeclaration[],
): HeaderDetection | undefined {
  const scanned = rows.slice(0, SCANNED_ROWS)
  let best: Trial | undefined
  for (const [index, row] of scanned.entries()) {
    if (!looksLikeHeader(row)) continue
    const single = headersOf(row)
    best = better(best, { index, depth: 1, headers: single, score: scoreOf(single, fields) })
    const next = scanned[index + 1]
    if (!next || next.row !== row.row + 1 || !looksLikeHeader(next)) continue
    const below = headersOf(next)
    const pair = joinRows(single, below, fields)
    // A pair must say more than either row alone: a title above a header, or data of words below it, says nothing.
    const alone = Math.max(scoreOf(single, fields), scoreOf(below, fields))
    const score = scoreOf(pair, fields) + (isUnitRow(below) ? UNIT_ROW_WORTH : 0)
    if (score > alone + 0.01) best = better(best, { index, depth: 2, headers: pair, score })
  }
  if (!best || best.score <= 0) return undefined
  const end = best.index + best.depth
  const headerRows = scanned.slice(best.index, end).map(({ row }) => row)
  const last = headerRows.at(-1) ?? 0
  const firstDataRow = rows.slice(end).find((row) => row.row > last && row.cells.some((cell) => !isBlank(cell)))?.row
  return {
    headerRows,
    headers: best.headers,
    firstDataRow: firstDataRow ?? last + 1,
    confidence: confidenceOf(best, fields),
  }
}

/** A header chosen by the clerk instead of found. */
export function headerAt(
  rows: readonly RawRow[],
  headerRows: readonly number[],
  fields: readonly FieldDeclaration[],
): HeaderDetection | undefined {
  const chosen = rows.filter(({ row }) => headerRows.includes(row))
  const [first, second] = chosen
  if (!first) return undefined
  const headers = second ? joinRows(headersOf(first), headersOf(second), fields) : headersOf(first)
  const last = chosen.at(-1)?.row ?? first.row
  const firstDataRow = rows.find((row) => row.row > last && row.cells.some((cell) => !isBlank(cell)))?.row ?? last + 1
  return { headerRows: chosen.map(({ row }) => row), headers, firstDataRow, confidence: 1 }
}

/** Strictly better only: among equals the upper row and the single row win. */
function better(best: Trial | undefined, trial: Trial): Trial {
  return !best || trial.score > best.score + 0.01 ? trial : best
}

function headersOf(row: RawRow): (string | null)[] {
  return row.cells.map((cell) => (isBlank(cell) ? null : cleanText(cellText(cell))))
}

/** True for a row that only holds units or remarks in brackets: (kg) | （元） | kg. */
function isUnitRow(headers: readonly (string | null)[]): boolean {
  const filled = headers.filter((text) => text !== null)
  return filled.length > 0 && filled.every((text) => unitOf(text) !== undefined || BRACKETED.test(text))
}

const BRACKETED = /^[([【].*[)\]】]$/

/** Headers are words: a row with more than a fifth of numbers, dates or long digit texts is data. */
function looksLikeHeader(row: RawRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0) return false
  const figures = filled.filter((cell) => typeof cell !== 'string' || /\d{5,}|^[\d.,¥￥-]+$/.test(cell.trim()))
  return figures.length * 5 <= filled.length
}

/** Distinct fields named, an ambiguous one counting once; long texts are sentences, not headers. */
function scoreOf(headers: readonly (string | null)[], fields: readonly FieldDeclaration[]): number {
  const short = headers.map((text) => (text !== null && text.length <= 30 ? text : null))
  const mapping = matchColumns(short, fields)
  const certain = mapping.ambiguous.filter(({ columns }) => new Set(columns.map((column) => short[column])).size > 1)
  return mapping.matches.reduce((sum, { kind }) => sum + WORTH[kind], 0) + certain.length * 0.8
}

/**
 * Two header rows as one. A group title (merged over its columns, or written over the first of them) is joined with
 * the words below it: 重量 over 实际 | 计费 reads 实际重量 and 计费重量.
 */
function joinRows(
  top: readonly (string | null)[],
  bottom: readonly (string | null)[],
  fields: readonly FieldDeclaration[],
): (string | null)[] {
  const names = new Set(
    fields.flatMap((field) =>
      [...field.aliases, ...(field.weakAliases ?? [])].flatMap((alias) =>
        headerReadings(alias).map(({ name }) => name),
      ),
    ),
  )
  const joined: (string | null)[] = []
  let group: string | null = null
  for (let column = 0; column < Math.max(top.length, bottom.length); column += 1) {
    const above = top[column] ?? null
    const below = bottom[column] ?? null
    if (above !== null) group = below === null ? null : above
    else if (below === null) group = null
    const title: string | null = above ?? (below === null ? null : group)
    joined.push(joinTexts(title, below, names))
  }
  return joined
}

function joinTexts(title: string | null, below: string | null, names: ReadonlySet<string>): string | null {
  if (title === null || below === null || headerName(title) === headerName(below)) return below ?? title
  // Brackets under a title hold its unit: 重量 over (kg).
  if (BRACKETED.test(below)) return title + below
  if (unitOf(below)) return `${title}(${below})`
  const variants = [below + title, title + below, below, title]
  const known = variants.find((text) => headerReadings(text).some(({ name }) => names.has(name)))
  return known ?? title + below
}

/** Sure if all required fields and two more are named. */
function confidenceOf(trial: Trial, fields: readonly FieldDeclaration[]): number {
  const { missing } = matchColumns(trial.headers, fields)
  const required = fields.filter((field) => field.required).length
  const share = required === 0 ? 1 : (required - missing.length) / required
  return Math.min(1, trial.score / (required + 2)) * (0.4 + 0.6 * share)
}
