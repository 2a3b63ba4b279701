import { Button, Checkbox, Popover } from 'antd'
import { SettingOutlined } from '../icons'
import { useWords } from '../../i18n'
import { isTextList, usePreference } from '../preferences'
import type { Column } from './column'

/** The columns of a list that are shown, remembered under `columns.<name>`. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
  const standard = columns.filter((column) => !column.optional).map((column) => column.key)
  const [chosen, choose] = usePreference<string[]>(`columns.${name}`, standard, isTextList)
  return {
    shown: columns.filter((column) => column.always || chosen.includes(column.key)),
    chosen,
    standard,
    choose,
    reset: () => choose(standard),
  }
}

interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[]
  chosen: readonly string[]
  onChoose: (keys: string[]) => void
  onReset: () => void
}

export function ColumnChoice<Row>({ columns, chosen, onChoose, onReset }: ColumnChoiceProps<Row>) {
  const t = useWords()
  const toggle = (key: string, on: boolean) =>
    onChoose(columns.map((column) => column.key).filter((other) => (other === key ? on : chosen.includes(other))))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              checked={column.always || chosen.includes(column.key)}
              disabled={column.always}
              onChange={(event) => toggle(column.key, event.target.checked)}
            >
              {column.title}
            </Checkbox>
          ))}
          <Button size="small" type="link" onClick={onReset}>
            {t('components:list.columnsReset')}
          </Button>
        </div>
      }
    >
      <Button
        icon={<SettingOutlined />}
        aria-label={t('components:list.columns')}
        title={t('components:list.columns')}
      />
    </Popover>
  )
}
