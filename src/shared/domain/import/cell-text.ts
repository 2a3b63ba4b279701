import { numberText } from '#shared/domain/decimal'
import { isCellDate, isCellFault, type CellValue } from '#shared/domain/import/raw-row'

/** Zero-width and other invisible characters that copying from web pages leaves in cells. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** Texts that cleaning would leave as they are: most cells of most files, told at a glance. */
const PLAIN = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/

/** Full-width forms made plain, invisible characters dropped, blanks at the ends trimmed and inner ones made single. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** A cell as the clerk sees it, for messages and for text fields. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return shortText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (isCellDate(value)) return value.time ? `${value.date} ${value.time}` : value.date
  if (isCellFault(value)) return value.text
  return value
}

function shortText(value: number): string {
  const short = String(value)
  return short.length <= 12 && !short.includes('e') ? short : numberText(value)
}

/** What people and systems write where there is nothing. `#N/A` and the like are faults, not emptiness. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '/',
  '\\',
  'N/A',
  'NA',
  'NULL',
  'NONE',
  'NIL',
  '无',
  '空',
  '暂无',
])

const LONGEST_NOTHING = 4

/** True for a cell that holds no figure: empty, blanks, a dash, 无 … */
export function isNothing(value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return true
  if (typeof value !== 'string') return false
  const text = value.trim()
  return text.length <= LONGEST_NOTHING && NOTHING.has(cleanText(text).toUpperCase())
}
