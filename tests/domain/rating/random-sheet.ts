import fc from 'fast-check'
import type { FormSurcharge, FormTier, SheetForm } from '#shared/domain/rating/sheet-form'
import type { Ticket } from '#shared/domain/rating/ticket'

/** Random sheets in canonical notation and tickets for them, for the tests that compare and turn around. */

const decimal = (max: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 10 ** places }).map((value) => trim(value, places))

function trim(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0')
  const text = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`
  return text.replace(/\.?0+$/, '')
}

const price = fc.oneof(decimal(60, 2), decimal(60, 4))
const step = fc.constantFrom('0', '0.1', '0.5', '1', '2')

const rounding = fc.constantFrom('实重', '进1', '进0.5', '四舍五入1', '四舍五入0.1', '阈值0.3@1', '阈值0.5@0.5')

const ranged = fc.tuple(rounding, rounding, rounding).map(([a, b, c]) => `≤1:${a}; ≤10:${b}; >10:${c}`)

function cell(volume: boolean, marginal: boolean): fc.Arbitrary<string> {
  const ownStep = volume
    ? step.filter((size) => size !== '0.1').map((size) => `/${size}`)
    : fc.oneof(
        fc.constant(''),
        step.map((size) => `/${size}`),
      )
  const forms: fc.Arbitrary<string>[] = [
    price,
    price.map((unit) => `×${unit}`),
    fc.tuple(price, price, ownStep).map(([first, rest, size]) => `${first}+${rest}${size}`),
    fc.constant('-'),
  ]
  if (marginal) forms.push(fc.tuple(price, ownStep).map(([unit, size]) => `+${unit}${size}`))
  return fc.oneof(...forms)
}

function cellsOf(columns: readonly string[]): fc.Arbitrary<string[]> {
  const side = (header: string): boolean => header.includes('m³')
  const all = columns.map((header, index) =>
    cell(side(header), index > 0 && side(columns[index - 1] ?? '') === side(header)),
  )
  // A marginal price after a cell that is not served is an error of the sheet; a flat price stands in for that cell.
  return fc
    .tuple(...all)
    .map((cells) =>
      cells.map((text, index) => (text === '-' && (cells[index + 1] ?? '').startsWith('+') ? '7.5' : text)),
    )
}

const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 0, maxLength: 4 })
  .map((tenths) => tenths.toSorted((a, b) => a - b))

const columnsFrom =
  (unit: string) =>
  (ends: readonly number[]): string[] => {
    const marks = [0, ...ends].map((tenth) => trim(tenth, 1))
    return marks.map((from, index) => {
      const to = marks[index + 1]
      return to === undefined ? `${from}${unit}以上` : `${from}-${to}${unit}`
    })
  }

const columns = fc.oneof(
  { weight: 5, arbitrary: edges.map(columnsFrom('')) },
  { weight: 1, arbitrary: edges.map(columnsFrom('m³')) },
  {
    weight: 2,
    arbitrary: fc.tuple(edges, edges).map(([kg, m3]) => [...columnsFrom('')(kg), ...columnsFrom('m³')(m3)]),
  },
)

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

const info = fc
  .record({
    首重: optional(fc.constantFrom('0.5', '1', '2', '3')),
    续重单位: optional(fc.constantFrom('0.1', '0.5', '1', '2')),
    抛比: optional(fc.constantFrom('不计泡', '4800', '6000', '8000', '12000')),
    重泡比: optional(fc.constantFrom('200', '250', '333.333')),
    最低体积: optional(fc.constantFrom('0.1', '0.5')),
    计泡条件: optional(fc.constantFrom('取大', '不计泡', '体积重>1.5倍实重', '体积重>2倍实重')),
    多件方式: optional(fc.constantFrom('合计', '单件取大')),
    预进位: optional(rounding),
    进位: optional(fc.oneof(rounding, ranged)),
    以承运商计费重为准: optional(fc.constantFrom('是', '否')),
    最低计费重: optional(fc.constantFrom('0.5', '1', '3')),
    最低收费: optional(decimal(30, 2)),
    最低收费单位: optional(fc.constantFrom('票', '件')),
    折扣: optional(fc.constantFrom('85%', '99.5%', '50%', '33.3333%')),
    抹零: optional(fc.constantFrom('分四舍五入', '角四舍五入', '角进', '角舍', '元四舍五入', '元进', '元舍')),
    含税: optional(fc.constantFrom('是', '否')),
    税率: optional(fc.constantFrom('6%', '9%', '3%', '1.5%')),
  })
  .map(
    (entries) =>
      Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Record<string, string>,
  )

const places = fc.constantFrom(undefined, '甲', '乙', '甲/子', '甲/丑、乙', '丙')

const surcharge: fc.Arbitrary<FormSurcharge> = fc
  .record({
    item: fc.constantFrom('保价费', '燃油', '偏远', '上楼'),
    form: fc.oneof(
      fc.record({ kind: fc.constant('固定'), value: decimal(20, 2) }),
      fc.record({
        kind: fc.constant('比例'),
        value: decimal(5, 4).map((share) => `${share}%`),
        base: fc.constantFrom('声明价值', '代收货款', '折前运费', '折后运费'),
        free: optional(fc.constantFrom('100', '500')),
        floor: optional(fc.constantFrom('10', '1000')),
      }),
      fc.record({
        kind: fc.constant('每公斤'),
        value: decimal(2, 4),
        base: fc.constantFrom(undefined, '计费重', '实重'),
        free: optional(fc.constantFrom('1', '10')),
        floor: optional(fc.constantFrom('1', '0.5')),
      }),
      fc.record({ kind: fc.constant('每件'), value: decimal(3, 2), free: optional(fc.constant('1')) }),
    ),
    limits: fc.constantFrom({}, { min: '1' }, { max: '8' }, { min: '2.5', max: '30' }),
    places,
    dates: fc.constantFrom(
      {},
      { from: '2026-03-01' },
      { from: '2026-03-16' },
      { from: '2026-03-01', to: '2026-03-15' },
    ),
    condition: fc.constantFrom(undefined, '票重 ≥ 5 kg', '计费重 < 20 kg 且 件数 ≥ 2 件'),
    discounted: fc.constantFrom(undefined, '是'),
  })
  .map(({ form, limits, dates, ...rest }) => ({ ...rest, ...form, ...limits, ...dates }))

/** Two unconditional rows of one item for the same places are an error of the sheet; the first stays. */
function withoutTwins(rows: readonly FormSurcharge[]): FormSurcharge[] {
  return rows.filter((row, index) => {
    const before = rows.slice(0, index)
    return (
      row.condition !== undefined ||
      !before.some((other) => other.item === row.item && other.places === row.places && other.condition === undefined)
    )
  })
}

const benefit = fc.oneof(
  fc.constantFrom('95折', '88.5折', '60折'),
  fc.constantFrom('5%返', '0.5%返', '12.25%返'),
  decimal(2, 2).map((yuan) => `${yuan === '0' ? '0.1' : yuan}元/票`),
  decimal(1, 4).map((yuan) => `${yuan === '0' ? '0.01' : yuan}元/kg`),
)

/** Steps of one 当票 table, one after the other, the first not always from 0, the last open. */
const tiers: fc.Arbitrary<FormTier[]> = fc
  .record({
    basis: fc.constantFrom('月票数', '月重量', '月运费'),
    // Last month's quantity has no slices: 累进 of 上月 is an error of the sheet.
    way: fc.constantFrom(
      { period: '当月', mode: '累进' },
      { period: '当月', mode: '全量' },
      { period: '上月', mode: '全量' },
    ),
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 3 }),
    benefits: fc.array(benefit, { minLength: 3, maxLength: 3 }),
  })
  .map(({ edges: ends, benefits, way, basis }) =>
    ends
      .toSorted((a, b) => a - b)
      .map((lower, index, all) => ({
        ...way,
        basis,
        settle: '当票',
        lower: String(lower),
        upper: all[index + 1] === undefined ? '' : String(all[index + 1]),
        benefit: benefits[index] ?? '95折',
      })),
  )

/** What a tier table counts before the ticket: tickets, grams or fen, around the steps of the random tables. */
export const randomQuantity = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40_000 }))

export const randomForm: fc.Arbitrary<SheetForm> = fc
  .record({
    info,
    columns,
    surcharges: fc.array(surcharge, { maxLength: 4 }).map(withoutTwins),
    tiers: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: tiers }),
  })
  .chain((parts) =>
    fc.array(cellsOf(parts.columns), { minLength: 1, maxLength: 3 }).map((rows) => ({
      ...parts,
      rows: rows.map((cells, index) => ({ key: `行${index}`, cells })),
    })),
  )

const side = fc.integer({ min: 500, max: 15_000 })

export const randomTicket: fc.Arbitrary<Ticket> = fc
  .record({
    weights: fc.array(fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 60_000 })), {
      minLength: 1,
      maxLength: 3,
    }),
    byPiece: fc.boolean(),
    size: optional(fc.record({ length: side, width: side, height: side })),
    volumeCm3: optional(fc.integer({ min: 1, max: 3_000_000 })),
    billedGrams: optional(fc.integer({ min: 1, max: 60_000 })),
    declaredFen: optional(fc.integer({ min: 0, max: 3_000_000 })),
    codFen: optional(fc.integer({ min: 0, max: 300_000 })),
    destination: fc.constantFrom(
      { province: '甲' },
      { province: '甲', city: '子' },
      { province: '甲', city: '丑' },
      { province: '乙' },
      { province: '丁' },
    ),
  })
  .map(({ weights, byPiece, ...rest }) => ({
    ...rest,
    actualGrams: weights.reduce((sum, weight) => sum + weight, 0),
    pieces: weights.length,
    pieceGrams: byPiece ? weights : null,
    shippedOn: '2026-03-15',
  }))
