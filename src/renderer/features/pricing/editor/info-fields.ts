/** How each key of 报价信息 is entered; the notation is that of the workbook (PRICING §4). */
export interface InfoEntry {
  key: string
  kind: 'text' | 'suggest' | 'select' | 'date' | 'long'
  /** `suggest`: ready-made notations beside free ones; `select`: all there are, the first is the default. */
  choices?: readonly string[]
  unit?: 'kg' | 'yuan' | 'm3'
  hint?: 'divisorHint' | 'roundingHint' | 'discountHint' | 'taxHint'
  /** What holds where nothing is written. */
  standard?: string
  required?: boolean
}

const roundings = [
  '实重',
  '进1',
  '进0.5',
  '四舍五入1',
  '四舍五入0.1',
  '阈值0.3@1',
  '≤1:进1; >1:进0.5',
  '≤1:进1; ≤10:四舍五入0.1; ≤100:进0.5; >100:四舍五入1',
]

const wipes = ['分', '角', '元'].flatMap((to) => ['四舍五入', '进', '舍'].map((mode) => `${to}${mode}`))

export const weightEntries: readonly InfoEntry[] = [
  { key: '进位', kind: 'suggest', choices: roundings, hint: 'roundingHint', standard: '实重' },
  { key: '预进位', kind: 'suggest', choices: ['四舍五入0.1', '四舍五入0.01', '进0.1'] },
  { key: '首重', kind: 'text', unit: 'kg', standard: '1' },
  { key: '续重单位', kind: 'text', unit: 'kg', standard: '1' },
  { key: '最低计费重', kind: 'text', unit: 'kg' },
  {
    key: '抛比',
    kind: 'suggest',
    choices: ['不计泡', '5000', '6000', '8000', '12000'],
    hint: 'divisorHint',
    standard: '不计泡',
  },
  {
    key: '计泡条件',
    kind: 'suggest',
    choices: ['取大', '不计泡', '体积重>1.5倍实重', '体积重>2倍实重'],
    standard: '取大',
  },
  { key: '多件方式', kind: 'select', choices: ['合计', '单件取大'] },
  { key: '以承运商计费重为准', kind: 'select', choices: ['否', '是'] },
  { key: '重泡比', kind: 'text', unit: 'kg' },
  { key: '最低体积', kind: 'text', unit: 'm3' },
]

export const chargeEntries: readonly InfoEntry[] = [
  { key: '最低收费', kind: 'text', unit: 'yuan' },
  { key: '最低收费单位', kind: 'select', choices: ['票', '件'] },
  { key: '折扣', kind: 'suggest', choices: ['95折', '9折', '85折', '8折'], hint: 'discountHint' },
  { key: '抹零', kind: 'select', choices: wipes },
  { key: '含税', kind: 'select', choices: ['是', '否'] },
  { key: '税率', kind: 'suggest', choices: ['6%', '9%', '3%', '1%'], hint: 'taxHint' },
]

/** Entered by fields of their own. */
export const basicKeys = [
  '报价名称',
  '报价编号',
  '用途',
  '客户',
  '级别',
  '产品',
  '始发地',
  '生效日期',
  '失效日期',
  '备注',
] as const

export const knownKeys: ReadonlySet<string> = new Set([
  ...basicKeys,
  ...weightEntries.map(({ key }) => key),
  ...chargeEntries.map(({ key }) => key),
])
