import { cleanText } from '../import/cell-text'
import { readFigure } from '../import/figure'
import { parseSize } from '../import/parse-measure'
import { dimensionOf } from '../import/units'
import { lineWriter } from './line-writer'
import { emptyLine, type QuoteLine, type QuoteLineProblem } from './quote-line'

/** What bare figures mean in their order where nothing names them, by how many there are. */
const ORDERS: Readonly<Record<number, readonly string[]>> = {
  1: ['actualWeight'],
  2: ['actualWeight', 'pieces'],
  3: ['actualWeight', 'pieces', 'declaredValue'],
  4: ['actualWeight', 'length', 'width', 'height'],
  5: ['actualWeight', 'length', 'width', 'height', 'pieces'],
  6: ['actualWeight', 'length', 'width', 'height', 'pieces', 'declaredValue'],
}
/** The same beside a size written in one cell. */
const ORDERS_WITH_SIZE: Readonly<Record<number, readonly string[]>> = {
  1: ['actualWeight'],
  2: ['actualWeight', 'pieces'],
  3: ['actualWeight', 'pieces', 'declaredValue'],
  4: ['actualWeight', 'pieces', 'declaredValue', 'codAmount'],
}

const PIECES = /^\d+\s*(件|箱|个|包|袋|pcs)$/i
const DECLARED = /^(?:保价|声明价值|声明|declared)[:：]?\s*(.+)$/i
const COD = /^(?:代收货款|代收|cod)[:：]?\s*(.+)$/i
const LANE = /^(.+?)\s*(?:→|->|—>|到|至|发往)\s*(.+)$/

/**
 * A line without a header, its cells in any order: a size tells itself by its signs (30×20×10), weights, pieces and
 * amounts by their words (2.5kg, 3件, 保价1000); bare figures are weight, then pieces, then declared value, and four or
 * more are weight, length, width, height, pieces, declared value. Everything else is the place; `A→B` has its origin.
 */
export function freeLine(row: number, cells: readonly string[]): { line: QuoteLine; problems: QuoteLineProblem[] } {
  const line = emptyLine(row)
  const { write, problems } = lineWriter(line)
  const bare: string[] = []
  const words: string[] = []
  let sized = false
  for (const written of cells) {
    const cell = cleanText(written)
    const kind = kindOf(cell)
    if (kind === 'nothing') continue
    if (kind === 'bare') bare.push(cell)
    else if (kind === 'place') words.push(cell)
    else {
      write.field(kind.field, kind.value)
      sized ||= kind.field === 'size'
    }
  }
  const order = (sized ? ORDERS_WITH_SIZE : ORDERS)[bare.length] ?? []
  const known = line.grams !== null && order[0] === 'actualWeight' ? (ORDERS[bare.length + 1] ?? order).slice(1) : order
  writeBare(bare, bare.length === 0 ? [] : known)
  const lane = LANE.exec(words.join(' '))
  write.field('origin', lane?.[1] ?? '')
  write.field('destination', lane?.[2] ?? words.join(' '))
  return { line, problems }

  function writeBare(figures: readonly string[], fields: readonly string[]): void {
    const edges: number[] = []
    for (const [index, figure] of figures.entries()) {
      const field = fields[index]
      if (field === undefined) problems.push({ row, code: 'tooManyFigures', params: { text: figure } })
      else if (field === 'length' || field === 'width' || field === 'height') edges.push(write.edge(figure) ?? 0)
      else write.field(field, figure)
    }
    const [l = 0, w = 0, h = 0] = edges
    if (l > 0 && w > 0 && h > 0) line.size = { l, w, h }
  }
}

function kindOf(cell: string): 'nothing' | 'bare' | 'place' | { field: string; value: string } {
  if (cell === '') return 'nothing'
  if (parseSize(cell).ok) return { field: 'size', value: cell }
  if (PIECES.test(cell)) return { field: 'pieces', value: cell }
  const declared = DECLARED.exec(cell)?.[1]
  if (declared !== undefined) return { field: 'declaredValue', value: declared }
  const cod = COD.exec(cell)?.[1]
  if (cod !== undefined) return { field: 'codAmount', value: cod }
  const figure = readFigure(cell)
  if (!figure.ok) return figure.code === 'missing' ? 'nothing' : 'place'
  if (figure.value.unit === undefined) return /[¥￥]/.test(cell) ? { field: 'declaredValue', value: cell } : 'bare'
  const dimension = dimensionOf(figure.value.unit)
  if (dimension === 'weight') return { field: 'actualWeight', value: cell }
  return dimension === 'money' ? { field: 'declaredValue', value: cell } : 'place'
}
