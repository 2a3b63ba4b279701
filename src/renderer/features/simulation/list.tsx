import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { SimulationRow } from '#shared/contract/simulation'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { Count, Delta, Money } from '../../components/figures'
import { useInstant } from '../../components/instant'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, NoMatch } from '../../components/list/filters'
import { removeColumn } from '../../components/list/remove-column'
import { rowsOf } from '../../components/list/rows-of'
import { useList } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useUndoable } from '../../components/use-undoable'
import { useWords, type Words } from '../../i18n'
import { runName } from './run-name'

const noFilters = {}

/** 试算: the runs made so far, the latest first. */
export function SimulationList() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const remove = useRemove()
  const list = useList<object>(noFilters)
  const { input } = list
  const runs = useQuery({
    queryKey: ['simulation', 'list', input],
    queryFn: ({ signal }) => api.simulation.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const mayWrite = may('pricing.write')
  const time = useInstant()
  const columns = runColumns(t, time, mayWrite ? remove : null)
  const create = (
    <Button type="primary" onClick={() => void navigate('/simulation/new')}>
      {t('simulation:new')}
    </Button>
  )
  return (
    <div className="page page-fill">
      <PageHeader title={t('simulation:title')} help={t('simulation:help')} actions={create} />
      <AppTable
        name="simulations"
        label={t('simulation:list.title')}
        columns={columns}
        list={list}
        {...rowsOf(runs)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/simulation/${row.id}`)}
        filters={
          <>
            <ListSearch list={list} placeholder={t('simulation:list.search')} />
            <ClearFilters list={list} />
          </>
        }
        empty={<EmptyState title={t('simulation:list.empty')} text={t('simulation:list.emptyText')} action={create} />}
        noMatch={<NoMatch list={list} />}
      />
    </div>
  )
}

function useRemove() {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()
  return ({ id }: SimulationRow) =>
    undoable(
      t('simulation:list.removed'),
      () => api.simulation.remove({ id }),
      () => api.simulation.restore({ id }),
    )
}

function runColumns(
  t: Words,
  time: (instant: string) => string,
  remove: ((row: SimulationRow) => Promise<boolean>) | null,
): Column<SimulationRow>[] {
  return [
    {
      key: 'name',
      title: t('simulation:col.name'),
      sort: 'name',
      always: true,
      width: 200,
      maxWidth: 320,
      render: (row) => (
        <Link to={`/simulation/${row.id}`} tabIndex={-1}>
          {runName(t, row.name, null)}
        </Link>
      ),
    },
    {
      key: 'period',
      title: t('simulation:col.period'),
      render: (row) => (row.from === row.to ? row.from : `${row.from} – ${row.to}`),
    },
    {
      key: 'account',
      title: t('simulation:col.account'),
      maxWidth: 220,
      render: (row) => row.account ?? t('simulation:allAccounts'),
    },
    {
      key: 'tickets',
      title: t('simulation:col.tickets'),
      sort: 'tickets',
      figure: true,
      render: (row) => <Count value={row.tickets} />,
    },
    {
      key: 'before',
      title: t('simulation:col.before'),
      figure: true,
      render: (row) => <Money fen={row.beforeFen} />,
    },
    { key: 'after', title: t('simulation:col.after'), figure: true, render: (row) => <Money fen={row.afterFen} /> },
    {
      key: 'change',
      title: t('simulation:col.change'),
      figure: true,
      render: (row) => <Delta now={row.afterFen} before={row.beforeFen} />,
    },
    {
      key: 'createdAt',
      title: t('simulation:col.createdAt'),
      sort: 'createdAt',
      render: (row) => <span className="figure">{time(row.createdAt)}</span>,
    },
    {
      key: 'createdBy',
      title: t('simulation:col.createdBy'),
      optional: true,
      render: (row) => row.createdBy,
    },
    ...(remove ? [removeColumn(t, (row: SimulationRow) => runName(t, row.name, null), remove)] : []),
  ]
}
