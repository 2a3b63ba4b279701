import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatFenGrouped } from '#shared/domain/money'
import type { AccountCostRow } from '#shared/contract/profit'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { Money } from '../../components/figures'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { removeColumn } from '../../components/list/remove-column'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type FilterKinds } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useUndoable } from '../../components/use-undoable'
import { useLocale, useWords, type Words } from '../../i18n'
import { CostDrawer } from './cost-drawer'

interface CostFilter {
  kind?: 'service' | 'claim'
  accountId?: number
}

const filterKinds: FilterKinds<CostFilter> = { kind: 'text', accountId: 'number' }

/** 专属成本与理赔: what a customer costs beside his waybills. */
export function CostsPage({ tabs }: { tabs: ReactNode }) {
  const t = useWords()
  const locale = useLocale()
  const deliver = useDeliver()
  const api = useApi()
  const may = useMay()
  const list = useList<CostFilter>(filterKinds)
  const [editing, setEditing] = useState<AccountCostRow | 'new' | null>(null)
  const remove = useRemove()
  const { input, filter } = list
  const costs = useQuery({
    queryKey: ['profit', 'costs', input, filter],
    queryFn: ({ signal }) => api.profit.costs({ ...input, filter }, { signal }),
    placeholderData: keepPreviousData,
  })
  const mayWrite = may('waybills.write')
  const columns = useMemo(() => costColumns(t, mayWrite ? remove : null), [t, mayWrite, remove])
  const add = mayWrite ? (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('profit:costs.add')}
    </Button>
  ) : null
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('profit:tab.costs')}
        help={t('profit:costs.help')}
        actions={
          <>
            <Button onClick={() => void deliver(() => api.profit.exportCosts({ ...input, filter, locale }))}>
              {t('shell:export')}
            </Button>
            {add}
          </>
        }
      />
      {tabs}
      <AppTable
        name="account-costs"
        label={t('profit:tab.costs')}
        columns={columns}
        list={list}
        {...rowsOf(costs)}
        rowKey={(row) => row.id}
        onOpen={(row) => mayWrite && setEditing(row)}
        filters={
          <>
            <ListSearch list={list} placeholder={t('profit:costs.search')} />
            <ListSelect
              label={t('profit:col.kind')}
              value={filter.kind}
              onChange={(value) => list.setFilter('kind', value)}
              options={(['service', 'claim'] as const).map((value) => ({ value, label: t(`profit:kind.${value}`) }))}
            />
            <ClearFilters list={list} />
          </>
        }
        sums={costs.data ? t('profit:costs.sum', { amount: formatFenGrouped(costs.data.fen) }) : null}
        empty={<EmptyState title={t('profit:costs.empty')} text={t('profit:costs.emptyText')} action={add} />}
        noMatch={<NoMatch list={list} />}
      />
      {editing === null ? null : (
        <CostDrawer cost={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

function useRemove() {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()
  return useCallback(
    ({ id, item }: AccountCostRow) =>
      undoable(
        t('profit:costs.removed', { item }),
        () => api.profit.removeCost({ id }),
        () => api.profit.restoreCost({ id }),
      ),
    [t, api, undoable],
  )
}

function costColumns(t: Words, remove: ((row: AccountCostRow) => Promise<boolean>) | null): Column<AccountCostRow>[] {
  return [
    { key: 'month', title: t('profit:col.month'), sort: 'month', render: (row) => row.month },
    {
      key: 'account',
      title: t('profit:col.account'),
      sort: 'account',
      always: true,
      width: 160,
      maxWidth: 240,
      render: (row) => (
        <Link to={`/accounts/${row.accountId}?tab=profit`} title={row.account} tabIndex={-1}>
          {row.account}
        </Link>
      ),
    },
    { key: 'kind', title: t('profit:col.kind'), sort: 'kind', render: (row) => t(`profit:kind.${row.kind}`) },
    { key: 'item', title: t('profit:col.item'), sort: 'item', render: (row) => row.item },
    {
      key: 'fen',
      title: t('profit:col.amount'),
      sort: 'fen',
      figure: true,
      render: (row) => <Money fen={row.fen} />,
    },
    { key: 'waybill', title: t('profit:col.waybill'), render: (row) => row.waybillNumber },
    { key: 'note', title: t('profit:col.note'), maxWidth: 240, render: (row) => row.note },
    ...(remove ? [removeColumn(t, (row: AccountCostRow) => row.item, remove)] : []),
  ]
}
