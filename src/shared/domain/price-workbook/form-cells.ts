import type { FormPosition } from '../rating/sheet-form'
import type { CellPosition } from './cell-address'

export type TablePart = 'zones' | 'surcharges' | 'tiers'

/** Where in the workbook each part of a form was read from. */
export interface FormCells {
  info: ReadonlyMap<string, CellPosition>
  columns: readonly CellPosition[]
  keys: readonly CellPosition[]
  tables: Readonly<Record<TablePart, readonly Readonly<Record<string, CellPosition>>[]>>
  /** The sheet to name where there is no cell: a key that is missing, a table without rows. */
  sheetOf: Readonly<Record<FormPosition['part'], string>>
}

/** The cell of a position in the form; undefined where the workbook has none, as for a missing key. */
export function locate(cells: FormCells, where: FormPosition): CellPosition | undefined {
  const row = where.row ?? 0
  switch (where.part) {
    case 'info':
      return cells.info.get(where.key ?? '')
    case 'columns':
      return cells.columns[where.column ?? 0]
    case 'rows': {
      const key = cells.keys[row]
      const column = where.column === undefined ? undefined : cells.columns[where.column]
      return key && column ? { ...key, column: column.column } : where.row === undefined ? undefined : key
    }
    default: {
      const fields = cells.tables[where.part][row]
      return fields?.[where.field ?? FIRST_FIELD[where.part]]
    }
  }
}

/** The field a problem of a whole row is shown at. */
const FIRST_FIELD: Readonly<Record<TablePart, string>> = { zones: 'places', surcharges: 'item', tiers: 'basis' }
