import type { Unit } from '#shared/fields/field'
import { cellText, cleanText } from '#shared/domain/import/cell-text'
import { readFigure, settleUnit, toStoredUnits, unusable } from '#shared/domain/import/figure'
import { refused, type Parsed } from '#shared/domain/import/parsed'
import type { CellValue } from '#shared/domain/import/raw-row'
import { dimensionOf, unitOf, type Dimension } from '#shared/domain/import/units'

/** Edges of a parcel in tenths of a millimetre: half a centimetre is 50. */
export interface SizeTenthMm {
  length: number
  width: number
  height: number
}

/**
 * A weight as grams: 1.5 (in `unit`, the header's), 1.5kg, 1.5公斤, 800g, 3斤, 0.8吨. Beyond the gram it is rounded half
 * up; below zero refused. Zero is a value: rating lists it as missing weight.
 */
export function parseWeightGrams(value: CellValue | undefined, unit: Unit = 'kg'): Parsed<number> {
  return parseMeasure(value, unit, 'weight')
}

/** A volume as cm³: 0.125 (in `unit`), 0.125m³, 3方, 12L; a size (50*40*30) is multiplied out. Rounded half up. */
export function parseVolumeCm3(value: CellValue | undefined, unit: Unit = 'm3'): Parsed<number> {
  if (typeof value === 'string' && SIZE.test(sizeText(value))) {
    const size = parseSize(value)
    return size.ok ? { ok: true, value: volumeOf(size.value) } : size
  }
  return parseMeasure(value, unit, 'volume')
}

/** A length as tenths of a millimetre: 50 (in `unit`), 50cm, 0.5米, 500mm. Rounded half up. */
export function parseLengthTenthMm(value: CellValue | undefined, unit: Unit = 'cm'): Parsed<number> {
  return parseMeasure(value, unit, 'length')
}

/** The volume of a size in whole cm³, half up. Exact: tenths of a millimetre cubed stay below 2⁵³ up to 20 m edges. */
export function volumeOf(size: SizeTenthMm): number {
  const cubed = BigInt(size.length) * BigInt(size.width) * BigInt(size.height)
  return Number((cubed + 500_000n) / 1_000_000n)
}

function parseMeasure(value: CellValue | undefined, fallback: Unit, dimension: Dimension): Parsed<number> {
  const figure = readFigure(value)
  if (!figure.ok) return figure
  const text = cellText(value)
  const unit = settleUnit(figure.value, fallback, dimension)
  if (!unit) return refused('unknownUnit', text)
  if (/^-.*[1-9]/.test(figure.value.digits)) return refused('negative', text)
  return unit === 'jin'
    ? jinToGrams(figure.value.digits, text)
    : toStoredUnits(figure.value.digits, unit, text, 'round')
}

/** 1 斤 = 500 g: thousandths of a 斤, halved half up. */
function jinToGrams(digits: string, text: string): Parsed<number> {
  const thousandths = toStoredUnits(digits, 'jin', text, 'round')
  return thousandths.ok ? { ok: true, value: Math.floor((thousandths.value + 1) / 2) } : thousandths
}

const SIZE = /^([\d.]+)([a-z\u4e00-\u9fff]*)\*([\d.]+)([a-z\u4e00-\u9fff]*)\*([\d.]+)([a-z\u4e00-\u9fff]*)$/i

/** All the signs between the edges as `*`; 长50宽40高30 likewise. */
function sizeText(text: string): string {
  const plain = cleanText(text).replace(/\s/g, '')
  const named = /^长:?([\d.]+[a-z厘米]*)[,，*]?宽:?([\d.]+[a-z厘米]*)[,，*]?高:?([\d.]+[a-z厘米]*)$/i.exec(plain)
  if (named) return named.slice(1).join('*')
  return plain.replace(/[×✕✖╳xX＊﹡∗·]/g, '*')
}

/** A size: 50*40*30, 50×40×30cm, 0.5x0.4x0.3m, 长50宽40高30. One parcel; more edges or parcels are refused. */
export function parseSize(value: CellValue | undefined, unit: Unit = 'cm'): Parsed<SizeTenthMm> {
  const nothing = unusable(value)
  if (nothing) return nothing
  const text = cellText(value)
  const match = typeof value === 'string' ? SIZE.exec(sizeText(value)) : null
  if (!match) return refused('notASize', text)
  const [, a = '', unitA = '', b = '', unitB = '', c = '', unitC = ''] = match
  const named = [unitA, unitB, unitC].filter((word) => word !== '')
  const units = new Set(named.map(unitOf))
  const settled = named.length === 0 ? unit : [...units][0]
  if (!settled || units.size > 1 || dimensionOf(settled) !== 'length') return refused('unknownUnit', text)
  const edges: number[] = []
  for (const digits of [a, b, c]) {
    const edge = toStoredUnits(digits, settled, text, 'round')
    if (!edge.ok || edge.value <= 0) return refused('notASize', text)
    edges.push(edge.value)
  }
  const [length = 0, width = 0, height = 0] = edges
  return { ok: true, value: { length, width, height } }
}
