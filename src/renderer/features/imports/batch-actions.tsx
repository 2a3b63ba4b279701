import { Button, Popconfirm } from 'antd'
import { DownloadOutlined, UndoOutlined } from '../../components/icons'
import { useState } from 'react'
import { importPermission, type BatchRow } from '#shared/contract/imports'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { formatCount } from '../../components/figures'
import { JobDialog } from '../../components/job-dialog'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useLocale, useWords } from '../../i18n'

/** The buttons of a batch: its rejected rows as a workbook, and its undo. */
export function BatchActions({ batch, size = 'middle' }: { batch: BatchRow; size?: 'small' | 'middle' }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const may = useMay()
  const deliver = useDeliver()
  return (
    <span className="row">
      {batch.counts.rejected > 0 ? (
        <Button
          size={size}
          icon={<DownloadOutlined />}
          onClick={() => void deliver(() => api.imports.rejects({ batch: batch.batch, locale }))}
        >
          {t('imports:batch.rejects')}
        </Button>
      ) : null}
      {batch.state === 'visible' && may(importPermission[batch.kind]) ? <UndoBatch batch={batch} size={size} /> : null}
    </span>
  )
}

/** Undo cannot be undone itself, so it says first what it will do; then it runs with progress. */
function UndoBatch({ batch, size }: { batch: BatchRow; size: 'small' | 'middle' }) {
  const t = useWords()
  const api = useApi()
  const failed = useNotifyError()
  const done = useNotifyDone()
  const [job, setJob] = useState<string | null>(null)
  return (
    <>
      <Popconfirm
        title={t('imports:batch.undoTitle', { batch: batch.batch })}
        description={
          <div className="help-text">
            {t('imports:batch.undoText', {
              imported: formatCount(batch.counts.imported),
              updated: formatCount(batch.counts.updated),
            })}
          </div>
        }
        okText={t('imports:batch.undo')}
        okButtonProps={{ danger: true }}
        cancelText={t('shell:cancel')}
        onConfirm={() => api.imports.undo({ batch: batch.batch }).then((started) => setJob(started.job), failed)}
      >
        <Button size={size} icon={<UndoOutlined />}>
          {t('imports:batch.undo')}
        </Button>
      </Popconfirm>
      {job === null ? null : (
        <JobDialog
          job={job}
          title={t('imports:batch.undoing', { batch: batch.batch })}
          onClose={() => setJob(null)}
          onDone={() => done(t('imports:batch.undone', { batch: batch.batch }))}
        />
      )}
    </>
  )
}
