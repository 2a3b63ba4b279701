import { Button, Progress, Skeleton, Tag, Tooltip } from 'antd'
import { DeleteOutlined, DownloadOutlined, EditOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { attachmentLimitMegabytes, type AttachmentOwner, type AttachmentRow } from '#shared/contract/attachments'
import type { Permission } from '#shared/contract/base'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { formatBytes } from '../../components/byte-size'
import { ChooseFiles } from '../../components/choose-files'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useInstant } from '../../components/instant'
import { useWords } from '../../i18n'
import { AttachmentDrawer } from './attachment-drawer'
import { useAttachments, type AttachmentActions } from './use-attachments'
import './attachments.css'

interface AttachmentListProps extends AttachmentOwner {
  /** What is needed to add, edit and remove here. */
  write: Permission
  /** The record cannot be changed now. */
  readOnly?: boolean
}

/** The files attached to a record of any kind: add, open, save, edit, remove. */
export function AttachmentList({ entity, entityUid, write, readOnly = false }: AttachmentListProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const actions = useAttachments({ entity, entityUid })
  const [editing, setEditing] = useState<AttachmentRow | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const attachments = useQuery({
    queryKey: ['attachments', entity, entityUid],
    queryFn: ({ signal }) => api.attachments.list({ entity, entityUid }, { signal }),
  })
  const mayWrite = may(write) && !readOnly
  if (attachments.error) return <ErrorState error={attachments.error} onRetry={() => void attachments.refetch()} />
  if (!attachments.data) return <Skeleton active />
  const { rows, bytes } = attachments.data
  return (
    <section className="stack attachment-list" aria-label={t('attachments:title')}>
      {rows.length > 0 ? (
        <div className="row row-spread">
          <span>{t('attachments:count', { count: rows.length, size: formatBytes(bytes) })}</span>
          <Button icon={<DownloadOutlined />} onClick={() => void actions.saveAll()}>
            {t('attachments:saveAll')}
          </Button>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t('attachments:empty.title')} text={t('attachments:empty.text')} />
      ) : (
        <AttachmentTable rows={rows} actions={actions} onEdit={mayWrite ? setEditing : undefined} />
      )}
      {mayWrite ? (
        <ChooseFiles
          title={t('attachments:addTitle')}
          text={t('attachments:drop')}
          hint={t('attachments:dropHint', { limit: attachmentLimitMegabytes })}
          refuse={(file) =>
            file.size > attachmentLimitMegabytes * 1024 * 1024
              ? t('errors:attachment-too-large', { file: file.name, limit: attachmentLimitMegabytes })
              : null
          }
          onProgress={setProgress}
          onRefused={actions.refused}
          onChosen={actions.add}
        />
      ) : null}
      {progress ? (
        <div role="status">
          {t('attachments:adding', progress)}
          <Progress percent={Math.round((progress.done / progress.total) * 100)} size="small" showInfo={false} />
        </div>
      ) : null}
      <AttachmentDrawer row={editing} onClose={() => setEditing(null)} />
    </section>
  )
}

interface TableProps {
  rows: readonly AttachmentRow[]
  actions: AttachmentActions
  onEdit: ((row: AttachmentRow) => void) | undefined
}

function AttachmentTable({ rows, actions, onEdit }: TableProps) {
  const t = useWords()
  const instant = useInstant()
  return (
    <div className="panel-plain table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('attachments:file.name')}</th>
            <th scope="col">{t('attachments:field.category')}</th>
            <th scope="col">{t('attachments:file.kind')}</th>
            <th scope="col" className="cell-figure">
              {t('attachments:file.size')}
            </th>
            <th scope="col">{t('attachments:file.hash')}</th>
            <th scope="col">{t('attachments:file.addedBy')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('attachments:open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.uid}>
              <td className="attachment-name">
                <FileName row={row} onOpen={() => actions.open(row)} />
              </td>
              <td>{t(`attachments:category.${row.category}`)}</td>
              <td>{t(`attachments:kind.${row.kind}`)}</td>
              <td className="cell-figure figure">{formatBytes(row.bytes)}</td>
              <td>
                <code title={row.sha256}>{row.sha256.slice(0, 10)}</code>
              </td>
              <td className="figure">
                {instant(row.createdAt)} <span className="text-secondary">{row.actor}</span>
              </td>
              <td>
                <RowActions row={row} actions={actions} onEdit={onEdit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FileName({ row, onOpen }: { row: AttachmentRow; onOpen: () => void }) {
  const t = useWords()
  const { title, fileName, note, state } = row
  return (
    <>
      <div className="row row-wrap">
        {state === 'present' ? (
          <Button
            type="link"
            size="small"
            className="attachment-open"
            aria-label={t('attachments:openNamed', { name: title || fileName })}
            onClick={onOpen}
          >
            {title || fileName}
          </Button>
        ) : (
          <>
            <span>{title || fileName}</span>
            <Tooltip title={t(`attachments:state.${state}Hint`)}>
              <Tag color="error">{t(`attachments:state.${state}`)}</Tag>
            </Tooltip>
          </>
        )}
      </div>
      {title ? <div className="text-secondary">{fileName}</div> : null}
      {note ? <div className="text-secondary attachment-note">{note}</div> : null}
    </>
  )
}

function RowActions({ row, actions, onEdit }: Omit<TableProps, 'rows'> & { row: AttachmentRow }) {
  const t = useWords()
  const name = row.title || row.fileName
  return (
    <div className="row attachment-actions">
      <Button
        type="text"
        size="small"
        icon={<DownloadOutlined />}
        disabled={row.state !== 'present'}
        aria-label={t('attachments:saveNamed', { name })}
        title={t('attachments:save')}
        onClick={() => void actions.save(row)}
      />
      {onEdit ? (
        <>
          <Button
            type="text"
            size="small"
            icon={<EditOutlined />}
            aria-label={t('attachments:editNamed', { name })}
            title={t('attachments:edit')}
            onClick={() => onEdit(row)}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('attachments:removeNamed', { name })}
            title={t('shell:remove')}
            onClick={() => actions.remove(row)}
          />
        </>
      ) : null}
    </div>
  )
}
