import { Button, Space } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomField } from '#shared/contract/custom-fields'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { HelpButton } from '../../components/help-button'
import { MoveButtons } from '../../components/move-buttons'
import { useNotifyError } from '../../components/notify'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'
import { CustomFieldDrawer } from './custom-field-drawer'

/** 自定义字段: what a branch keeps of its customers besides the usual. */
export function CustomFieldsPanel() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const failed = useNotifyError()
  /** The field being edited; `new`: one that is to be. */
  const [editing, setEditing] = useState<CustomField | 'new' | null>(null)
  const fields = useQuery({
    queryKey: ['customFields', 'all'],
    queryFn: ({ signal }) => api.customFields.list({ removed: true }, { signal }),
  })
  if (fields.error) return <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />
  if (!fields.data) return null
  const mayEdit = may('system.manage')
  const inForce = fields.data.filter(({ removedAt }) => removedAt === null)
  const removed = fields.data.filter(({ removedAt }) => removedAt !== null)
  const newButton = mayEdit ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('archive:fields.new')}
    </Button>
  ) : null
  return (
    <div className="stack">
      <div className="row row-spread settings-head">
        <HelpButton text={t('archive:fields.help')} />
        {inForce.length > 0 ? newButton : null}
      </div>
      {inForce.length === 0 ? (
        <EmptyState title={t('archive:fields.none')} text={t('archive:fields.noneText')} action={newButton} />
      ) : (
        <FieldTable fields={inForce} onEdit={mayEdit ? setEditing : undefined} />
      )}
      {removed.length > 0 ? (
        <section className="panel">
          <h2>{t('archive:fields.removedList')}</h2>
          <ul className="choice-list">
            {removed.map((field) => (
              <li key={field.uid} className="row row-spread">
                <span className="text-secondary">
                  {field.name} · {t(`archive:fields.type.${field.type}`)} · {t('archive:fields.used')}{' '}
                  {formatCount(field.used)}
                </span>
                {mayEdit ? (
                  <Button
                    size="small"
                    onClick={() => void api.customFields.restore({ uid: field.uid }).then(changed).catch(failed)}
                  >
                    {t('archive:fields.restore')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <CustomFieldDrawer
        open={editing !== null}
        field={editing === 'new' ? null : editing}
        onClose={() => setEditing(null)}
      />
    </div>
  )
}

interface FieldTableProps {
  fields: readonly CustomField[]
  onEdit: ((field: CustomField) => void) | undefined
}

function FieldTable({ fields, onEdit }: FieldTableProps) {
  const t = useWords()
  const yes = (on: boolean) => t(on ? 'archive:fields.yes' : 'archive:fields.no')
  return (
    <section className="panel-plain">
      <table className="plain-table" aria-label={t('archive:fields.title')}>
        <thead>
          <tr>
            {(['name', 'type', 'options', 'required', 'inList'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`archive:fields.${key}`)}
              </th>
            ))}
            <th scope="col" className="cell-figure">
              {t('archive:fields.used')}
            </th>
            <th scope="col" aria-label={t('shell:edit')} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <tr key={field.uid}>
              <td>{field.name}</td>
              <td>
                {t(`archive:fields.type.${field.type}`)} {field.unit}
                {field.decimals > 0 ? ` · ${t('archive:fields.decimals')} ${field.decimals}` : ''}
              </td>
              <td>{field.options.map(({ name }) => name).join('、')}</td>
              <td>{yes(field.required)}</td>
              <td>{yes(field.inList)}</td>
              <td className="cell-figure">{formatCount(field.used)}</td>
              <td>
                {onEdit ? <FieldActions field={field} index={index} count={fields.length} onEdit={onEdit} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface FieldActionsProps {
  field: CustomField
  index: number
  count: number
  onEdit: (field: CustomField) => void
}

function FieldActions({ field, index, count, onEdit }: FieldActionsProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const failed = useNotifyError()
  const undoable = useUndoable()
  const { uid, name } = field
  const remove = () =>
    undoable(
      t('archive:fields.removed', { name }),
      () => api.customFields.remove({ uid }),
      () => api.customFields.restore({ uid }),
    )
  return (
    <Space size={0}>
      <MoveButtons
        index={index}
        count={count}
        up={`${t('archive:fields.up')} ${name}`}
        down={`${t('archive:fields.down')} ${name}`}
        onMove={(to) => void api.customFields.move({ uid, to }).then(changed).catch(failed)}
      />
      <Button type="text" size="small" aria-label={`${t('shell:edit')} ${name}`} onClick={() => onEdit(field)}>
        {t('shell:edit')}
      </Button>
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`${t('shell:remove')} ${name}`}
        onClick={remove}
      />
    </Space>
  )
}
