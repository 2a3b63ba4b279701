import type { MenuProps } from 'antd'
import type { Words } from '../../i18n'
import type { GridCommand } from './grid-machine'
import { columnsOf, type GridRules, rowsOf } from './grid-rules'
import type { Table } from './table'

type Key = 'rowAbove' | 'rowBelow' | 'rowUp' | 'rowDown' | 'rowRemove'
type ColumnKey = 'columnBefore' | 'columnBehind' | 'columnLeft' | 'columnRight' | 'columnRemove'

const rows: Readonly<Record<Key, GridCommand>> = {
  rowAbove: { do: 'insert', lines: 'rows', side: 'before' },
  rowBelow: { do: 'insert', lines: 'rows', side: 'behind' },
  rowUp: { do: 'shift', lines: 'rows', by: -1 },
  rowDown: { do: 'shift', lines: 'rows', by: 1 },
  rowRemove: { do: 'remove', lines: 'rows' },
}

const columns: Readonly<Record<ColumnKey, GridCommand>> = {
  columnBefore: { do: 'insert', lines: 'columns', side: 'before' },
  columnBehind: { do: 'insert', lines: 'columns', side: 'behind' },
  columnLeft: { do: 'shift', lines: 'columns', by: -1 },
  columnRight: { do: 'shift', lines: 'columns', by: 1 },
  columnRemove: { do: 'remove', lines: 'columns' },
}

const cells = { fillDown: { do: 'fill-down' }, fillRight: { do: 'fill-right' }, clear: { do: 'clear' } } as const

interface MenuAsk {
  t: Words
  table: Table
  rules: GridRules
  run: (command: GridCommand) => void
  copy: (cut: boolean) => void
}

/** Whether rows or columns can come and go at all. */
export function canGrow(rules: GridRules, table: Table): { rows: boolean; columns: boolean } {
  const open = rules.readOnly !== true
  return {
    rows: open && rules.maxRows > 1,
    columns: open && rules.maxColumns > columnsOf(table) - (rowsOf(table) > 0 ? 0 : 1),
  }
}

/** The context menu of a grid, each entry one command. */
export function gridMenu({ t, table, rules, run, copy }: MenuAsk): MenuProps {
  const grow = canGrow(rules, table)
  const entries = (commands: Readonly<Record<string, GridCommand>>) =>
    Object.entries(commands).map(([key, command]) => ({
      key,
      label: t(`grid:menu.${key as Key | ColumnKey | keyof typeof cells}`),
      onClick: () => run(command),
    }))
  const divider = (key: string) => ({ type: 'divider' as const, key })
  return {
    items: [
      { key: 'copy', label: t('grid:menu.copy'), onClick: () => copy(false) },
      ...(rules.readOnly === true
        ? []
        : [
            { key: 'cut', label: t('grid:menu.cut'), onClick: () => copy(true) },
            { key: 'paste', label: t('grid:menu.paste'), disabled: true },
            divider('cells'),
            ...entries(cells),
          ]),
      ...(grow.rows ? [divider('rows'), ...entries(rows)] : []),
      ...(grow.columns ? [divider('columns'), ...entries(columns)] : []),
    ],
  }
}
