import { Button } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import type { ReactNode } from 'react'
import type { PlanContent } from '#shared/contract/plans'
import { useNotifyUndo } from '../../components/notify'
import { useWords } from '../../i18n'
import type { PlanEditing } from './use-plan'

/** Parts of a plan that are lists. */
export type RowsPart = 'competitors' | 'goals' | 'actions' | 'team' | 'reviewLog'
type RowOf<P extends RowsPart> = PlanContent[P][number]

export interface RowColumn<Row> {
  key: string
  title: string
  /** CSS width of the column. */
  width?: string
  render: (row: Row, edit: (change: Partial<Row>) => void, index: number) => ReactNode
}

interface RowsEditorProps<P extends RowsPart> {
  part: P
  label: string
  addLabel: string
  columns: readonly RowColumn<RowOf<P>>[]
  newRow: () => RowOf<P>
  editing: PlanEditing
}

/** A list that people write row by row: add below, delete with undo; what is wrong stands under its field. */
export function RowsEditor<P extends RowsPart>({
  part,
  label,
  addLabel,
  columns,
  newRow,
  editing,
}: RowsEditorProps<P>) {
  const t = useWords()
  const notifyUndo = useNotifyUndo()
  const rows: readonly RowOf<P>[] = editing.content[part]
  const change = (update: (rows: readonly RowOf<P>[]) => readonly RowOf<P>[]) =>
    editing.edit((content) => ({ [part]: update(content[part]) }))
  const remove = (index: number) => {
    const gone = rows[index]
    if (gone === undefined) return
    change((old) => old.filter((_row, at) => at !== index))
    notifyUndo(t('plans:row.removed'), () => {
      change((old) => [...old.slice(0, index), gone, ...old.slice(index)])
      return Promise.resolve()
    })
  }
  return (
    <div className="stack rows-editor">
      {rows.length > 0 ? (
        <table className="plain-table" aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column.key} style={{ width: column.width }}>
                  {column.title}
                </th>
              ))}
              <th className="rows-remove">
                <span className="visually-hidden">{t('shell:remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => {
                  const fault = editing.faults.get(`${part}.${index}.${column.key}`)
                  return (
                    <td key={column.key}>
                      {column.render(
                        row,
                        (part_) => change((old) => old.map((one, at) => (at === index ? { ...one, ...part_ } : one))),
                        index,
                      )}
                      {fault ? (
                        <div className="field-message" role="alert">
                          {t(fault)}
                        </div>
                      ) : null}
                    </td>
                  )
                })}
                <td className="rows-remove">
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('plans:row.remove', { number: index + 1 })}
                    onClick={() => remove(index)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <span className="text-secondary">{t('plans:row.none')}</span>
      )}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => change((old) => [...old, newRow()])}>
          {addLabel}
        </Button>
      </div>
    </div>
  )
}
