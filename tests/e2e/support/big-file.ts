import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const rows = 60_000

/** A month of waybills that takes long enough to be interrupted. */
export function writeBigFile(folder: string): string {
  const places = ['浙江省杭州市', '江苏省南京市', '广东省深圳市', '四川省成都市', '北京市', '陕西省西安市']
  const lines = ['运单号,寄件日期,客户名称,产品,目的地,重量(kg),件数']
  for (let index = 0; index < rows; index++) {
    const day = String((index % 28) + 1).padStart(2, '0')
    const kg = ((index % 90) + 1) / 10
    lines.push(`77${String(index).padStart(11, '0')},2026-09-${day},大批量客户,标快,${places[index % 6]},${kg},1`)
  }
  const path = join(folder, '大文件.csv')
  writeFileSync(path, lines.join('\n'))
  return path
}
