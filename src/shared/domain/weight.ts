import { formatDecimal, parseDecimal, plainText, type DecimalResult } from './decimal'

/** Reads kilograms as integer grams; more than three decimals are a fault. */
export function parseKilograms(text: string): DecimalResult {
  return parseDecimal(plainText(text).replace(/\s*(kg|公斤|千克)$/i, ''), 3)
}

/** Grams as kilograms with as few decimals as needed: 10500 is `10.5`. */
export function formatKilograms(grams: number): string {
  return formatDecimal(grams, 3)
}

/** Reads cubic metres as integer cm³; more than six decimals are a fault. */
export function parseCubicMetres(text: string): DecimalResult {
  return parseDecimal(plainText(text).replace(/\s*(m3|立方米|立方|方)$/i, ''), 6)
}

/** cm³ as cubic metres with as few decimals as needed: 125000 is `0.125`. */
export function formatCubicMetres(cm3: number): string {
  return formatDecimal(cm3, 6)
}

/** Reads centimetres as integer tenths of a millimetre, the unit of a ticket's size; more than two decimals are a fault. */
export function parseCentimetres(text: string): DecimalResult {
  return parseDecimal(plainText(text).replace(/\s*(cm|厘米)$/i, ''), 2)
}

/** Tenths of a millimetre as centimetres with as few decimals as needed: 5050 is `50.5`. */
export function formatCentimetres(tenthsOfMillimetre: number): string {
  return formatDecimal(tenthsOfMillimetre, 2)
}
