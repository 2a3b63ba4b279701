import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { CellState, WhiteCell, WhiteSpace } from '#shared/contract/needs'
import { cellKey, sumsOf } from '#shared/domain/needs/white-space'
import { useApi, useChanged } from '../../components/backend'
import { useNotifyError } from '../../components/notify'

export type CellChange = Omit<WhiteCell, 'state'> & { state: CellState | null }

/**
 * Writes cells one after the other, in the order they were judged; the screen shows each at once. A refused write shows
 * what stands in the book instead.
 */
export function useCells(accountId: number, grid: WhiteSpace): (cells: CellChange[]) => void {
  const api = useApi()
  const queries = useQueryClient()
  const changed = useChanged()
  const failed = useNotifyError()
  const line = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const version = useRef(grid.version)
  useEffect(() => {
    if (waiting.current === 0) version.current = grid.version
  }, [grid.version])
  return useCallback(
    (cells) => {
      queries.setQueryData<WhiteSpace>(['needs', 'whiteSpace', accountId], (old) => old && withCells(old, cells))
      waiting.current += 1
      line.current = line.current
        .then(async () => {
          version.current = (await api.needs.setCells({ accountId, version: version.current, cells })).version
        })
        .catch(failed)
        .then(async () => {
          waiting.current -= 1
          if (waiting.current === 0) await changed()
        })
    },
    [accountId, api, queries, changed, failed],
  )
}

/** The grid as it will be once the cells are written. */
export function withCells(grid: WhiteSpace, changes: readonly CellChange[]): WhiteSpace {
  const cells = new Map(grid.cells.map((cell) => [cellKey(cell.row, cell.column), cell]))
  for (const { state, ...cell } of changes) {
    if (state === null) cells.delete(cellKey(cell.row, cell.column))
    else cells.set(cellKey(cell.row, cell.column), { ...cell, state })
  }
  const judged = [...cells.values()]
  return {
    ...grid,
    cells: judged,
    suggested: grid.suggested.filter(({ row, column }) => !cells.has(cellKey(row, column))),
    sums: sumsOf(grid.axes.rows.length * grid.columns.length, judged),
  }
}
