import type { GridCell } from '#shared/domain/price-workbook/grid'
import { formatFen, formatFenGrouped } from '#shared/domain/money'
import { formatCentimetres, formatCubicMetres, formatKilograms } from '#shared/domain/weight'
import type { DemoWaybill } from './demo-waybills'
import type { Random } from './random'

/** The columns of the sample month, as carriers head them. */
export const sampleHeaders = [
  '序号',
  '运单号码',
  '快递公司',
  '寄件日期',
  '客户编码',
  '月结账号',
  '客户名称',
  '产品类型',
  '始发地',
  '目的地',
  '件数',
  '实际重量(kg)',
  '体积(m³)',
  '长*宽*高(cm)',
  '声明价值(元)',
  '代收货款(元)',
  '费用类型',
  '应付金额(元)',
  '备注',
] as const

/** A row as a careful clerk would write it: plain figures, one date form, texts untouched. */
export function cleanRow(waybill: DemoWaybill, index: number): string[] {
  const { size } = waybill
  const optional = (value: number | null, format: (value: number) => string) => (value === null ? '' : format(value))
  return [
    String(index + 1),
    waybill.number,
    waybill.carrier,
    waybill.shippedOn,
    waybill.customerCode,
    waybill.monthAccount,
    waybill.customerName,
    waybill.product,
    waybill.origin,
    waybill.destination,
    String(waybill.pieces),
    optional(waybill.actualGrams, formatKilograms),
    optional(waybill.volumeCm3, formatCubicMetres),
    size ? [size.length, size.width, size.height].map(formatCentimetres).join('*') : '',
    optional(waybill.declaredFen, formatFen),
    optional(waybill.codFen, formatFen),
    waybill.feeKind === '' ? '运费' : waybill.feeKind,
    optional(waybill.billedFen, formatFen),
    waybill.note,
  ]
}

type Spelling = (text: string) => GridCell

const text: Spelling = (value) => (value === '' ? null : { value, format: '@' })
const figure: Spelling = (value) => ({ value: Number(value), format: 'General' })
const fullWidth = (value: string) =>
  value.replaceAll(/[0-9.]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))

/** Ways in which the same value is written in one and the same column of real files, with how often out of 100. */
const numbers: readonly (readonly [Spelling, number])[] = [
  [text, 82],
  [figure, 10],
  [(value) => text(` ${value} `), 4],
  [(value) => text(`'${value}`), 2],
  [(value) => text(fullWidth(value)), 2],
]

const dates: readonly (readonly [Spelling, number])[] = [
  [(day) => ({ value: day, date: day, format: 'yyyy-mm-dd' }), 60],
  [(day) => text(day.replaceAll('-', '/').replaceAll('/0', '/')), 10],
  [(day) => text(day.replaceAll('-', '.')), 8],
  [(day) => text(`${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`), 6],
  [(day) => figure(day.replaceAll('-', '')), 6],
  [(day) => text(`${day} 1${Number(day.slice(9))}:25:08`), 10],
]

const weights: readonly (readonly [Spelling, number])[] = [
  [figure, 70],
  [text, 12],
  [(kg) => text(`${kg}kg`), 8],
  [(kg) => text(`${kg}公斤`), 4],
  [(kg) => text(`${Math.round(Number(kg) * 1000)}g`), 4],
  [(kg) => text(fullWidth(kg)), 2],
]

const amounts: readonly (readonly [Spelling, number])[] = [
  [(yuan) => ({ value: Number(yuan), format: '0.00' }), 70],
  [text, 12],
  [(yuan) => text(`￥${formatFenGrouped(Math.round(Number(yuan) * 100))}`), 10],
  [(yuan) => text(`${yuan}元`), 6],
  [(yuan) => text(fullWidth(yuan)), 2],
]

const sizes: readonly (readonly [Spelling, number])[] = [
  [text, 60],
  [(size) => text(size.replaceAll('*', '×')), 25],
  [(size) => text(`${size.replaceAll('*', 'x')}cm`), 15],
]

const spellings: Readonly<Record<number, readonly (readonly [Spelling, number])[]>> = {
  1: numbers,
  3: dates,
  11: weights,
  13: sizes,
  14: amounts,
  15: amounts,
  17: amounts,
}
const figures: ReadonlySet<number> = new Set([0, 10, 12])

/** The same row in the many ways in which files write it. */
export function messyRow(clean: readonly string[], random: Random): GridCell[] {
  return clean.map((value, column) => {
    if (value === '') return null
    const ways = spellings[column]
    if (ways) return random.weighted(ways)(value)
    return figures.has(column) ? figure(value) : text(value)
  })
}
