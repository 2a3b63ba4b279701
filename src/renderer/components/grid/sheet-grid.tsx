import { Dropdown } from 'antd'
import { Fragment, useMemo, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import '../../styles/grid.css'
import { useWords } from '../../i18n'
import { HelpButton } from '../help-button'
import { GridField } from './grid-field'
import { actionOf, type GridAction } from './grid-keys'
import { gridMenu } from './grid-menu'
import { GridGap, type GridColumn, GridRow, type RowMarks } from './grid-row'
import { columnsOf, type GridRules, isFixed } from './grid-rules'
import { readTabText, writeTabText } from './tab-text'
import { type Table, textAt, textsOf } from './table'
import { useGrid } from './use-grid'
import { useGridMouse } from './use-grid-mouse'
import { useGridWindow } from './use-grid-window'

export type { CellMark, GridColumn, RowMarks } from './grid-row'
export type { GridRules } from './grid-rules'
export type { Table } from './table'

interface SheetGridProps {
  /** Name for screen readers. */
  label: string
  columns: readonly GridColumn[]
  /** The cells as texts; each row as long as `columns`. The owner keeps them, and their history. */
  table: Table
  onChange: (table: Table) => void
  /** Keep it stable (`useMemo`): a new object draws every row anew. */
  rules: GridRules
  onUndo?: () => void
  onRedo?: () => void
  /** What is wrong, by row, then column. */
  marks?: ReadonlyMap<number, RowMarks>
  toned?: ReadonlyMap<number, ReadonlySet<number>>
  /** Moves the cursor there and takes the focus; a new object each time. */
  goTo?: { row: number; column: number } | null
  /** px; the grid scrolls inside. */
  height?: number
}

/**
 * A grid of texts that works like a spreadsheet: keyboard, ranges, clipboard of Excel and WPS, fill, undo of its owner.
 * It knows nothing of what the texts mean. `const rows = useHistory<Table>([…])`, then
 * `<SheetGrid table={rows.value} onChange={rows.change} onUndo={rows.undo} onRedo={rows.redo} … />`.
 */
export function SheetGrid(props: SheetGridProps) {
  const { label, columns, rules, onChange, onUndo, onRedo, marks, toned, goTo, height } = props
  const t = useWords()
  const leaving = useRef(false)
  const table = useMemo(() => shown(props.table, columns.length), [props.table, columns.length])
  const grid = useGrid({ table, rules, onChange, goTo })
  const { state, selection, said, focused, setFocused, run, newest } = grid
  const mouse = useGridMouse({ rows: table.length, columns: columns.length, state, selection, run, setFocused })
  const { cursor, editing } = state
  const { box, ...drawn } = useGridWindow({ table, headerRows: rules.headerRows, cursor: cursor.row, height })
  const names = nameOf(table, columns, rules)
  const copy = (cut: boolean) => {
    const now = newest.current
    void navigator.clipboard.writeText(writeTabText(textsOf(now.table, selection)))
    if (cut) run({ do: 'clear' })
  }
  const act = (action: GridAction): void => {
    if (action.do === 'undo') onUndo?.()
    else if (action.do === 'redo') onRedo?.()
    else if (action.do === 'select-all')
      run({ do: 'select', range: { top: 0, left: 0, bottom: table.length - 1, right: columns.length - 1 } })
    else if (action.do === 'pick') {
      const { onPick } = columns[cursor.column] ?? {}
      if (onPick && !isFixed(rules, cursor.row, cursor.column)) onPick(cursor.row)
      else run({ do: 'edit' })
    } else run(action.do === 'move' ? { ...action, page: pageOf(box.current) } : action)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A key of an input method belongs to it, whatever it is.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const control = event.ctrlKey || event.metaKey
    const press = { key: event.key, shift: event.shiftKey, control, alt: event.altKey }
    const action = actionOf(press, newest.current.state)
    const leaves = event.key === 'Tab' && (leaving.current || atEnd(event.shiftKey, newest.current.state.cursor, table))
    leaving.current = event.key === 'Escape' && !newest.current.state.editing
    if (!action) return
    if (leaves) {
      if (newest.current.state.editing) run({ do: 'commit' })
      return
    }
    event.preventDefault()
    event.stopPropagation()
    act(action)
  }
  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (newest.current.state.editing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTabText(textsOf(newest.current.table, selection)))
    if (cut) run({ do: 'clear' })
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (newest.current.state.editing && !/[\t\n]/.test(text)) return
    event.preventDefault()
    run({ do: 'paste', block: readTabText(text) })
  }
  const column = columns[cursor.column]
  const mark = marks?.get(cursor.row)?.get(cursor.column)
  const fixed = isFixed(rules, cursor.row, cursor.column)
  const marked = (cell: string) => (mark ? t('grid:marked', { cell, text: mark.text }) : cell)
  const field = (
    <GridField
      key={`${cursor.row} ${cursor.column}`}
      text={textAt(table, cursor.row, cursor.column)}
      editing={editing}
      label={marked(names.cell(t, cursor.row, cursor.column))}
      invalid={mark?.level === 'error'}
      readOnly={fixed}
      choices={cursor.row < rules.headerRows ? undefined : column?.choices}
      onPick={cursor.row < rules.headerRows || !column?.onPick ? undefined : () => act({ do: 'pick' })}
      focused={focused}
      onType={(text) => run({ do: 'type', text })}
      onEdit={() => run({ do: 'edit' })}
      onChoose={(text) => run({ do: 'write', text })}
    />
  )
  const many = selection.top !== selection.bottom || selection.left !== selection.right
  const count = { rows: selection.bottom - selection.top + 1, columns: selection.right - selection.left + 1 }
  return (
    <div className="sheet-grid">
      <Dropdown trigger={['contextMenu']} menu={gridMenu({ t, table, rules, run, copy })}>
        {/* Keys, clipboard and mouse of all cells are heard here; the focus is in the one field inside. */}
        <div
          ref={box}
          className={focused ? 'grid-box grid-focused' : 'grid-box'}
          style={height === undefined ? undefined : { maxHeight: height }}
          onKeyDown={onKeyDown}
          onCopy={(event) => onCopy(event, false)}
          onCut={(event) => onCopy(event, true)}
          onPaste={onPaste}
          onFocus={() => setFocused(true)}
          onBlur={(event) => {
            if (event.currentTarget.contains(event.relatedTarget)) return
            setFocused(false)
            leaving.current = false
            if (newest.current.state.editing) run({ do: 'commit' })
          }}
          {...mouse.handlers}
        >
          <table
            role="grid"
            aria-label={label}
            aria-multiselectable
            aria-rowcount={table.length + 1}
            aria-colcount={columns.length + 1}
          >
            <thead>
              <tr aria-rowindex={1}>
                <th className="grid-corner" />
                {columns.map((one, index) => (
                  <th
                    scope="col"
                    key={one.key}
                    data-grid-column={index}
                    data-widest={drawn.widest?.[index]}
                    style={one.width === undefined ? undefined : { minWidth: one.width }}
                    className={index < rules.headerColumns ? 'grid-heading-column' : undefined}
                  >
                    {one.title ?? letterOf(index)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {drawn.rows.map((row, index) => {
                const range = mouse.filling ?? selection
                const inside = row >= range.top && row <= range.bottom
                const above = row - 1 - (drawn.rows[index - 1] ?? -1)
                return (
                  <Fragment key={row}>
                    {above > 0 ? <GridGap rows={above} /> : null}
                    <GridRow
                      row={row}
                      cells={table[row] ?? []}
                      columns={columns}
                      rules={rules}
                      cursor={row === cursor.row ? cursor.column : -1}
                      left={inside ? range.left : -1}
                      right={inside ? range.right : -1}
                      last={row === range.bottom && !editing && rules.readOnly !== true}
                      marks={marks?.get(row)}
                      toned={toned?.get(row)}
                      field={row === cursor.row ? field : null}
                    />
                  </Fragment>
                )
              })}
              <GridGap rows={table.length - 1 - (drawn.rows.at(-1) ?? 0)} />
            </tbody>
          </table>
        </div>
      </Dropdown>
      <div className="row row-spread">
        <div className="grid-said" aria-live="polite">
          {mark ? (
            <span className={mark.level === 'error' ? 'text-danger' : 'text-warning'}>
              {marked(names.cell(t, cursor.row, cursor.column))}
            </span>
          ) : said ? (
            <span className={said.code === 'pasted' ? 'text-secondary' : 'text-warning'}>
              {t(`grid:said.${said.code}`, said.params)}
            </span>
          ) : many ? (
            <span className="text-secondary">{t('grid:said.selected', count)}</span>
          ) : null}
        </div>
        <HelpButton text={t('grid:help')} />
      </div>
    </div>
  )
}

/** A table without rows shows one to write in; short rows are filled up. */
function shown(table: Table, width: number): Table {
  const full = (row: readonly string[]) =>
    row.length === width ? row : Array.from({ length: width }, (_, index) => row[index] ?? '')
  if (table.length === 0) return [full([])]
  return columnsOf(table) === width && table.every((row) => row.length === width) ? table : table.map(full)
}

function nameOf(table: Table, columns: readonly GridColumn[], rules: GridRules) {
  return {
    cell(t: ReturnType<typeof useWords>, row: number, column: number): string {
      const heading = rules.headerRows === 1 ? textAt(table, 0, column) : ''
      const own = rules.headerColumns === 1 ? textAt(table, row, 0) : ''
      const rowName =
        row < rules.headerRows ? t('grid:header') : own === '' ? t('grid:rowNumber', { row: row + 1 }) : own
      return t('grid:cell', { row: rowName, column: heading || (columns[column]?.title ?? letterOf(column)) })
    },
  }
}

/** Tab goes on to the page behind the last cell and before the first one. */
function atEnd(back: boolean, { row, column }: { row: number; column: number }, table: Table): boolean {
  return back ? row === 0 && column === 0 : row === table.length - 1 && column === columnsOf(table) - 1
}

function pageOf(box: HTMLElement | null): number {
  const rowHeight = box?.querySelector('tbody tr[aria-rowindex]')?.clientHeight ?? 0
  return box && rowHeight > 0 ? Math.max(1, Math.floor(box.clientHeight / rowHeight) - 2) : 10
}

/** A, B … Z, AA: as spreadsheets count columns. */
function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`
}
