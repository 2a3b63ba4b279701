import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { UnmatchedGroup } from '#shared/contract/waybills'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { Count, Money } from '../../components/figures'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ListSearch, NoMatch } from '../../components/list/filters'
import { useList } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useWords, type Words } from '../../i18n'
import { AssignCell } from './assign-cell'

/** A group with its place in the page: groups have no id of their own. */
type Row = UnmatchedGroup & { place: number }

/** 未匹配: waybills without an account, grouped as written in the files; one click settles a whole group. */
export function UnmatchedQueue() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const list = useList<object>(noFilters)
  const { input } = list
  const groups = useQuery({
    queryKey: ['waybills', 'unmatched', input],
    queryFn: ({ signal }) => api.waybills.unmatched(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => unmatchedColumns(t), [t])
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('waybills:unmatched.title')}
        help={t('waybills:unmatched.help')}
        actions={<Link to="/waybills">{t('waybills:unmatched.back')}</Link>}
      />
      <AppTable
        name="unmatched"
        label={t('waybills:unmatched.title')}
        columns={columns}
        list={list}
        rows={groups.data?.rows.map((group, place) => ({ ...group, place }))}
        total={groups.data?.total}
        error={groups.error}
        onRetry={() => void groups.refetch()}
        refreshing={groups.isPlaceholderData}
        rowKey={(row) => row.place}
        filters={<ListSearch list={list} placeholder={t('waybills:unmatched.search')} />}
        empty={
          <EmptyState
            title={t('waybills:unmatched.allTitle')}
            text={t('waybills:unmatched.allText')}
            action={<Button onClick={() => void navigate('/waybills')}>{t('waybills:unmatched.back')}</Button>}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
    </div>
  )
}

const noFilters = {}

function unmatchedColumns(t: Words): Column<Row>[] {
  return [
    {
      key: 'name',
      title: t('waybills:unmatched.written'),
      always: true,
      width: 160,
      maxWidth: 240,
      render: (row) =>
        row.name === '' ? (
          <span className="text-secondary">{t('waybills:unmatched.noName')}</span>
        ) : (
          <strong title={row.name}>{row.name}</strong>
        ),
    },
    {
      key: 'code',
      title: t('waybills:unmatched.code'),
      width: 88,
      maxWidth: 120,
      render: (row) => row.code,
    },
    {
      key: 'tickets',
      title: t('waybills:unmatched.tickets'),
      figure: true,
      render: (row) => <Count value={row.tickets} />,
    },
    {
      key: 'pieces',
      title: t('waybills:unmatched.pieces'),
      figure: true,
      optional: true,
      render: (row) => <Count value={row.pieces} />,
    },
    {
      key: 'period',
      title: t('waybills:unmatched.period'),
      width: 150,
      render: (row) => (
        <span className="figure">
          {row.firstOn === row.lastOn ? row.firstOn : `${row.firstOn} – ${row.lastOn.slice(5)}`}
        </span>
      ),
    },
    {
      key: 'billed',
      title: t('waybills:unmatched.billed'),
      figure: true,
      render: (row) => <Money fen={row.billedFen} />,
    },
    {
      key: 'candidates',
      title: t('waybills:unmatched.candidates'),
      always: true,
      maxWidth: 900,
      render: (row) => <AssignCell key={`${row.code}\u0000${row.name}`} group={row} />,
    },
  ]
}
