import type { Unit } from '../../fields/field'
import { cellText, cleanText } from '../import/cell-text'
import { parseInteger, parseMoneyFen } from '../import/parse-amount'
import { parseLengthTenthMm, parseSize, parseWeightGrams } from '../import/parse-measure'
import type { Parsed } from '../import/parsed'
import type { CellValue } from '../import/raw-row'
import type { QuoteLine, QuoteLineProblem } from './quote-line'

const mostPieces = 100_000
/** As the contract takes them; what is longer is no place and no product. */
const longest = { place: 120, product: 40, label: 60 }

/** Writes cells into a line; what is wrong with one is told and leaves the field as it was. */
export function lineWriter(line: QuoteLine) {
  const problems: QuoteLineProblem[] = []

  function take<T>(parsed: Parsed<T>): T | null {
    if (parsed.ok) return parsed.value
    if (parsed.code !== 'missing') problems.push({ row: line.row, code: parsed.code, params: parsed.params })
    return null
  }

  /** Whole millimetres, half up. */
  const millimetres = (tenths: number) => Math.floor((tenths + 5) / 10)

  const writers: Readonly<Record<string, (value: CellValue, unit: Unit | undefined) => void>> = {
    number: (value) => (line.label = cleanText(cellText(value)).slice(0, longest.label)),
    product: (value) => (line.product = cleanText(cellText(value)).slice(0, longest.product)),
    destination: (value) => (line.to = cleanText(cellText(value)).slice(0, longest.place)),
    origin: (value) => (line.from = cleanText(cellText(value)).slice(0, longest.place)),
    actualWeight: (value, unit) => (line.grams = take(parseWeightGrams(value, unit ?? 'kg')) ?? line.grams),
    size(value, unit) {
      const size = take(parseSize(value, unit ?? 'cm'))
      if (size) line.size = { l: millimetres(size.length), w: millimetres(size.width), h: millimetres(size.height) }
    },
    pieces: (value) => (line.pieces = take(parseInteger(value, { min: 1, max: mostPieces })) ?? line.pieces),
    declaredValue: (value, unit) => (line.declaredFen = amount(value, unit) ?? line.declaredFen),
    codAmount: (value, unit) => (line.codFen = amount(value, unit) ?? line.codFen),
  }

  function amount(value: CellValue, unit: Unit | undefined): number | null {
    const fen = take(parseMoneyFen(value, unit ?? 'yuan'))
    if (fen === null || fen >= 0) return fen
    problems.push({ row: line.row, code: 'negative', params: { text: cellText(value) } })
    return null
  }

  return {
    problems,
    write: {
      field: (field: string, value: CellValue, unit?: Unit) => writers[field]?.(value, unit),
      /** An edge in millimetres; null where it is none. */
      edge(value: CellValue, unit?: Unit): number | null {
        const tenths = take(parseLengthTenthMm(value, unit ?? 'cm'))
        return tenths === null || tenths <= 0 ? null : millimetres(tenths)
      },
    },
  }
}
