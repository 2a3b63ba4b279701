import { parseDecimal } from '#shared/domain/decimal'
import { parseCustom, type CustomShape } from '#shared/domain/custom-field/custom-value'

/** What a filter on a field asks of a customer's value. */
export type CustomFilter =
  /** There is no value. */
  | { kind: 'empty' }
  /** The text holds this one. */
  | { kind: 'contains'; text: string }
  | { kind: 'equals'; text: string }
  /** Days or scaled numbers from … to, both included; null: open. */
  | { kind: 'days'; from: string | null; to: string | null }
  | { kind: 'numbers'; from: number | null; to: number | null }

/** Written instead of a value: customers that have none. */
export const withoutValue = '!'
const between = '..'

/**
 * Reads a filter as it stands in an address or on a command line: an option, a part of a text, one day or number, or a
 * span `10..20`, `2026-01-01..`, `..5`. Null: not readable for this field.
 */
export function parseCustomFilter(field: CustomShape, written: string): CustomFilter | null {
  const text = written.trim()
  if (text === withoutValue) return { kind: 'empty' }
  if (text === '') return null
  if (field.type === 'text') return { kind: 'contains', text }
  if (field.type === 'choice') return { kind: 'equals', text }
  const [first = '', second] = text.split(between)
  const ends = [first, second ?? first].map((end) => endOf(field, end))
  const [from, to] = ends
  if (from === undefined || to === undefined || (from === null && to === null)) return null
  return field.type === 'date'
    ? { kind: 'days', from, to }
    : { kind: 'numbers', from: scaled(field, from), to: scaled(field, to) }
}

/** Null: open; undefined: not readable. */
function endOf(field: CustomShape, text: string): string | null | undefined {
  if (text.trim() === '') return null
  const read = parseCustom(field, text)
  return read.ok ? read.value : undefined
}

function scaled({ decimals }: CustomShape, text: string | null): number | null {
  const read = text === null ? null : parseDecimal(text, decimals)
  return read?.ok ? read.value : null
}

/** A span as it is written; '' where both ends are open. */
export function writtenSpan(from: string, to: string): string {
  if (from === '' && to === '') return ''
  return from === to ? from : `${from}${between}${to}`
}

/** The ends of a written span; open ends are ''. */
export function spanEnds(written: string): { from: string; to: string } {
  const [from = '', to] = written.split(between)
  return { from, to: to ?? from }
}
