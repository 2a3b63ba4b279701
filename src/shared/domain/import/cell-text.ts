import { numberText } from '#shared/domain/decimal'
import { isCellDate, isCellFault, type CellValue } from '#shared/domain/import/raw-row'

/** Zero-width and other invisible characters that copying from web pages leaves in cells. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/**
 * True for texts that cleaning would leave as they are: printable ASCII and common Chinese characters with single blanks
 * between. Most cells of most files are so; a loop over codes tells it many times faster than a pattern.
 */
function isPlain(text: string): boolean {
  let blank = true
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x20) {
      if (blank) return false
      blank = true
      continue
    }
    if (!(code > 0x20 && code < 0x7f) && !(code >= 0x4e00 && code <= 0x9fff)) return false
    blank = false
  }
  return !blank
}

/** Full-width forms made plain, invisible characters dropped, blanks at the ends trimmed and inner ones made single. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/**
 * A name or a note as it was written: only invisible characters and superfluous blanks go. 杭州某某（集团）有限公司 keeps its
 * full-width brackets; comparing makes them plain, storing does not.
 */
export function keptText(text: string): string {
  if (isPlain(text)) return text
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
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
