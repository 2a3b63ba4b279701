import type { GridCell } from '#shared/domain/price-workbook/grid'
import { formatFen } from '#shared/domain/money'
import type { DemoWaybill } from './demo-waybills'
import { demoSeed, generateDemo } from './generate-demo'
import { Random } from './random'
import { cleanRow, messyRow, sampleHeaders } from './sample-spelling'

/** The month the sample workbooks show; they are files of the repository, so it does not move. */
export const sampleMonthName = '2026-10'

export type SampleFate = 'import' | 'duplicate' | 'reject' | 'conflict'

/** A data row of the messy workbook and what an import into a fresh book makes of it. */
export interface SampleRow {
  fate: SampleFate
  /** 1-based row in the sheet. */
  row: number
  waybill: DemoWaybill
  cells: GridCell[]
  /** What the row's amount cell says; 0 where it says nothing readable. */
  fen: number
}

export interface SampleMonth {
  /** The messy sheet, whole: titles, header, data, sums, remarks. */
  sheet: GridCell[][]
  /** Merged blocks of the sheet, as Excel names them. */
  merges: string[]
  headerRow: number
  rows: SampleRow[]
  /** The importable rows once more, written carefully: header and cells. */
  clean: string[][]
}

const keepEvery = 2
const pageRows = 500

/** One month as a carrier's export brings it, with everything that goes wrong in such files. Always the same. */
export function sampleMonth(): SampleMonth {
  const story = generateDemo(demoSeed, sampleMonthName)
  const last = [...story.months()].at(-1)?.waybills ?? []
  const random = new Random(demoSeed).branch('sample')
  const planned = planRows(last.filter((_, index) => index % keepEvery === 0))
  const headings: GridCell[] = sampleHeaders.map((value) => ({ value, format: '@' }))
  const sheet: GridCell[][] = [
    [{ value: `示例速运 ${sampleMonthName} 运单明细（示例数据）` }],
    [{ value: `客户：全部　账期：${sampleMonthName}-01 至 ${sampleMonthName}-31　单位：元、千克` }],
    [],
    headings,
  ]
  const headerRow = sheet.length
  const rows: SampleRow[] = []
  let page = 0
  for (const [index, { fate, waybill, edit }] of planned.entries()) {
    if (index > 0 && index % pageRows === 0) {
      sheet.push(sumRow('小计', rows.slice(page)))
      page = rows.length
      if (index === pageRows) sheet.push([], headings)
    }
    const cells = messyRow(cleanRow(waybill, index), random)
    Object.assign(cells, edit)
    sheet.push(cells)
    const fen = edit && 17 in edit ? 0 : (waybill.billedFen ?? 0)
    rows.push({ fate, row: sheet.length, waybill, cells, fen })
  }
  sheet.push(sumRow('合计', rows), [], [{ value: '制表：示例  复核：示例  本表为示例数据，公司与人员均为虚构。' }])
  const kept = rows.filter(({ fate }) => fate === 'import')
  return {
    sheet,
    merges: ['A1:S1', 'A2:S2'],
    headerRow,
    rows,
    clean: [[...sampleHeaders], ...kept.map(({ waybill }, index) => cleanRow(waybill, index))],
  }
}

function sumRow(word: string, rows: readonly SampleRow[]): GridCell[] {
  const cells: GridCell[] = sampleHeaders.map(() => null)
  const pieces = rows.reduce((sum, { waybill }) => sum + waybill.pieces, 0)
  const fen = rows.reduce((sum, row) => sum + row.fen, 0)
  cells[0] = { value: word }
  cells[10] = { value: pieces }
  cells[17] = { value: Number(formatFen(fen)), format: '0.00' }
  return cells
}

interface PlannedRow {
  fate: SampleFate
  waybill: DemoWaybill
  /** Cells that are not what the waybill says, by column. */
  edit?: Record<number, GridCell>
}

/** Rows that follow one ordinary row in a hundred or so: what is refused, repeated, contradicted, charged apart. */
const mishaps: readonly ((waybill: DemoWaybill) => PlannedRow)[] = [
  (waybill) => ({ fate: 'duplicate', waybill }),
  (waybill) => ({ fate: 'conflict', waybill: { ...waybill, actualGrams: (waybill.actualGrams ?? 0) + 1500 } }),
  (waybill) => ({ fate: 'reject', waybill, edit: { 1: { value: 7_326_100_000_123_450 } } }),
  (waybill) => ({ fate: 'reject', waybill, edit: { 1: { value: '7.3261E+15', format: '@' } } }),
  (waybill) => ({ fate: 'reject', waybill: renumbered(waybill, '1'), edit: { 3: null } }),
  (waybill) => ({
    fate: 'reject',
    waybill: renumbered(waybill, '2'),
    edit: { 3: { value: '2026-10-32', format: '@' } },
  }),
  (waybill) => ({ fate: 'reject', waybill: renumbered(waybill, '3'), edit: { 17: { value: '见附件', format: '@' } } }),
  (waybill) => ({ fate: 'reject', waybill: renumbered(waybill, '4'), edit: { 11: { value: '约2', format: '@' } } }),
  (waybill) => ({ fate: 'reject', waybill, edit: { 1: null } }),
  (waybill) => ({ fate: 'import', waybill: { ...waybill, feeKind: '包装费', billedFen: 350, note: '木架' } }),
  (waybill) => ({ fate: 'import', waybill: { ...waybill, feeKind: '理赔', billedFen: -2880, note: '丢失理赔' } }),
  (waybill) => ({ fate: 'import', waybill: { ...renumbered(waybill, '5'), destination: '朝阳' } }),
  (waybill) => ({ fate: 'import', waybill: { ...renumbered(waybill, '6'), destination: '鼓楼区' } }),
  (waybill) => ({ fate: 'import', waybill: { ...renumbered(waybill, '7'), destination: '保税区三号库' } }),
  (waybill) => ({ fate: 'import', waybill: { ...renumbered(waybill, '8'), actualGrams: null, billedFen: null } }),
  (waybill) => ({ fate: 'import', waybill: { ...renumbered(waybill, '9'), actualGrams: 0, billedFen: null } }),
]

const betweenMishaps = 29

function planRows(waybills: readonly DemoWaybill[]): PlannedRow[] {
  let next = 0
  return waybills.flatMap((waybill, index) => {
    const ordinary: PlannedRow = { fate: 'import', waybill }
    if (index % betweenMishaps !== betweenMishaps - 1 || waybill.lineKind !== 'freight') return [ordinary]
    const mishap = mishaps[next % mishaps.length]
    next++
    return mishap ? [ordinary, mishap(waybill)] : [ordinary]
  })
}

/** Another ticket of the same customer: numbers of the story end in a running number far below this. */
function renumbered(waybill: DemoWaybill, digit: string): DemoWaybill {
  return { ...waybill, number: `${waybill.number.slice(0, 6)}9${digit}${waybill.number.slice(8)}` }
}
