import { Button, Skeleton } from 'antd'
import { DownloadOutlined, PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SiteRow } from '#shared/contract/sites'
import { regionPath } from '#shared/domain/region/region-path'
import { windowText } from '#shared/i18n/pickup-window-text'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useLocale, useWords } from '../../i18n'
import { RowButtons } from '../../components/row-buttons'
import { SiteDrawer } from './site-drawer'
import { useUndoable } from '../../components/use-undoable'

interface PartProps {
  accountId: number
  mayWrite: boolean
}

/** 提货点: where goods are picked up, stored or returned, and when the courier may come. */
export function SitesPart({ accountId, mayWrite }: PartProps) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const undoable = useUndoable()
  const [edited, setEdited] = useState<SiteRow | 'new' | null>(null)
  const sites = useQuery({
    queryKey: ['needs', 'sites', accountId],
    queryFn: ({ signal }) => api.needs.sites({ accountId }, { signal }),
  })
  if (sites.error) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />
  if (!sites.data) return <Skeleton active />
  const add = mayWrite ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      {t('needs:site.add')}
    </Button>
  ) : null
  const remove = (site: SiteRow) =>
    undoable(
      t('needs:site.removed', { name: site.name }),
      () => api.needs.removeSite({ id: site.id }),
      () => api.needs.restoreSite({ id: site.id }),
    )
  return (
    <>
      {sites.data.length === 0 ? (
        <EmptyState title={t('needs:site.none')} text={t('needs:site.noneText')} action={add} />
      ) : (
        <section className="panel-plain">
          <div className="row row-spread panel-bar">
            <span className="text-secondary">{t('needs:site.count', { count: sites.data.length })}</span>
            <div className="row">
              <Button
                icon={<DownloadOutlined />}
                onClick={() => void deliver(() => api.needs.exportSites({ accountId, locale }))}
              >
                {t('shell:export')}
              </Button>
              {add}
            </div>
          </div>
          <SiteTable
            sites={sites.data}
            onEdit={mayWrite ? setEdited : undefined}
            onRemove={mayWrite ? remove : undefined}
          />
        </section>
      )}
      <SiteDrawer
        accountId={accountId}
        site={edited === 'new' ? null : edited}
        open={edited !== null}
        onClose={() => setEdited(null)}
      />
    </>
  )
}

interface SiteTableProps {
  sites: readonly SiteRow[]
  onEdit?: (site: SiteRow) => void
  onRemove?: (site: SiteRow) => void
}

function SiteTable({ sites, onEdit, onRemove }: SiteTableProps) {
  const t = useWords()
  const locale = useLocale()
  return (
    <table className="plain-table wrap-table">
      <thead>
        <tr>
          {(['name', 'kind', 'region', 'windows', 'contact', 'note'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`needs:site.${key}`)}
            </th>
          ))}
          {onEdit ? <th aria-label={t('shell:edit')} /> : null}
        </tr>
      </thead>
      <tbody>
        {sites.map((site) => (
          <tr key={site.id}>
            <td>{site.name}</td>
            <td>{t(`needs:site.kind.${site.kind}`)}</td>
            <td>
              {regionPath(site).join(' ')}
              {site.address === '' ? null : <div className="text-secondary">{site.address}</div>}
            </td>
            <td>
              {site.windows.length === 0 ? (
                <span className="text-secondary">{t('needs:site.noWindows')}</span>
              ) : (
                site.windows.map((window, index) => <div key={index}>{windowText(window, locale)}</div>)
              )}
            </td>
            <td>{site.contactName}</td>
            <td>{site.note}</td>
            {onEdit && onRemove ? (
              <td className="cell-buttons">
                <RowButtons name={site.name} onEdit={() => onEdit(site)} onRemove={() => onRemove(site)} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
