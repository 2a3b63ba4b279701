import { Button } from 'antd'
import { DeleteOutlined } from '../icons'
import type { Words } from '../../i18n'
import type { Column } from './column'

/** A last column whose button removes its row; `name` says which, for screen readers. */
export function removeColumn<Row>(
  t: Words,
  name: (row: Row) => string,
  remove: (row: Row) => Promise<unknown>,
): Column<Row> {
  return {
    key: 'remove',
    title: '',
    always: true,
    width: 40,
    render: (row) => (
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`${t('shell:remove')} ${name(row)}`}
        onClick={(event) => {
          event.stopPropagation()
          void remove(row)
        }}
      />
    ),
  }
}
