/**
 * A price sheet as a person writes it: every value still in the notation of the workbook (PRICING §3, §4).
 * The workbook reader makes it, the workbook writer consumes it, `parseSheetForm` turns it into a `PriceSheet`.
 */

/**
 * One cell. A number is what Excel stores in a cell of number format; `{ percent }` is a cell of percent format with
 * the figure that is shown (`0.5%` is `{ percent: '0.5' }`). The text `0.5%` means the same. Dates are `YYYY-MM-DD`.
 */
export type FormValue = string | number | { percent: string }

/** A row of sheet 价格: the zone, place, `*` or `A→B`, and one cell per column of `columns`. */
export interface FormRow {
  key: string
  cells: readonly FormValue[]
}

/** A row of sheet 分区. `places` is the text of the cell; rows may repeat a zone. */
export interface FormZone {
  zone: string
  places: string
}

/** A row of sheet 附加费. A column that is absent or an empty cell is `undefined` or `''`. */
export interface FormSurcharge {
  /** 项目 */
  item: string
  /** 方式: 固定 比例 每公斤 每件 */
  kind: string
  /** 数值 */
  value: FormValue
  /** 基数 */
  base?: string
  /** 最低, yuan */
  min?: FormValue
  /** 最高, yuan */
  max?: FormValue
  /** 免收额, in the unit of the basis (yuan, kg, pieces) */
  free?: FormValue
  /** 基数取整, in the unit of the basis */
  floor?: FormValue
  /** 适用目的地 */
  places?: string | readonly string[]
  /** 开始日期 */
  from?: string
  /** 结束日期 */
  to?: string
  /** 条件 */
  condition?: string
  /** 参与折扣: 是 or 否 */
  discounted?: string
}

/** A row of sheet 阶梯. */
export interface FormTier {
  /** 依据: 月票数 月重量 月运费 */
  basis: string
  /** 期间: 上月 当月 */
  period: string
  /** 方式: 累进 全量 */
  mode: string
  /** 下限, inclusive: tickets, kg or yuan */
  lower: FormValue
  /** 上限, exclusive; empty is open */
  upper?: FormValue
  /** 折扣或返利: 95折, 5%返, 0.2元/票, 0.1元/kg */
  benefit: FormValue
  /** 结算: 当票 月末返利 */
  settle: string
}

/** A whole price sheet in notation. `info` keeps the order of the sheet 报价信息; unknown keys become remarks. */
export interface SheetForm {
  info: Readonly<Record<string, FormValue>>
  columns: readonly string[]
  rows: readonly FormRow[]
  zones?: readonly FormZone[]
  surcharges?: readonly FormSurcharge[]
  tiers?: readonly FormTier[]
}

/** Where in a sheet form a problem sits; the workbook layer turns it into sheet name and cell. */
export interface FormPosition {
  part: 'info' | 'columns' | 'rows' | 'zones' | 'surcharges' | 'tiers'
  /** key of `info` */
  key?: string
  /** index into `rows`, `zones`, `surcharges` or `tiers` */
  row?: number
  /** index into `columns` (parts columns and rows) */
  column?: number
  /** name of the field of a surcharge or tier */
  field?: keyof FormSurcharge | keyof FormTier
}
