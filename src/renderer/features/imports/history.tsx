import { Button, Drawer, Skeleton } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { importPermission, type ImportKind } from '#shared/contract/imports'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type FilterKinds } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { BatchActions } from './batch-actions'
import { BatchReport } from './batch-report'
import { BatchState, historyColumns, localTime } from './history-columns'
import { importKinds, isImportKind } from './kinds'

interface HistoryFilter {
  kind?: ImportKind
}

const filterKinds: FilterKinds<HistoryFilter> = { kind: 'text' }

/** What was imported, batch by batch, newest first; each opens to its problems, its rejected rows and its undo. */
export function History() {
  const t = useWords()
  const api = useApi()
  const [address, setAddress] = useSearchParams()
  const list = useList<HistoryFilter>(filterKinds)
  const kind = isImportKind(list.filter.kind) ? list.filter.kind : undefined
  const input = { ...list.input, kind }
  const batches = useQuery({
    queryKey: ['imports', 'batches', input],
    queryFn: ({ signal }) => api.imports.batches(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => historyColumns(t), [t])
  const open = Number(address.get('open')) || null
  const show = (batch: number | null) =>
    setAddress((old) => {
      const next = new URLSearchParams(old)
      if (batch === null) next.delete('open')
      else next.set('open', String(batch))
      return next
    })
  return (
    <div className="page page-fill">
      <PageHeader title={t('imports:title')} help={t('imports:help')} actions={<StartButtons />} />
      <AppTable
        name="imports"
        label={t('imports:title')}
        columns={columns}
        list={list}
        {...rowsOf(batches)}
        rowKey={(row) => row.batch}
        onOpen={(row) => show(row.batch)}
        filters={
          <>
            <ListSearch list={list} placeholder={t('imports:search.file')} />
            <ListSelect
              label={t('imports:filter.kind')}
              value={kind}
              onChange={(value) => list.setFilter('kind', value)}
              options={importKinds.map((value) => ({ value, label: t(`imports:kind.${value}`) }))}
            />
            <ClearFilters list={list} />
          </>
        }
        empty={<EmptyState title={t('imports:empty.title')} text={t('imports:empty.text')} action={<StartButtons />} />}
        noMatch={<NoMatch list={list} />}
      />
      {open !== null ? <BatchDrawer batch={open} onClose={() => show(null)} /> : null}
    </div>
  )
}

function StartButtons() {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const kinds = importKinds.filter((kind) => may(importPermission[kind]))
  return kinds.map((kind, index) => (
    <Button
      key={kind}
      type={index === kinds.length - 1 ? 'primary' : 'default'}
      onClick={() => void navigate(`/imports/${kind}`)}
    >
      {t(`imports:start.${kind}`)}
    </Button>
  ))
}

function BatchDrawer({ batch, onClose }: { batch: number; onClose: () => void }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const detail = useQuery({
    queryKey: ['imports', 'batch', batch, locale],
    queryFn: ({ signal }) => api.imports.batch({ batch, locale }, { signal }),
  })
  const row = detail.data
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={row ? t('imports:batch.title', { batch, file: row.file }) : t('imports:title')}
    >
      {detail.error ? <ErrorState error={detail.error} onRetry={() => void detail.refetch()} /> : null}
      {row ? (
        <div className="stack">
          <div className="row row-spread row-wrap">
            <span className="row">
              <BatchState state={row.state} t={t} />
              <span className="text-secondary">
                {[t(`imports:kind.${row.kind}`), row.sheet, localTime(row.at), row.actor].filter(Boolean).join(' · ')}
              </span>
            </span>
            <BatchActions batch={row} />
          </div>
          <BatchReport batch={row} />
        </div>
      ) : detail.error ? null : (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
    </Drawer>
  )
}
