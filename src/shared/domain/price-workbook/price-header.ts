import { parseBracketHeader } from '../rating/bracket-header'
import { cellText } from './cell-value'
import type { GridCell, GridSheet } from './grid'
import { cellOf, HEADER_ROWS, plainHeading } from './header-text'

/** What a column left of the brackets says about its row. */
export type KeyKind = 'zone' | 'place' | 'province' | 'city' | 'origin'

const KEY_HEADINGS: Readonly<Record<KeyKind, readonly string[]>> = {
  zone: ['分区', '区域', '大区', '计费分区', '价格分区', '分区名称'],
  place: ['目的地', '目的地区', '到达地', '到件地区', '地区', '流向', '线路', '分区/目的地', '目的地/分区', '寄达地'],
  province: ['省份', '省', '目的省', '目的省份', '到达省份', '省市', '目的地省份'],
  city: ['城市', '市', '目的城市', '到达城市', '目的地城市'],
  origin: ['始发地', '始发', '始发省', '始发城市', '始发省份', '始发地区', '寄件地', '起始地'],
}

export interface PriceColumn {
  column: number
  /** The heading as the engine reads it. */
  heading: string
  /** Excel had made a date of `1-2`. */
  wasDate: boolean
}

export interface PriceHeader {
  row: number
  keys: Partial<Record<KeyKind, number>>
  columns: PriceColumn[]
  /** Headed columns that hold neither key nor price. */
  others: { column: number; heading: string }[]
}

/**
 * The header of a table of prices: the first row with a bracket and a heading of a key, else the row with most
 * brackets, else one with a key alone. Null if no row of the first twenty has any of these.
 */
export function findPriceHeader(sheet: GridSheet): PriceHeader | null {
  let best: PriceHeader | null = null
  for (let row = 0; row < Math.min(sheet.rows.length, HEADER_ROWS); row += 1) {
    const header = readHeader(sheet, row)
    if (best && worth(best) > KEYED) {
      // Of two header rows the lower one is nearer to the prices: 首重 and 续重 below a bracket.
      if (row === best.row + 1 && worth(header) >= worth(best)) best = header
      break
    }
    if (worth(header) > (best ? worth(best) : 0)) best = header
  }
  if (best && isKeyless(best)) best.keys.place = firstKeyColumn(best)
  return best
}

/** A row that is keyed and has a bracket is worth more than any row with brackets alone. */
const KEYED = 1_000

function worth(header: PriceHeader): number {
  return bracketsOf(header) * 2 + (isKeyless(header) ? 0 : bracketsOf(header) > 0 ? KEYED : 1)
}

const isKeyless = (header: PriceHeader): boolean => Object.keys(header.keys).length === 0

const bracketsOf = (header: PriceHeader): number =>
  header.columns.filter((column) => parseBracketHeader(column.heading)).length

/** True if the row is the header of a table: where one has begun already, of a second one. */
export function isPriceHeader(sheet: GridSheet, row: number): boolean {
  return worth(readHeader(sheet, row)) > KEYED
}

/** A table of prices by its looks: at least two brackets, or one with a column of places. */
export function looksLikePrices(sheet: GridSheet): boolean {
  const header = findPriceHeader(sheet)
  const brackets = header ? bracketsOf(header) : 0
  return brackets >= 2 || (brackets === 1 && header?.keys.place !== undefined)
}

function readHeader(sheet: GridSheet, row: number): PriceHeader {
  const header: PriceHeader = { row, keys: {}, columns: [], others: [] }
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    const text = headingText(cell)
    if (text.heading === '') continue
    const plain = plainHeading(text.heading)
    const kind = KEY_KINDS.find((one) => KEY_HEADINGS[one].includes(plain) && header.keys[one] === undefined)
    if (kind) {
      header.keys[kind] = column
      continue
    }
    const heading = underBracket(text.heading, row === 0 ? null : cellOf(sheet, row - 1, column))
    // A figure in a heading means a bracket, even one that cannot be read: the engine shall say so.
    if (parseBracketHeader(heading) || /\d/.test(plain)) header.columns.push({ column, ...text, heading })
    else header.others.push({ column, heading })
  }
  return header
}

const KEY_KINDS = Object.keys(KEY_HEADINGS) as KeyKind[]

/** `1-2` typed into a cell of no format becomes the second of January; month and day are the bracket that was meant. */
function headingText(cell: GridCell): { heading: string; wasDate: boolean } {
  const day = /^\d{4}-(\d{2})-(\d{2})$/.exec(cell?.date ?? '')
  if (!day || /y/i.test(cell?.format ?? '')) return { heading: cellText(cell), wasDate: false }
  return { heading: `${Number(day[1])}-${Number(day[2])}`, wasDate: true }
}

/** 首重 or 续重 in the second of two header rows, below the bracket they belong to. */
function underBracket(heading: string, above: GridCell): string {
  const own = parseBracketHeader(heading)
  if (!own || own.role === 'bracket' || own.from !== null) return heading
  const bracket = headingText(above).heading
  return parseBracketHeader(bracket)?.role === 'bracket' ? `${bracket}${heading}` : heading
}

/** Without any heading of a key the column left of the first bracket names the rows. */
function firstKeyColumn(header: PriceHeader): number {
  const first = header.columns[0]?.column ?? 1
  const unknown = header.others.findIndex((other) => other.column < first)
  return unknown >= 0 ? (header.others.splice(unknown, 1)[0]?.column ?? 0) : Math.max(first - 1, 0)
}
