import { Checkbox } from 'antd'
import { CaretDownOutlined, CaretUpOutlined } from '../icons'
import { useWords } from '../../i18n'
import type { Column } from './column'
import type { ListState } from './use-list'

interface TableHeadProps<Row, F extends object> {
  columns: readonly Column<Row>[]
  list: ListState<F>
  allSelected?: { some: boolean; all: boolean }
  onSelectAll: (on: boolean) => void
}

/** The header row: a click on a title sorts, descending first for figures; a second click turns the order. */
export function TableHead<Row, F extends object>({ columns, list, allSelected, onSelectAll }: TableHeadProps<Row, F>) {
  const t = useWords()
  const { sort, descending } = list.input
  return (
    <thead>
      <tr>
        {allSelected ? (
          <th className="cell-select">
            <Checkbox
              checked={allSelected.all}
              indeterminate={allSelected.some && !allSelected.all}
              onChange={(event) => onSelectAll(event.target.checked)}
              aria-label={t('shell:all')}
            />
          </th>
        ) : null}
        {columns.map((column) => {
          const sorted = column.sort !== undefined && column.sort === sort
          return (
            <th
              key={column.key}
              scope="col"
              className={column.figure ? 'cell-figure' : undefined}
              style={{ minWidth: column.width }}
              aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
            >
              {column.sort === undefined ? (
                column.title
              ) : (
                <button
                  type="button"
                  className="sort-button"
                  onClick={() => list.setSort(column.sort, sorted ? !descending : (column.figure ?? false))}
                >
                  {column.title}
                  <span className={`sort-mark${sorted ? ' sort-mark-on' : ''}`} aria-hidden="true">
                    {sorted && !descending ? <CaretUpOutlined /> : <CaretDownOutlined />}
                  </span>
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
