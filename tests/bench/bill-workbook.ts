import ExcelJS from 'exceljs'
import { Random } from '#core/features/demo/generator/random'

const header = [
  '运单号',
  '寄件日期',
  '客户编码',
  '客户名称',
  '产品类型',
  '始发地',
  '目的省份',
  '目的城市',
  '实际重量(kg)',
  '件数',
  '声明价值(元)',
  '应付金额(元)',
  '付款方式',
  '备注',
]

export interface BenchCustomer {
  code: string
  name: string
}

const places = [
  ['浙江省', '杭州市'],
  ['江苏省', '南京市'],
  ['上海市', '上海市'],
  ['广东省', '深圳市'],
  ['山东省', '青岛市'],
  ['四川省', '成都市'],
  ['湖北省', '武汉市'],
  ['新疆维吾尔自治区', '乌鲁木齐市'],
] as const

/** Writes a month's bill of `rows` × 14 cells with Chinese text as shared strings, as Excel writes it. */
export async function writeBill(path: string, rows: number, customers: readonly BenchCustomer[]): Promise<void> {
  const random = new Random(20_261_001)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true })
  const sheet = workbook.addWorksheet('运单明细')
  sheet.getColumn(2).numFmt = 'yyyy-mm-dd'
  sheet.addRow(header).commit()
  for (let index = 0; index < rows; index++) {
    const customer = customers[random.below(customers.length)] ?? { code: '', name: '' }
    const [province, city] = places[random.below(places.length)] ?? places[0]
    const row = sheet.addRow([
      `YB${String(2_026_100_000_000 + index)}`,
      new Date(Date.UTC(2026, 9, 1 + random.below(31))),
      customer.code,
      customer.name,
      random.chance(800) ? '标快' : '特惠',
      '浙江省杭州市',
      province,
      city,
      random.between(10, 5000) / 100,
      random.between(1, 3),
      random.chance(100) ? random.between(1, 90) * 100 : null,
      random.between(300, 9000) / 100,
      '月结',
      `订单${index} 轻放勿压`,
    ])
    row.commit()
  }
  sheet.commit()
  await workbook.commit()
}
