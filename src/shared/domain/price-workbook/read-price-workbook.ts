import { resolvePlaceList } from '../region/place-list'
import { parseSheetForm } from '../rating/parse-sheet'
import type { PriceSheet } from '../rating/price-sheet'
import type { FormPosition, FormValue, SheetForm } from '../rating/sheet-form'
import { buildZoneIndex } from '../rating/zone-index'
import { cellName } from './cell-address'
import { locate, type FormCells } from './form-cells'
import { readSurcharges, readTiers, readZones, zoneNames } from './form-tables'
import type { WorkbookGrid } from './grid'
import { looksLikePrices } from './price-header'
import { emptyInfo, readInfo, readInfoAbove } from './read-info'
import { readPrices, type ReadPrices } from './read-prices'
import { groupSheets, type SheetGroup } from './sheet-roles'
import { problemAt, WorkbookProblems, type WorkbookProblem } from './workbook-problem'

export interface ReadOptions {
  /** Values for keys of 报价信息 that the workbook does not give, e.g. the customer the clerk chose. */
  defaults?: Readonly<Record<string, FormValue>>
}

/** One price sheet of a workbook. */
export interface ReadPriceSheet {
  /** What tells the sheets of one workbook apart: 沪发 of `价格-沪发`; '' where there is one only. */
  label: string
  /** The sheets it was read from. */
  sheets: string[]
  /** As written; absent where no table of prices was found. */
  form?: SheetForm
  /** As understood; absent where there is any problem of severity error. */
  sheet?: PriceSheet
  /** Where the value of a key of 报价信息 stands; without one the sheet alone, for problems that come up later. */
  keyCell: (key: string) => { sheet: string; cell: string }
  /** Everything that is wrong or was left out, in the order of the workbook. */
  problems: WorkbookProblem[]
}

/**
 * Reads a workbook in the form of PRICING §4, one price sheet for each sheet of prices in it, and says everything that
 * is wrong with sheet, cell and reason: the form itself, its values and its places. 生效日期 is required.
 */
export function readPriceWorkbook(grid: WorkbookGrid, options: ReadOptions = {}): ReadPriceSheet[] {
  const { groups, others } = groupSheets(grid, looksLikePrices)
  const ignored = new WorkbookProblems()
  if (groups.length === 0) ignored.errorSheet('', 'no-price-sheet')
  for (const sheet of others) ignored.warnSheet(sheet.name, 'sheet-ignored')
  const order = new Map(grid.sheets.map((sheet, index) => [sheet.name, index]))
  const read = groups.map((group) => readGroup(group, options))
  const [first = nothingRead('', [], []), ...rest] = read
  return [{ ...first, problems: [...ignored.items, ...first.problems] }, ...rest].map((sheet) => ({
    ...sheet,
    problems: sheet.problems.toSorted((a, b) => comparePlaces(a, b, order)),
  }))
}

function readGroup({ label, parts }: SheetGroup, options: ReadOptions): ReadPriceSheet {
  const problems = new WorkbookProblems()
  const sheets = [...new Set(Object.values(parts).map((sheet) => sheet.name))]
  const info = emptyInfo()
  if (parts.info) readInfo(parts.info, info, problems)
  const zones = parts.zones ? readZones(parts.zones, problems) : { rows: [], cells: [] }
  const prices = readPrices(parts.prices, zoneNames(zones.rows), problems)
  if (!prices) return nothingRead(label, sheets, problems.items)
  if (!parts.info) readInfoAbove(parts.prices, prices.headerRow, info, problems)
  const surcharges = parts.surcharges ? readSurcharges(parts.surcharges, problems) : { rows: [], cells: [] }
  const tiers = parts.tiers ? readTiers(parts.tiers, problems) : { rows: [], cells: [] }
  const inline = zones.rows.length === 0 ? prices.zones : []
  const form: SheetForm = {
    info: withDefaults(info.info, options.defaults ?? {}),
    columns: prices.columns,
    rows: prices.rows,
  }
  if (zones.rows.length + inline.length > 0) form.zones = [...zones.rows, ...inline]
  if (surcharges.rows.length > 0) form.surcharges = surcharges.rows
  if (tiers.rows.length > 0) form.tiers = tiers.rows
  const cells: FormCells = {
    info: info.cells,
    columns: prices.columnCells,
    keys: prices.keyCells,
    tables: { zones: [...zones.cells, ...inlineZoneCells(prices)], surcharges: surcharges.cells, tiers: tiers.cells },
    sheetOf: {
      info: (parts.info ?? parts.prices).name,
      columns: parts.prices.name,
      rows: parts.prices.name,
      zones: (parts.zones ?? parts.prices).name,
      surcharges: parts.surcharges?.name ?? '',
      tiers: parts.tiers?.name ?? '',
    },
  }
  const keyCell = (key: string): { sheet: string; cell: string } => {
    const at = info.cells.get(key)
    return at ? { sheet: at.sheet, cell: cellName(at.row, at.column) } : { sheet: cells.sheetOf.info, cell: '' }
  }
  return { label, sheets, form, keyCell, ...understand(form, cells, problems) }
}

function nothingRead(label: string, sheets: string[], problems: WorkbookProblem[]): ReadPriceSheet {
  return { label, sheets, keyCell: () => ({ sheet: sheets[0] ?? '', cell: '' }), problems }
}

function withDefaults(
  info: Readonly<Record<string, FormValue>>,
  defaults: Readonly<Record<string, FormValue>>,
): Record<string, FormValue> {
  const missing = Object.entries(defaults).filter(([key]) => info[key] === undefined)
  return { ...info, ...Object.fromEntries(missing) }
}

function inlineZoneCells(prices: ReadPrices): FormCells['tables']['zones'] {
  return prices.zoneCells.map((places) => ({ places }))
}

function understand(
  form: SheetForm,
  cells: FormCells,
  own: WorkbookProblems,
): Pick<ReadPriceSheet, 'sheet' | 'problems'> {
  const { sheet, problems } = parseSheetForm(form, { requireEffectiveFrom: true, resolvePlaces: resolvePlaceList })
  const all = [
    ...own.items,
    ...problems.map((one) => placed(cells, one.where, one.severity, `rating.problem.${one.code}`, one.params)),
    ...buildZoneIndex(form).problems.map((one) =>
      placed(cells, one.where, one.severity, `zones.${one.code}`, one.params),
    ),
  ]
  const sound = sheet && !all.some((problem) => problem.severity === 'error')
  return sound ? { sheet, problems: all } : { problems: all }
}

function placed(
  cells: FormCells,
  where: FormPosition,
  severity: WorkbookProblem['severity'],
  code: WorkbookProblem['code'],
  params: Readonly<Record<string, string>>,
): WorkbookProblem {
  const at = locate(cells, where)
  return at
    ? problemAt(at, severity, code, params)
    : { severity, code, params, sheet: cells.sheetOf[where.part], cell: '' }
}

/** By sheet as in the workbook, then by row and column; problems of a whole sheet first. */
function comparePlaces(a: WorkbookProblem, b: WorkbookProblem, order: ReadonlyMap<string, number>): number {
  const sheets = (order.get(a.sheet) ?? -1) - (order.get(b.sheet) ?? -1)
  if (sheets !== 0) return sheets
  const [rowA, rowB] = [rowOf(a.cell), rowOf(b.cell)]
  if (rowA !== rowB) return rowA - rowB
  return a.cell.length - b.cell.length || (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0)
}

const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0)
