import type { CellState, WhiteAxes, WhiteCell, WhiteSums } from '../../contract/needs'

export interface WhiteColumn {
  /** `uid` of a site, or the name of a department. */
  key: string
  name: string
}

/** The columns of a grid: the customer's sites as they are now, or the departments that were named. */
export function columnsOf(axes: WhiteAxes, sites: readonly { uid: string; name: string }[]): WhiteColumn[] {
  return axes.columnsBy === 'site'
    ? sites.map(({ uid, name }) => ({ key: uid, name }))
    : axes.departments.map((name) => ({ key: name, name }))
}

/** Keys of two texts in one: the separator is in no text a form can send. */
export function cellKey(row: string, column: string): string {
  return `${row}\u0000${column}`
}

/** The cells that are inside the grid; judgements about rows and columns that are gone are kept but not seen. */
export function shownCells(axes: WhiteAxes, columns: readonly WhiteColumn[], cells: readonly WhiteCell[]): WhiteCell[] {
  const inside = new Set(axes.rows.flatMap((row) => columns.map(({ key }) => cellKey(row, key))))
  return cells.filter(({ row, column }) => inside.has(cellKey(row, column)))
}

/** Counts of a grid and its white space: open ÷ (ours + competitor + open), in whole 0.01 %. */
export function sumsOf(cellCount: number, cells: readonly WhiteCell[]): WhiteSums {
  const count = (state: CellState) => cells.filter((cell) => cell.state === state).length
  const [ours, competitor, open, none] = [count('ours'), count('competitor'), count('open'), count('none')]
  const needed = ours + competitor + open
  return {
    ours,
    competitor,
    open,
    none,
    unset: cellCount - cells.length,
    openPpm: needed === 0 ? null : Math.floor((open * 20_000 + needed) / (2 * needed)) * 100,
  }
}

/** Cells nobody judged whose product the customer ships with us: proposed as ours, never entered by themselves. */
export function suggestedCells(
  axes: WhiteAxes,
  columns: readonly WhiteColumn[],
  cells: readonly WhiteCell[],
  shipped: ReadonlyMap<string, number>,
): { row: string; column: string; tickets: number }[] {
  const judged = new Set(cells.map(({ row, column }) => cellKey(row, column)))
  return axes.rows.flatMap((row) => {
    const tickets = shipped.get(row) ?? 0
    if (tickets <= 0) return []
    return columns.filter(({ key }) => !judged.has(cellKey(row, key))).map(({ key }) => ({ row, column: key, tickets }))
  })
}

/** The next state of a cell when it is clicked or Space is pressed. */
export function nextState(state: CellState | null): CellState | null {
  const order: readonly (CellState | null)[] = [null, 'ours', 'competitor', 'open', 'none']
  return order[(order.indexOf(state) + 1) % order.length] ?? null
}
