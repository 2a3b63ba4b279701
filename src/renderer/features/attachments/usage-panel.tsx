import { App, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { formatBytes } from '../../components/byte-size'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

/** How much the book's attachments take, and the clearing of removed ones, which cannot be undone. */
export function AttachmentUsagePanel() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const { modal } = App.useApp()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const usage = useQuery({
    queryKey: ['attachments', 'usage'],
    queryFn: ({ signal }) => api.attachments.usage({}, { signal }),
  })
  const clear = async () => {
    try {
      const { attachments, freedBytes } = await api.attachments.clearRemoved({})
      await changed()
      done(t('attachments:usage.cleared', { count: attachments, size: formatBytes(freedBytes) }))
    } catch (error) {
      failed(error)
    }
  }
  const ask = (count: number) =>
    modal.confirm({
      title: t('attachments:usage.clearTitle', { count }),
      content: t('attachments:usage.clearText'),
      okText: t('attachments:usage.clear'),
      okButtonProps: { danger: true },
      cancelText: t('shell:cancel'),
      onOk: clear,
    })
  return (
    <section className="panel">
      <h2>{t('attachments:usage.title')}</h2>
      <p className="text-secondary">{t('attachments:usage.text')}</p>
      {usage.error ? <ErrorState error={usage.error} onRetry={() => void usage.refetch()} /> : null}
      {usage.data ? (
        <>
          <dl className="facts facts-apart">
            <dt>{t('attachments:usage.attachments')}</dt>
            <dd className="figure">{formatCount(usage.data.attachments)}</dd>
            <dt>{t('attachments:usage.bytes')}</dt>
            <dd className="figure">{formatBytes(usage.data.bytes)}</dd>
            <dt>{t('attachments:usage.removed')}</dt>
            <dd className="figure">
              {t('attachments:usage.removedValue', {
                count: formatCount(usage.data.removed),
                size: formatBytes(usage.data.freeableBytes),
              })}
            </dd>
          </dl>
          <Button
            disabled={usage.data.removed === 0 || !may('system.manage')}
            onClick={() => ask(usage.data?.removed ?? 0)}
          >
            {t('attachments:usage.clear')}
          </Button>
        </>
      ) : null}
    </section>
  )
}
