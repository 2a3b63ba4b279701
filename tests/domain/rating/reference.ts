import type { FormSurcharge, SheetForm } from '#shared/domain/rating/sheet-form'
import type { Ticket } from '#shared/domain/rating/ticket'
import {
  ZERO,
  ONE,
  q,
  plus,
  minus,
  times,
  over,
  less,
  larger,
  smaller,
  isZero,
  down,
  up,
  halfUp,
  read,
  textOf,
  readShare,
  type Q,
} from './fraction'
import { tierShare } from './reference-tiers'

/**
 * A second rating, slow and plain, written from the pricing rules alone: every figure is a fraction of big integers in
 * yuan, kg, m³ or cm. It reads the notation itself and shares no code with the engine, only the shapes of its input.
 */

function toStep(weight: Q, step: Q, whole: (a: Q) => bigint): Q {
  return times({ n: whole(over(weight, step)), d: 1n }, step)
}

function roundOne(rule: string, weight: Q): Q {
  if (rule === '实重') return weight
  if (rule.startsWith('四舍五入')) return toStep(weight, read(rule.slice(4)), halfUp)
  if (rule.startsWith('进')) return toStep(weight, read(rule.slice(1)), up)
  const [threshold = '', step = ''] = rule.slice(2).split('@')
  const floor = toStep(weight, read(step), down)
  return less(minus(weight, floor), read(threshold)) ? floor : plus(floor, read(step))
}

function round(rules: string, weight: Q): Q {
  for (const part of rules.split(';').map((piece) => piece.trim())) {
    if (!part.includes(':')) return roundOne(part, weight)
    const [limit = '', rule = ''] = part.split(':')
    if (limit.startsWith('>') || !less(read(limit.slice(1)), weight)) return roundOne(rule, weight)
  }
  throw new Error(rules)
}

interface Column {
  volume: boolean
  from: Q
  to: Q | null
  cell: string
}

function columnsOf(form: SheetForm, cells: readonly string[]): Column[] {
  return form.columns.map((header, index) => {
    const volume = header.includes('m³')
    const plain = header.replaceAll('m³', '')
    const open = plain.endsWith('以上')
    const [from = '', to = ''] = plain.replace('以上', '').split('-')
    return { volume, from: read(from), to: open ? null : read(to), cell: cells[index] ?? '-' }
  })
}

/** Price of a quantity in the column at `index`; null is not served. */
function priceIn(columns: readonly Column[], index: number, quantity: Q, first: Q, step: Q): Q | null {
  const column = columns[index]
  if (!column || column.cell === '-') return null
  if (column.cell.startsWith('×')) return times(read(column.cell.slice(1)), quantity)
  const plusAt = column.cell.indexOf('+')
  if (plusAt < 0) return read(column.cell)
  const [price = '', own] = column.cell.slice(plusAt + 1).split('/')
  const marginal = plusAt === 0
  const base = marginal ? priceIn(columns, index - 1, column.from, first, step) : read(column.cell.slice(0, plusAt))
  if (!base) return null
  const start = marginal ? column.from : column.volume ? ZERO : first
  const above = larger(ZERO, minus(quantity, start))
  const size = own === undefined ? step : read(own)
  const count: Q = isZero(size) ? above : { n: up(over(above, size)), d: 1n }
  return plus(base, times(count, read(price)))
}

function freightOf(columns: readonly Column[], quantity: Q, first: Q, step: Q): Q | null {
  const index = columns.findIndex((column) => column.to === null || !less(column.to, quantity))
  return priceIn(columns, index, quantity, first, step)
}

function volumeOf(ticket: Ticket): Q | null {
  const { size } = ticket
  if (size) return q(BigInt(size.length) * BigInt(size.width) * BigInt(size.height) * BigInt(ticket.pieces), 1_000_000)
  return ticket.volumeCm3 ? q(ticket.volumeCm3) : null
}

/** The carrier's weight where the sheet trusts it, otherwise actual or volume weight; kg, to the gram. */
function weightOf(info: Record<string, string>, ticket: Ticket): Q {
  if (info['以承运商计费重为准'] === '是') return q(ticket.billedGrams ?? 0, 1_000)
  const actual = q(ticket.actualGrams ?? 0, 1_000)
  const volume = volumeOf(ticket)
  const divisor = info['抛比'] ?? '不计泡'
  const condition = info['计泡条件'] ?? '取大'
  if (!volume || divisor === '不计泡' || condition === '不计泡') return actual
  const factor = condition === '取大' ? ZERO : read(condition.replace('体积重>', '').replace('倍实重', ''))
  const toGram = (weight: Q): Q => q(halfUp(times(weight, q(1_000))), 1_000)
  const total = over(volume, read(divisor))
  if (info['多件方式'] === '单件取大' && ticket.pieceGrams) {
    const each = over(total, q(ticket.pieces))
    return toGram(
      ticket.pieceGrams
        .map((grams) => q(grams, 1_000))
        .map((piece) => (less(times(factor, piece), each) ? larger(piece, each) : piece))
        .reduce(plus, ZERO),
    )
  }
  return less(times(factor, actual), total) ? larger(actual, toGram(total)) : actual
}

function chargeableOf(info: Record<string, string>, ticket: Ticket): Q {
  const before = weightOf(info, ticket)
  const pre = info['预进位'] ? roundOne(info['预进位'], before) : before
  const rounded = round(info['进位'] ?? '实重', pre)
  const notZero = isZero(rounded) ? read(info['首重'] ?? '1') : rounded
  return larger(notZero, read(info['最低计费重'] ?? '0'))
}

function ltlVolumeOf(info: Record<string, string>, ticket: Ticket): Q | null {
  const volume = volumeOf(ticket)
  const ratio = info['重泡比']
  if (!volume && !ratio) return null
  const cubic = over(volume ?? ZERO, q(1_000_000))
  const fromWeight = ratio ? over(q(ticket.actualGrams ?? 0, 1_000), read(ratio)) : ZERO
  const exact = larger(cubic, fromWeight)
  return larger(q(halfUp(times(exact, q(1_000_000))), 1_000_000), read(info['最低体积'] ?? '0'))
}

interface Amounts {
  list: Q
  net: Q
  factor: Q
  weight: Q
}

function specificity(places: FormSurcharge['places'], ticket: Ticket): number {
  if (!places) return 0
  const { province = '', city } = ticket.destination ?? {}
  const levels = String(places)
    .split('、')
    .map((place) => place.split('/'))
    .filter(([outer, inner]) => outer === province && (inner === undefined || inner === city))
    .map((parts) => parts.length)
  return levels.length === 0 ? -1 : Math.max(...levels)
}

function conditionHolds(text: string, ticket: Ticket, weight: Q): boolean {
  return text.split(' 且 ').every((term) => {
    const [field, sign, figure = '0'] = term.split(' ')
    const value = field === '件数' ? q(ticket.pieces) : field === '计费重' ? weight : q(ticket.actualGrams ?? 0, 1_000)
    return sign === '≥' ? !less(value, read(figure)) : less(value, read(figure))
  })
}

function feeOf(row: FormSurcharge, ticket: Ticket, amounts: Amounts): Q {
  const bases: Record<string, Q> = {
    声明价值: q(ticket.declaredFen ?? 0, 100),
    代收货款: q(ticket.codFen ?? 0, 100),
    折前运费: amounts.list,
    折后运费: amounts.net,
    计费重: amounts.weight,
    实重: q(ticket.actualGrams ?? 0, 1_000),
    件数: q(ticket.pieces),
  }
  const standard = row.kind === '每公斤' ? '计费重' : row.kind === '每件' ? '件数' : '折后运费'
  const rate = row.kind === '比例' ? readShare(textOf(row.value)) : read(textOf(row.value))
  let fee = rate
  if (row.kind !== '固定') {
    const full = minus(bases[row.base ?? standard] ?? ZERO, read(textOf(row.free ?? '0')))
    if (!less(ZERO, full)) return ZERO
    const basis = row.floor ? toStep(full, read(textOf(row.floor)), down) : full
    fee = times(basis, rate)
  }
  if (row.min !== undefined) fee = larger(fee, read(textOf(row.min)))
  if (row.max !== undefined) fee = smaller(fee, read(textOf(row.max)))
  return row.discounted === '是' ? times(fee, amounts.factor) : fee
}

function wipe(rule: string, fen: bigint): bigint {
  const unit = { 分: 1n, 角: 10n, 元: 100n }[rule.slice(0, 1)] ?? 1n
  const way = { 四舍五入: halfUp, 进: up, 舍: down }[rule.slice(1)] ?? halfUp
  return way(q(fen, unit)) * unit
}

export interface ReferenceResult {
  grams: number
  total: number
  net: number
  tax: number
}

/** Rates with the row at `rowIndex`; null is an exception. */
export function referenceRate(
  form: SheetForm,
  rowIndex: number,
  ticket: Ticket,
  tierQuantity = 0,
): ReferenceResult | null {
  const info = form.info as Record<string, string>
  const trusting = info['以承运商计费重为准'] === '是'
  if (trusting ? !ticket.billedGrams : !ticket.actualGrams) return null
  const first = read(info['首重'] ?? '1')
  const step = read(info['续重单位'] ?? '1')
  const weight = chargeableOf(info, ticket)
  const columns = columnsOf(form, (form.rows[rowIndex]?.cells ?? []) as string[])
  const kg = columns.filter((column) => !column.volume)
  const cubic = columns.filter((column) => column.volume)
  const volume = cubic.length > 0 ? ltlVolumeOf(info, ticket) : null
  const byWeight = kg.length > 0 ? freightOf(kg, weight, first, step) : null
  const byVolume = volume ? freightOf(cubic, volume, first, step) : null
  if (!byWeight && !byVolume) return null
  const list = larger(byWeight ?? ZERO, byVolume ?? ZERO)
  const standard = info['折扣'] ? readShare(info['折扣']) : ONE
  const { factor, off } = tierShare(form.tiers ?? [], tierQuantity, { list, weight }, standard)
  const pieces = info['最低收费单位'] === '件' ? q(ticket.pieces) : ONE
  const net = larger(larger(ZERO, minus(times(list, factor), off)), times(read(info['最低收费'] ?? '0'), pieces))
  const amounts = { list, net, factor, weight }
  const lines = [halfUp(times(net, q(100)))]
  const items = new Set((form.surcharges ?? []).map((row) => row.item))
  for (const item of items) {
    const rows = (form.surcharges ?? [])
      .filter((row) => row.item === item)
      .filter((row) => (row.from ?? '') <= ticket.shippedOn && ticket.shippedOn <= (row.to ?? '9'))
      .filter((row) => !row.condition || conditionHolds(row.condition, ticket, weight))
      .filter((row) => specificity(row.places, ticket) >= 0)
    const best = Math.max(...rows.map((row) => specificity(row.places, ticket)))
    const row = rows.find((one) => specificity(one.places, ticket) === best)
    if (row) lines.push(halfUp(times(feeOf(row, ticket, amounts), q(100))))
  }
  const sum = wipe(
    info['抹零'] ?? '分四舍五入',
    lines.reduce((a, b) => a + b, 0n),
  )
  const rate = info['税率'] ? readShare(info['税率']) : ZERO
  const included = info['含税'] !== '否'
  const netFen = included ? halfUp(over(q(sum), plus(ONE, rate))) : sum
  const taxFen = included ? sum - netFen : halfUp(times(q(sum), rate))
  return {
    grams: Number(halfUp(times(weight, q(1_000)))),
    total: Number(netFen + taxFen),
    net: Number(netFen),
    tax: Number(taxFen),
  }
}
