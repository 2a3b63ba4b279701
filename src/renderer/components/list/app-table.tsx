import { Checkbox, Pagination, Skeleton } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../../i18n'
import { ErrorState } from '../error-state'
import { formatCount } from '../figures'
import type { ViewList } from '#shared/contract/views'
import { ColumnChoice, useColumnChoice } from './column-choice'
import type { Column } from './column'
import { SavedViews } from './saved-views'
import { TableHead } from './table-head'
import type { ListState } from './use-list'

export interface Selection {
  keys: readonly number[]
  onChange: (keys: number[]) => void
  /** Everything that fits the filter is selected, also what other pages show. */
  everything?: boolean
}

export interface AppTableProps<Row, F extends object> {
  /** Name under which the chosen columns are remembered. */
  name: string
  /** The list whose views can be saved; absent: none are kept. */
  views?: ViewList
  /** What is listed, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  list: ListState<F>
  /** The query's answer and state. */
  rows: readonly Row[] | undefined
  total: number | undefined
  error?: unknown
  onRetry?: () => void
  /** True while newer rows are on their way and the old ones are still shown. */
  refreshing?: boolean
  rowKey: (row: Row) => number
  /** Enter, or a click on the row. */
  onOpen?: (row: Row) => void
  selection?: Selection
  /** Filters at the left of the row above the table. */
  filters?: ReactNode
  /** Sums over all rows that pass the filters, beside their count. */
  sums?: ReactNode
  /** Buttons that replace the filters while rows are selected. */
  selectionActions?: ReactNode
  /** A last row that stays in sight: sums by the key of their column. */
  totals?: Partial<Record<string, ReactNode>>
  /** Shown instead of rows where the list is empty without any filter. */
  empty: ReactNode
  /** Shown where filters leave nothing. */
  noMatch: ReactNode
}

/**
 * A list page's table: rows of 32 px paged and sorted by the core, header that stays, columns chosen and remembered,
 * count and sums of all that is filtered. Keyboard: ↑ ↓ Home End move, Enter opens, Space selects.
 */
export function AppTable<Row, F extends object>(props: AppTableProps<Row, F>) {
  const { name, label, columns, list, rows, total, error, onRetry, selection } = props
  const t = useWords()
  const { shown, chosen, standard, choose, reset } = useColumnChoice(name, columns)
  const selected = selection?.keys.length ?? 0
  return (
    <section className="app-table" aria-label={label}>
      <div className="list-bar">
        <div className="row row-wrap">
          {selected > 0 ? (
            <>
              <strong>
                {selection?.everything
                  ? t('components:list.selectedAll', { count: formatCount(total ?? 0) })
                  : t('components:list.selected', { count: formatCount(selected) })}
              </strong>
              {props.selectionActions}
            </>
          ) : (
            props.filters
          )}
        </div>
        <div className="row">
          {props.views ? (
            <SavedViews of={props.views} list={list} columns={{ chosen, standard, choose, reset }} />
          ) : null}
          <ColumnChoice columns={columns} chosen={chosen} onChoose={choose} onReset={reset} />
        </div>
      </div>
      {error ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : rows === undefined ? (
        <div className="panel" role="status" aria-label={t('components:list.loading')}>
          <Skeleton active paragraph={{ rows: 8 }} title={false} />
        </div>
      ) : rows.length === 0 ? (
        <div className="panel table-scroll">{list.narrowed ? props.noMatch : props.empty}</div>
      ) : (
        <Rows {...props} rows={rows} shown={shown} />
      )}
      {rows !== undefined && rows.length > 0 ? (
        <footer className="list-foot">
          <div className="row row-wrap" role="status">
            <strong>{t('components:list.count', { count: formatCount(total ?? 0) })}</strong>
            {props.sums}
          </div>
          <Pagination
            size="small"
            current={list.input.page}
            pageSize={list.input.pageSize}
            pageSizeOptions={[50, 100, 200]}
            showSizeChanger
            total={total ?? 0}
            onChange={(page, size) => (size === list.input.pageSize ? list.setPage(page) : list.setPageSize(size))}
          />
        </footer>
      ) : null}
    </section>
  )
}

type RowsProps<Row, F extends object> = Omit<AppTableProps<Row, F>, 'rows'> & {
  rows: readonly Row[]
  shown: readonly Column<Row>[]
}

function Rows<Row, F extends object>(props: RowsProps<Row, F>) {
  const { label, list, rows, shown, rowKey, onOpen, selection, refreshing, totals } = props
  const t = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)
  const current = Math.min(active, rows.length - 1)
  const keys = rows.map(rowKey)
  const chosen = selection?.everything ? keys : (selection?.keys ?? [])
  const selectedHere = keys.filter((key) => chosen.includes(key)).length

  const toggle = (key: number) =>
    selection?.onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(rows.length - 1, index))
    setActive(target)
    const row = body.current?.children[target]
    if (row instanceof HTMLElement) row.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A button or link inside the row keeps its own keys.
    if (event.target instanceof HTMLElement && event.target.tagName !== 'TR') return
    const row = rows[current]
    const moves: Partial<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
      Home: 0,
      End: rows.length - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) moveTo(target)
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row)
    else if (event.key === ' ' && row !== undefined) toggle(rowKey(row))
    else return
    event.preventDefault()
  }

  return (
    <div className={`table-scroll panel-flush${refreshing ? ' table-refreshing' : ''}`}>
      <table role="grid" aria-label={label} aria-busy={refreshing}>
        <TableHead
          columns={shown}
          list={list}
          allSelected={selection ? { some: selectedHere > 0, all: selectedHere === rows.length } : undefined}
          onSelectAll={(on) =>
            selection?.onChange([...chosen.filter((key) => !keys.includes(key)), ...(on ? keys : [])])
          }
        />
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => {
            const key = rowKey(row)
            const isSelected = chosen.includes(key)
            return (
              <tr
                key={key}
                tabIndex={index === current ? 0 : -1}
                aria-selected={selection ? isSelected : undefined}
                className={onOpen ? 'row-opens' : undefined}
                onFocus={() => setActive(index)}
                onClick={(event) => {
                  if ((event.target as HTMLElement).closest('a,button,label,input')) return
                  if (window.getSelection()?.toString()) return
                  onOpen?.(row)
                }}
              >
                {selection ? (
                  <td className="cell-select">
                    <Checkbox
                      checked={isSelected}
                      onChange={() => toggle(key)}
                      tabIndex={-1}
                      aria-label={t('shell:help.tableSelect')}
                    />
                  </td>
                ) : null}
                {shown.map((column) => (
                  <td
                    key={column.key}
                    className={column.figure ? 'cell-figure' : undefined}
                    style={{ maxWidth: column.maxWidth ?? 260 }}
                  >
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              {selection ? <td className="cell-select" /> : null}
              {shown.map((column) => (
                <td key={column.key} className={column.figure ? 'cell-figure' : undefined}>
                  {totals[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
