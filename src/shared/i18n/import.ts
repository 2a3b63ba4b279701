import type { ValueCode } from '../domain/import/parsed'

type FileCode =
  | 'notFound'
  | 'locked'
  | 'noPermission'
  | 'empty'
  | 'encrypted'
  | 'damaged'
  | 'tooLarge'
  | 'zipBomb'
  | 'notAWorkbook'
  | 'wpsFormat'
  | 'sheetNotFound'
  | 'noSheets'
  | 'gridTooLarge'
  | 'diskFull'

type ProblemKey =
  | `value.${ValueCode}`
  | `file.${FileCode}`
  | `row.${'total' | 'repeatedHeader' | 'otherTable' | 'note' | 'hidden'}`

/** Why a file, a row or a cell cannot be taken: what is wrong, and what the clerk can do. `{{text}}` is the cell. */
export const importProblemsZh = {
  'value.missing': '没有填写',
  'value.noCachedValue': '公式“{{text}}”没有计算结果，请用 Excel 或 WPS 打开后保存一次',
  'value.excelError': '单元格是 Excel 错误值“{{text}}”',
  'value.notANumber': '“{{text}}”不是数字',
  'value.notAnInteger': '“{{text}}”不是整数',
  'value.tooManyDecimals': '“{{text}}”的小数多于 {{decimals}} 位',
  'value.outOfRange': '“{{text}}”超出合理范围',
  'value.negative': '“{{text}}”不能是负数',
  'value.unknownUnit': '“{{text}}”的单位不认识或不适用于这一列',
  'value.notADate': '“{{text}}”不是日期',
  'value.ambiguousDate': '“{{text}}”分不清月和日，请选择这一列的日期顺序',
  'value.noSuchDay': '没有“{{text}}”这一天',
  'value.notASize': '“{{text}}”不是长×宽×高',
  'value.truncatedNumber': '运单号已被 Excel 截断（{{text}}），请从原系统按文本重新导出',
  'value.scientificNumber': '号码已变成科学计数法（{{text}}），请从原系统按文本重新导出',
  'value.notAWaybillNumber': '“{{text}}”不是运单号',
  'value.notAPhone': '“{{text}}”不是电话号码',
  'value.usccLength': '统一社会信用代码应为 18 位，现在是 {{length}} 位：“{{text}}”',
  'value.usccCharacter':
    '统一社会信用代码“{{text}}”第 {{position}} 位的“{{character}}”不允许：第 3–8 位只能是数字，其余不含 I、O、S、V、Z',
  'value.usccCheckDigit': '统一社会信用代码“{{text}}”校验码不对：最后一位是 {{found}}，按前 17 位应为 {{expected}}',
  'value.notAPercent': '“{{text}}”不是百分比',
  'value.ambiguousPercent': '“{{text}}”分不清是比例还是百分数，请写上 %',
  'value.notABoolean': '“{{text}}”不是“是”或“否”',
  'value.notAChoice': '“{{text}}”不在可选范围内',
  'value.tooLong': '“{{text}}”太长，最多 {{max}} 个字',
  'file.notFound': '找不到这个文件，可能已被移走或改名',
  'file.locked': '文件正被其他程序占用，请在 Excel 或 WPS 中关闭后再试',
  'file.noPermission': '没有读取或写入这个文件的权限，文件可能正在 Excel 中打开',
  'file.empty': '文件是空的',
  'file.encrypted': '文件设有密码，请在 Excel 或 WPS 中取消密码后另存',
  'file.damaged': '文件已损坏或没有下载完整，请重新导出或用 Excel 修复后另存',
  'file.tooLarge': '文件太大（上限 {{megabytes}} MB），请另存为 .xlsx 或分成几个文件',
  'file.zipBomb': '文件解压后异常庞大，已拒绝打开',
  'file.notAWorkbook': '这不是表格文件，请选择 .xlsx、.xls 或 .csv',
  'file.wpsFormat': '这是 WPS 专用格式，请在 WPS 中另存为 .xlsx',
  'file.sheetNotFound': '文件里没有工作表“{{sheet}}”',
  'file.noSheets': '文件里没有工作表',
  'file.gridTooLarge': '工作表“{{sheet}}”太大，不像是价格表',
  'file.diskFull': '磁盘已满，请清理后再试',
  'row.total': '合计行，未导入',
  'row.repeatedHeader': '重复的表头，未导入',
  'row.otherTable': '下方另一个表格的行，未导入',
  'row.note': '表格下方的说明，未导入',
  'row.hidden': '隐藏行',
} as const satisfies Record<ProblemKey, string>

export type ImportProblemKey = keyof typeof importProblemsZh

export const importProblemsEn: Record<ImportProblemKey, string> = {
  'value.missing': 'Nothing entered',
  'value.noCachedValue': 'The formula “{{text}}” has no result; open the file in Excel or WPS and save it once',
  'value.excelError': 'The cell holds the Excel error “{{text}}”',
  'value.notANumber': '“{{text}}” is not a number',
  'value.notAnInteger': '“{{text}}” is not a whole number',
  'value.tooManyDecimals': '“{{text}}” has more than {{decimals}} decimals',
  'value.outOfRange': '“{{text}}” is out of range',
  'value.negative': '“{{text}}” must not be negative',
  'value.unknownUnit': 'The unit of “{{text}}” is unknown or does not fit this column',
  'value.notADate': '“{{text}}” is not a date',
  'value.ambiguousDate': '“{{text}}”: day and month cannot be told apart; choose the date order of this column',
  'value.noSuchDay': 'There is no day “{{text}}”',
  'value.notASize': '“{{text}}” is not length × width × height',
  'value.truncatedNumber': 'The number was truncated by Excel ({{text}}); export it again as text from its source',
  'value.scientificNumber': 'The number turned into scientific notation ({{text}}); export it again as text',
  'value.notAWaybillNumber': '“{{text}}” is not a waybill number',
  'value.notAPhone': '“{{text}}” is not a phone number',
  'value.usccLength': 'A unified social credit code has 18 characters, this one {{length}}: “{{text}}”',
  'value.usccCharacter':
    'Character {{position}} of “{{text}}” cannot be “{{character}}”: 3 to 8 are digits, and I, O, S, V, Z never occur',
  'value.usccCheckDigit':
    'The check digit of “{{text}}” is {{found}}; by the first 17 characters it should be {{expected}}',
  'value.notAPercent': '“{{text}}” is not a percentage',
  'value.ambiguousPercent': '“{{text}}” may be a share or a percentage; write a % sign',
  'value.notABoolean': '“{{text}}” is neither yes nor no',
  'value.notAChoice': '“{{text}}” is not one of the choices',
  'value.tooLong': '“{{text}}” is too long; at most {{max}} characters',
  'file.notFound': 'The file was not found; it may have been moved or renamed',
  'file.locked': 'The file is in use by another program; close it in Excel or WPS and try again',
  'file.noPermission': 'No permission to read or write this file; it may be open in Excel',
  'file.empty': 'The file is empty',
  'file.encrypted': 'The file has a password; remove it in Excel or WPS and save a copy',
  'file.damaged': 'The file is damaged or was not downloaded completely; export it again or repair it in Excel',
  'file.tooLarge': 'The file is too large (limit {{megabytes}} MB); save it as .xlsx or split it',
  'file.zipBomb': 'The file would unpack to an abnormal size and was refused',
  'file.notAWorkbook': 'This is not a workbook; choose an .xlsx, .xls or .csv file',
  'file.wpsFormat': 'This is a format of WPS only; save it as .xlsx in WPS',
  'file.sheetNotFound': 'The file has no sheet “{{sheet}}”',
  'file.noSheets': 'The file has no sheets',
  'file.gridTooLarge': 'The sheet “{{sheet}}” is too large for a price sheet',
  'file.diskFull': 'The disk is full; make room and try again',
  'row.total': 'Row of totals, not imported',
  'row.repeatedHeader': 'Repeated header, not imported',
  'row.otherTable': 'Row of another table below, not imported',
  'row.note': 'Note below the table, not imported',
  'row.hidden': 'Hidden row',
}
