import { Select } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { CellState, WhiteSpace } from '#shared/contract/needs'
import { cellKey, nextState } from '#shared/domain/needs/white-space'
import { useWords } from '../../i18n'
import type { CellChange } from './use-cells'

interface WhiteGridProps {
  grid: WhiteSpace
  /** Absent: only shown. */
  onCells?: (cells: CellChange[]) => void
}

interface Place {
  row: number
  column: number
}

const keyStates: Readonly<Record<string, CellState | null>> = {
  '1': 'ours',
  '2': 'competitor',
  '3': 'open',
  '4': 'none',
  Backspace: null,
  Delete: null,
}
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The grid itself: one stop for Tab, arrow keys inside, a click or Space for the next state. */
export function WhiteGrid({ grid, onCells }: WhiteGridProps) {
  const t = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const { rows } = grid.axes
  const { columns } = grid
  const cells = new Map(grid.cells.map((cell) => [cellKey(cell.row, cell.column), cell]))
  const suggested = new Map(grid.suggested.map((cell) => [cellKey(cell.row, cell.column), cell.tickets]))
  const names = new Map(grid.competitors.map(({ uid, name }) => [uid, name]))
  const put = (row: string, column: string, state: CellState | null, competitor: string | null = null) =>
    onCells?.([{ row, column, state, competitor }])

  const go = (next: Place) => {
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, row: string, column: string, at: Place) => {
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)
      go({ row: within(at.row + move[0], rows.length), column: within(at.column + move[1], columns.length) })
      return
    }
    if (!(event.key in keyStates)) return
    event.preventDefault()
    put(row, column, keyStates[event.key] ?? null)
  }

  const chosen = cells.get(cellKey(rows[place.row] ?? '', columns[place.column]?.key ?? ''))
  return (
    <>
      <div className="table-scroll">
        <table ref={table} className="white-grid" role="grid" aria-label={t('needs:white.title')}>
          <thead>
            <tr>
              <th scope="col">{t('needs:white.row')}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map(({ key, name }, columnIndex) => {
                  const cell = cells.get(cellKey(row, key))
                  const tickets = cell ? undefined : suggested.get(cellKey(row, key))
                  const who = cell?.competitor ? names.get(cell.competitor) : undefined
                  const state = t(`needs:white.state.${cell?.state ?? 'unset'}`)
                  const text = who ?? (tickets === undefined ? state : t('needs:white.suggested'))
                  const at = { row: rowIndex, column: columnIndex }
                  const active = place.row === rowIndex && place.column === columnIndex
                  return (
                    <td key={key}>
                      <button
                        type="button"
                        data-place={`${rowIndex} ${columnIndex}`}
                        className={`white-cell white-${cell?.state ?? (tickets === undefined ? 'unset' : 'suggested')}`}
                        tabIndex={active ? 0 : -1}
                        disabled={!onCells}
                        aria-label={t('needs:white.cell', { row, column: name, state: text })}
                        title={tickets === undefined ? undefined : t('needs:white.suggestedTitle', { count: tickets })}
                        onFocus={() => setPlace(at)}
                        onClick={() => put(row, key, nextState(cell?.state ?? null))}
                        onKeyDown={(event) => onKeyDown(event, row, key, at)}
                      >
                        {text}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onCells ? (
        <div className="row row-spread panel-bar white-foot">
          <span className="text-secondary">{t('needs:white.hint')}</span>
          {chosen?.state === 'competitor' ? (
            <Select<string>
              className="white-who"
              size="small"
              aria-label={t('needs:white.who')}
              value={chosen.competitor ?? ''}
              options={[
                { value: '', label: t('needs:white.whoUnknown') },
                ...grid.competitors.map(({ uid, name }) => ({ value: uid, label: name })),
              ]}
              onChange={(uid) => put(chosen.row, chosen.column, 'competitor', uid === '' ? null : uid)}
            />
          ) : null}
        </div>
      ) : null}
    </>
  )
}
