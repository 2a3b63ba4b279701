import type { WorkbookProblemCode } from '#shared/domain/price-workbook/workbook-problem'
import type { ZoneProblemCode } from '#shared/domain/rating/zone-problem'

/** What is wrong with the form of a price workbook: `workbook.<code>` of its problems. */
export const priceWorkbookZh = {
  'no-price-sheet': '没有找到价格表：工作表名应为“价格”，表头为“目的地”（或“分区”）和重量段',
  'no-header': '工作表“{{sheet}}”没有找到表头行',
  'sheet-ignored': '工作表“{{sheet}}”不是报价的一部分，未读取',
  'column-ignored': '“{{column}}”列不是报价的一部分，未读取',
  'column-without-header': '该列有数字但没有表头，请补上重量段',
  'header-was-date': '表头被 Excel 改成了日期，按“{{column}}”读取；请把表头设为文本',
  'row-ignored': '该行不是价格，未读取：{{text}}',
  'second-table': '表头在此再次出现，从这一行起没有读取；请把第二张价格表放到另一个工作表',
  'key-twice': '“{{key}}”填了两次，另一处在 {{first}}',
  'number-cut': '“{{key}}”是超过 15 位的数字，末尾已被 Excel 截断；请改为文本重新填写',
} as const satisfies Record<WorkbookProblemCode, string>

export const priceWorkbookEn: Record<keyof typeof priceWorkbookZh, string> = {
  'no-price-sheet':
    'No table of prices found: name its sheet 价格 and head it 目的地 (or 分区) and the weight brackets',
  'no-header': 'No header row found in sheet “{{sheet}}”',
  'sheet-ignored': 'Sheet “{{sheet}}” is no part of a price sheet and was not read',
  'column-ignored': 'Column “{{column}}” is no part of a price sheet and was not read',
  'column-without-header': 'This column holds figures but has no heading; add its weight bracket',
  'header-was-date': 'Excel has made a date of this heading; it is read as “{{column}}”. Please make it a text',
  'row-ignored': 'This row holds no price and was not read: {{text}}',
  'second-table': 'The header begins anew here and nothing below was read; put the second table on a sheet of its own',
  'key-twice': '“{{key}}” is given twice, the other time in {{first}}',
  'number-cut': '“{{key}}” is a number of more than 15 digits, whose last ones Excel has cut off; enter it as a text',
}

/** What is wrong with the places of a price sheet: `zones.<code>` of its problems. */
export const zonesZh = {
  'place-unknown': '“{{place}}”不是可识别的地名',
  'place-ambiguous': '“{{place}}”可能是多个地方：{{candidates}}；请写上省或市',
  'place-in-two-zones': '{{place}} 同时属于“{{first}}”和“{{second}}”',
  'place-in-two-rows': '{{place}} 同时出现在“{{first}}”和“{{second}}”两行',
  'zone-undefined': '“{{key}}”既不是“分区”表中的分区，也不是地名',
  'zone-without-row': '分区“{{zone}}”在价格表中没有对应的行',
  'zone-empty': '分区“{{zone}}”没有目的地',
  'zone-name-missing': '缺少分区名称',
  'row-literal': '“{{key}}”不是可识别的地名，运单的目的地不会自动匹配到这一行',
} as const satisfies Record<ZoneProblemCode, string>

export const zonesEn: Record<keyof typeof zonesZh, string> = {
  'place-unknown': '“{{place}}” is not a place that is known',
  'place-ambiguous': '“{{place}}” may be several places: {{candidates}}; add the province or city',
  'place-in-two-zones': '{{place}} lies in both “{{first}}” and “{{second}}”',
  'place-in-two-rows': '{{place}} stands in both rows “{{first}}” and “{{second}}”',
  'zone-undefined': '“{{key}}” is neither a zone of sheet 分区 nor a place',
  'zone-without-row': 'Zone “{{zone}}” has no row in the table of prices',
  'zone-empty': 'Zone “{{zone}}” has no places',
  'zone-name-missing': 'The name of the zone is missing',
  'row-literal': '“{{key}}” is not a place that is known; no destination of a waybill will find this row',
}
