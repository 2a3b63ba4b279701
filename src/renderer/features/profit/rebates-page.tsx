import { Button } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatFenGrouped } from '#shared/domain/money'
import { formatRebateQuantity } from '#shared/domain/profit/rebate-words'
import type { RebateRow } from '#shared/contract/profit'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { Count, formatCount, Money } from '../../components/figures'
import { JobDialog } from '../../components/job-dialog'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList } from '../../components/list/use-list'
import { useMonth } from '../../components/month'
import { useMonthName } from '../../components/month-name'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords, type Words } from '../../i18n'
import { DerivationDrawer } from './derivation-drawer'

const noFilters = {}

/** 月末返利: the month's rebates with their derivation, computed again whenever asked. */
export function RebatesPage({ tabs }: { tabs: ReactNode }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const deliver = useDeliver()
  const failed = useNotifyError()
  const done = useNotifyDone()
  const [month] = useMonth()
  const monthName = useMonthName()
  const list = useList<object>(noFilters)
  const [job, setJob] = useState<string | null>(null)
  const [opened, setOpened] = useState<RebateRow | null>(null)
  const { input } = list
  const rebates = useQuery({
    queryKey: ['profit', 'rebates', month, input],
    queryFn: ({ signal }) => api.profit.rebates({ ...input, filter: { month } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => rebateColumns(t), [t])
  const run = may('pricing.write') ? (
    <Button
      type="primary"
      onClick={() => void api.profit.runRebates({ month }).then((started) => setJob(started.job), failed)}
    >
      {t('profit:rebates.run', { month: monthName(month) })}
    </Button>
  ) : null
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('profit:tab.rebates')}
        help={t('profit:rebates.help')}
        actions={
          <>
            <Button
              icon={<DownloadOutlined />}
              disabled={!rebates.data || rebates.data.total === 0}
              onClick={() => void deliver(() => api.profit.exportRebates({ month, locale }))}
            >
              {t('shell:export')}
            </Button>
            {run}
          </>
        }
      />
      {tabs}
      <AppTable
        name="rebates"
        label={t('profit:tab.rebates')}
        columns={columns}
        list={list}
        {...rowsOf(rebates)}
        rowKey={(row) => row.id}
        onOpen={setOpened}
        filters={
          <>
            <ListSearch list={list} placeholder={t('profit:rebates.search')} />
            <ClearFilters list={list} />
          </>
        }
        sums={rebates.data ? t('profit:costs.sum', { amount: formatFenGrouped(rebates.data.fen) }) : null}
        empty={
          <EmptyState
            title={t('profit:rebates.empty', { month: monthName(month) })}
            text={t('profit:rebates.emptyText')}
            action={run}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
      {opened ? <DerivationDrawer line={opened} onClose={() => setOpened(null)} /> : null}
      {job === null ? null : (
        <JobDialog
          job={job}
          title={t('profit:rebates.running')}
          onClose={() => setJob(null)}
          onDone={({ count = 0 }) =>
            done(count === 0 ? t('profit:rebates.same') : t('profit:rebates.done', { count: formatCount(count) }))
          }
        />
      )}
    </div>
  )
}

function rebateColumns(t: Words): Column<RebateRow>[] {
  return [
    {
      key: 'account',
      title: t('profit:col.account'),
      sort: 'account',
      always: true,
      width: 160,
      maxWidth: 240,
      render: (row) => (
        <Link to={`/accounts/${row.accountId}`} title={row.account} tabIndex={-1}>
          {row.account}
        </Link>
      ),
    },
    {
      key: 'sheet',
      title: t('profit:col.sheet'),
      sort: 'sheet',
      maxWidth: 240,
      render: (row) => (
        <Link to={`/pricing/${row.sheetId}`} tabIndex={-1}>
          {row.sheet}
        </Link>
      ),
    },
    { key: 'basis', title: t('profit:col.basis'), render: ({ derivation }) => t(`profit:basis.${derivation.basis}`) },
    { key: 'mode', title: t('profit:col.mode'), render: ({ derivation }) => t(`profit:mode.${derivation.mode}`) },
    {
      key: 'quantity',
      title: t('profit:col.quantity'),
      figure: true,
      render: ({ derivation }) => formatRebateQuantity(derivation.basis, derivation.quantity),
    },
    {
      key: 'tickets',
      title: t('profit:col.tickets'),
      figure: true,
      render: ({ derivation }) => <Count value={derivation.tickets} />,
    },
    {
      key: 'fen',
      title: t('profit:col.rebateGross'),
      sort: 'fen',
      figure: true,
      render: (row) => <Money fen={row.fen} />,
    },
    {
      key: 'netFen',
      title: t('profit:col.rebateNet'),
      sort: 'netFen',
      figure: true,
      render: (row) => <Money fen={row.netFen} />,
    },
  ]
}
