import type { Unit } from '#shared/fields/field'

export type Dimension = 'money' | 'weight' | 'volume' | 'length' | 'percent'

/** What one unit is in stored units: `scale` decimal places, times `factor` (斤 is 500 g: 3 places of kg, halved). */
interface UnitMeaning {
  dimension: Dimension
  /** Decimal places a figure in this unit may have and still be whole in stored units. */
  scale: number
  /** Words in headers and cells, upper case, full-width forms already plain. */
  words: readonly string[]
}

/** Stored units: fen, g, cm³, tenths of a millimetre, ppm. 斤 is not a power of ten and is doubled by its parser. */
export const unitMeanings: Readonly<Record<Unit, UnitMeaning>> = {
  yuan: {
    dimension: 'money',
    scale: 2,
    words: ['元', '圆', 'RMB', 'CNY', '¥', '人民币', 'YUAN', '元人民币', '单位:元'],
  },
  fen: { dimension: 'money', scale: 0, words: ['分'] },
  wan: { dimension: 'money', scale: 6, words: ['万元', '万'] },
  kg: { dimension: 'weight', scale: 3, words: ['KG', 'KGS', '公斤', '千克', 'KILOGRAM', 'K G'] },
  g: { dimension: 'weight', scale: 0, words: ['G', '克', 'GRAM', 'GRAMS', 'GM'] },
  jin: { dimension: 'weight', scale: 3, words: ['斤', '市斤'] },
  t: { dimension: 'weight', scale: 6, words: ['T', '吨', 'TON'] },
  m3: { dimension: 'volume', scale: 6, words: ['M3', 'M^3', '立方米', '立方', '方', 'CBM'] },
  dm3: { dimension: 'volume', scale: 3, words: ['DM3', '升', 'L', '立方分米'] },
  cm3: { dimension: 'volume', scale: 0, words: ['CM3', 'CM^3', '立方厘米', '毫升', 'ML', 'CC'] },
  m: { dimension: 'length', scale: 4, words: ['M', '米'] },
  cm: { dimension: 'length', scale: 2, words: ['CM', '厘米', '公分'] },
  mm: { dimension: 'length', scale: 1, words: ['MM', '毫米'] },
  percent: { dimension: 'percent', scale: 4, words: ['%', '％', '百分比'] },
}

const byWord = new Map<string, Unit>(
  Object.entries(unitMeanings).flatMap(([unit, { words }]) => words.map((word) => [word, unit as Unit] as const)),
)

/** The unit a word names, written in any case and width; undefined if it names none. */
export function unitOf(word: string): Unit | undefined {
  return byWord.get(word.normalize('NFKC').replace(/\s/g, '').toUpperCase())
}

export function dimensionOf(unit: Unit): Dimension {
  return unitMeanings[unit].dimension
}
