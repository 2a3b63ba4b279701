import { INFO_FIELDS } from '../rating/info-fields'

/** Other names of the keys of 报价信息. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  编号: '报价编号',
  报价单号: '报价编号',
  报价单编号: '报价编号',
  名称: '报价名称',
  报价单名称: '报价名称',
  竞品: '竞争对手',
  对手: '竞争对手',
  客户名称: '客户',
  客户编码: '客户',
  客户级别: '级别',
  产品类型: '产品',
  产品名称: '产品',
  始发: '始发地',
  生效日: '生效日期',
  生效时间: '生效日期',
  失效日: '失效日期',
  失效时间: '失效日期',
  有效期至: '失效日期',
  截止日期: '失效日期',
  首重重量: '首重',
  续重步进: '续重单位',
  轻抛系数: '抛比',
  计泡系数: '抛比',
  泡重系数: '抛比',
  泡重比: '抛比',
  体积系数: '抛比',
  进位方式: '进位',
  进位规则: '进位',
  取整方式: '进位',
  最低计费重量: '最低计费重',
  保底费: '最低收费',
  最低一票: '最低收费',
  是否含税: '含税',
}

const KEYS = new Set(INFO_FIELDS.map((field) => field.key))

/** The key of the form that a heading means; undefined if it is none. */
export function infoKey(heading: string): string | undefined {
  return KEYS.has(heading) ? heading : OTHER_NAMES[heading]
}

export const DATE_KEYS: ReadonlySet<string> = new Set(['生效日期', '失效日期'])

/** Keys whose value is a name or number plate, not a figure: it stays a text in the written workbook. */
export const NAME_KEYS: ReadonlySet<string> = new Set([
  '报价编号',
  '报价名称',
  '竞争对手',
  '客户',
  '级别',
  '产品',
  '始发地',
  '备注',
])
