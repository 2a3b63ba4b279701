import type { FormSurcharge, FormTier, FormValue, FormZone } from '../rating/sheet-form'
import type { CellPosition } from './cell-address'
import type { GridSheet } from './grid'
import { readTable, unheadedTexts, type TableField, type TableRow } from './read-table'
import type { WorkbookProblems } from './workbook-problem'

/** The columns of 分区, 附加费 and 阶梯 (PRICING §4), in the order in which they are written. */
export const ZONE_FIELDS = [
  { field: 'zone', headings: ['分区', '区域', '分区名称', '大区', '区'], carried: true },
  {
    field: 'places',
    headings: ['目的地', '地区', '省份', '城市', '包含地区', '包含省份', '覆盖地区', '目的省份', '省市'],
  },
] as const satisfies readonly TableField<keyof FormZone>[]

export const SURCHARGE_FIELDS = [
  { field: 'item', headings: ['项目', '费用项目', '附加费', '费用名称', '名称'] },
  { field: 'kind', headings: ['方式', '计费方式', '收费方式', '计算方式'] },
  { field: 'value', headings: ['数值', '费率', '金额', '标准', '收费标准', '值'], kind: 'value' },
  { field: 'base', headings: ['基数', '计费基数', '计算基数'] },
  { field: 'min', headings: ['最低', '最低收费', '保底'], kind: 'value' },
  { field: 'max', headings: ['最高', '最高收费', '封顶'], kind: 'value' },
  { field: 'free', headings: ['免收额', '免收', '免收额度'], kind: 'value' },
  { field: 'floor', headings: ['基数取整', '取整'], kind: 'value' },
  { field: 'places', headings: ['适用目的地', '目的地', '适用地区'] },
  { field: 'from', headings: ['开始日期', '开始', '生效日期'], kind: 'date' },
  { field: 'to', headings: ['结束日期', '结束', '失效日期'], kind: 'date' },
  { field: 'condition', headings: ['条件', '适用条件'] },
  { field: 'discounted', headings: ['参与折扣', '是否参与折扣'] },
] as const satisfies readonly TableField<keyof FormSurcharge>[]

export const TIER_FIELDS = [
  { field: 'basis', headings: ['依据', '统计依据'], carried: true },
  { field: 'period', headings: ['期间', '统计期间'], carried: true },
  { field: 'mode', headings: ['方式', '计算方式'], carried: true },
  { field: 'lower', headings: ['下限', '起', '从'], kind: 'value' },
  { field: 'upper', headings: ['上限', '止', '至'], kind: 'value' },
  { field: 'benefit', headings: ['折扣或返利', '折扣', '返利', '优惠', '折扣/返利'], kind: 'value' },
  { field: 'settle', headings: ['结算', '结算方式'], carried: true },
] as const satisfies readonly TableField<keyof FormTier>[]

export interface ReadRows<Row> {
  rows: Row[]
  cells: Readonly<Record<string, CellPosition>>[]
}

const OPEN_END = new Set(['以上', '及以上', '不限', '无上限', '∞', '-', '—', '/'])

const textOf = (value: FormValue | undefined): string =>
  value === undefined ? '' : typeof value === 'object' ? `${value.percent}%` : String(value)

export function readZones(sheet: GridSheet, problems: WorkbookProblems): ReadRows<FormZone> {
  const { headerRow, rows } = readTable<keyof FormZone>(sheet, ZONE_FIELDS, problems)
  return {
    rows: rows.map(({ values, cells }) => ({
      zone: textOf(values.zone),
      places: [textOf(values.places), ...unheadedTexts(sheet, cells.places, headerRow)].filter(Boolean).join('、'),
    })),
    cells: rows.map((row) => row.cells),
  }
}

export function readSurcharges(sheet: GridSheet, problems: WorkbookProblems): ReadRows<FormSurcharge> {
  const { rows } = readTable<keyof FormSurcharge>(sheet, SURCHARGE_FIELDS, problems)
  return {
    rows: rows.map(({ values }) => ({ ...texts(values, SURCHARGE_TEXTS), ...required(values) })),
    cells: rows.map((row) => row.cells),
  }
}

function required(values: TableRow<keyof FormSurcharge>['values']): Pick<FormSurcharge, 'item' | 'kind' | 'value'> {
  return { item: textOf(values.item), kind: textOf(values.kind), value: values.value ?? '' }
}

type OptionalSurcharge = Omit<FormSurcharge, 'item' | 'kind' | 'value'>

const SURCHARGE_TEXTS = ['base', 'places', 'from', 'to', 'condition', 'discounted'] as const

function texts(values: TableRow<keyof FormSurcharge>['values'], names: typeof SURCHARGE_TEXTS): OptionalSurcharge {
  const row: OptionalSurcharge = {}
  for (const name of names) if (values[name] !== undefined) row[name] = textOf(values[name])
  for (const name of ['min', 'max', 'free', 'floor'] as const) if (values[name] !== undefined) row[name] = values[name]
  return row
}

export function readTiers(sheet: GridSheet, problems: WorkbookProblems): ReadRows<FormTier> {
  const { rows } = readTable<keyof FormTier>(sheet, TIER_FIELDS, problems)
  return {
    rows: rows.map(({ values }) => {
      const row: FormTier = {
        basis: textOf(values.basis),
        period: textOf(values.period),
        mode: textOf(values.mode),
        lower: values.lower ?? '',
        benefit: values.benefit ?? '',
        settle: textOf(values.settle),
      }
      if (values.upper !== undefined && !OPEN_END.has(textOf(values.upper))) row.upper = values.upper
      return row
    }),
    cells: rows.map((row) => row.cells),
  }
}

/** The names of the zones of 分区. */
export function zoneNames(zones: readonly FormZone[]): ReadonlySet<string> {
  return new Set(zones.map((zone) => zone.zone))
}

export function headingsOf(fields: readonly { headings: readonly string[] }[]): string[] {
  return fields.map((field) => field.headings[0] ?? '')
}
