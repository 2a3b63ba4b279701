import { type SheetTables, SURCHARGE_COLUMNS, TIER_COLUMNS } from '#shared/domain/price-editing/sheet-tables'
import type { TableProblem } from '#shared/domain/price-editing/check-tables'
import type { CellMark, RowMarks, Table } from '../../../components/grid/sheet-grid'

/** A price sheet while it is written: 报价信息 as keys and texts, everything else as grids. */
export interface EditorForm {
  info: readonly { key: string; value: string }[]
  /** First row: brackets, first column: zones or places; the corner is empty. */
  prices: Table
  zones: Table
  surcharges: Table
  tiers: Table
}

export type EditorGrid = Exclude<keyof EditorForm, 'info'>
export type EditorPart = keyof EditorForm

export function formOf({ info, columns, rows, zones, surcharges, tiers }: SheetTables): EditorForm {
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length), 1)
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '')
  return {
    info,
    prices: [['', ...padded(columns)], ...rows.map(({ key, cells }) => [key, ...padded(cells)])],
    zones: zones.map(({ zone, places }) => [zone, places]),
    surcharges: surcharges.map((row) => SURCHARGE_COLUMNS.map(([, header]) => row[header] ?? '')),
    tiers: tiers.map((row) => TIER_COLUMNS.map(([, header]) => row[header] ?? '')),
  }
}

export function tablesOf({ info, prices, zones, surcharges, tiers }: EditorForm): SheetTables {
  const [header = [], ...rows] = prices
  return {
    info: info
      .filter(({ key, value }) => key.trim() !== '' || value.trim() !== '')
      .map(({ key, value }) => ({ key, value })),
    columns: header.slice(1),
    rows: rows.map(([key = '', ...cells]) => ({ key, cells })),
    zones: zones.map(([zone = '', places = '']) => ({ zone, places })),
    surcharges: surcharges.map((row) => named(row, SURCHARGE_COLUMNS)),
    tiers: tiers.map((row) => named(row, TIER_COLUMNS)),
  }
}

function named(row: readonly string[], columns: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(([, header], index) => ((row[index] ?? '') === '' ? [] : [[header, row[index] ?? '']])),
  )
}

export function infoOf(form: EditorForm, key: string): string {
  return form.info.find((one) => one.key === key)?.value ?? ''
}

/** The form with one entry of 报价信息; an empty one is taken out. */
export function withInfo(form: EditorForm, key: string, value: string): EditorForm {
  const there = form.info.some((one) => one.key === key)
  if (value === '') return there ? { ...form, info: form.info.filter((one) => one.key !== key) } : form
  if (!there) return { ...form, info: [...form.info, { key, value }] }
  return { ...form, info: form.info.map((one) => (one.key === key ? { key, value } : one)) }
}

/** Where a problem is seen: the tab, and in a grid the cell. */
export interface Spot {
  part: EditorPart
  row: number
  column: number
  key: string | null
}

const ZONE_NAME = new Set(['zones.zone-name-missing', 'zones.zone-without-row'])

export function spotOf({ code, where }: Pick<TableProblem, 'code' | 'where'>): Spot {
  const { part, row = 0, column, field, key = null } = where
  const fields = { surcharges: SURCHARGE_COLUMNS, tiers: TIER_COLUMNS }
  switch (part) {
    case 'info':
      return { part, row: 0, column: 0, key }
    case 'columns':
      return { part: 'prices', row: 0, column: (column ?? 0) + 1, key: null }
    case 'rows':
      return { part: 'prices', row: row + 1, column: column === undefined ? 0 : column + 1, key: null }
    case 'zones':
      return { part, row, column: ZONE_NAME.has(code) ? 0 : 1, key: null }
    case 'surcharges':
    case 'tiers':
      return {
        part,
        row,
        column: Math.max(
          0,
          fields[part].findIndex(([name]) => name === field),
        ),
        key: null,
      }
  }
}

/** The problems of one grid by cell; of several in one cell the first error is shown, all of their words together. */
export function marksOf(
  problems: readonly TableProblem[],
  part: EditorGrid,
  textOf: (problem: TableProblem) => string,
  /** Stands between two problems of one cell. */
  between: string,
): Map<number, RowMarks> {
  const marks = new Map<number, Map<number, CellMark>>()
  for (const problem of problems) {
    const spot = spotOf(problem)
    if (spot.part !== part) continue
    const row = marks.get(spot.row) ?? new Map<number, CellMark>()
    marks.set(spot.row, row)
    const there = row.get(spot.column)
    const level = there?.level === 'error' ? 'error' : problem.severity
    row.set(spot.column, { level, text: there ? `${there.text}${between}${textOf(problem)}` : textOf(problem) })
  }
  return marks
}

/** A sheet that is begun: usual brackets, one row for everywhere. */
export function newForm(today: string): EditorForm {
  const columns = ['0-0.5', '0.5-1', '1-2', '2-3', '3以上']
  return {
    info: [
      { key: '生效日期', value: today },
      { key: '进位', value: '实重' },
    ],
    prices: [
      ['', ...columns],
      ['', ...columns.map(() => '')],
    ],
    zones: [],
    surcharges: [],
    tiers: [],
  }
}

const OWN_TO_ONE = new Set(['客户', '级别', '报价编号'])

/** A copy for somebody else, or the next version of the same name: both begin on a day of their own. */
export function copyOf(
  form: EditorForm,
  as: 'version' | 'copy',
  from: string,
  nameOfCopy: (name: string) => string,
): EditorForm {
  const kept = form.info.filter(({ key }) => key !== '失效日期' && (as === 'version' || !OWN_TO_ONE.has(key)))
  const dated = withInfo({ ...form, info: kept }, '生效日期', from)
  return as === 'version' ? dated : withInfo(dated, '报价名称', nameOfCopy(infoOf(form, '报价名称')))
}
