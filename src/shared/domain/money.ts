import { formatDecimal, parseDecimal, type DecimalResult } from './decimal'

/** Amounts are integer fen (分), unit prices integer 10^-4 yuan: 100 units are one fen. */
export const UNITS_PER_FEN = 100

/** Reads yuan as fen; more than two decimals are a fault. */
export function parseYuan(text: string): DecimalResult {
  return parseDecimal(stripCurrency(text), 2)
}

/** Reads yuan as 10^-4 yuan, the precision of a unit price; more decimals are a fault. */
export function parseUnitPrice(text: string): DecimalResult {
  return parseDecimal(stripCurrency(text), 4)
}

/** Fen as yuan with two decimals and no grouping: 1890 is `18.90`. */
export function formatFen(fen: number): string {
  return formatDecimal(fen, 2, 2)
}

/** Fen as yuan with grouping for people: 123456789 is `1,234,567.89`. */
export function formatFenGrouped(fen: number): string {
  return formatFen(fen).replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, ',')
}

/** 10^-4 yuan as yuan with as few decimals as needed: 126000 is `12.6`. */
export function formatUnitPrice(units: number): string {
  return formatDecimal(units, 4)
}

function stripCurrency(text: string): string {
  return text.replace(/^\s*[¥￥]/, '').replace(/\s*元\s*$/, '')
}
