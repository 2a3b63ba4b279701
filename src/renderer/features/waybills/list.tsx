import { Badge, Button } from 'antd'
import { CalculatorOutlined, DownloadOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useActions, type Action } from '../../components/actions'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { formatCount, formatKilogramsGrouped, Money } from '../../components/figures'
import { AppTable } from '../../components/list/app-table'
import { NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList } from '../../components/list/use-list'
import { useMonth } from '../../components/month'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { waybillColumns } from './columns'
import { filterFor, filterKinds, useMonthOfAddress, type WaybillListFilter } from './list-filter'
import { WaybillFilters } from './list-filters'
import { RerateDialog } from './rerate-dialog'
import { WaybillPanel } from './waybill-panel'

/** 运单: every ticket with its revenue, cost and margin; a row opens the explanation of its price. */
export function WaybillList() {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const deliver = useDeliver()
  const [address, setAddress] = useSearchParams()
  const [month] = useMonth()
  useMonthOfAddress()
  const list = useList<WaybillListFilter>(filterKinds, { sort: 'shippedOn', descending: true })
  const [rerating, setRerating] = useState(false)
  const rerate = useCallback(() => setRerating(true), [])
  const input = { ...list.input, filter: filterFor(list.filter, month) }
  const waybills = useQuery({
    queryKey: ['waybills', 'list', input],
    queryFn: ({ signal }) => api.waybills.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => waybillColumns(t), [t])
  const open = Number(address.get('open')) || null
  const show = (id: number | null) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old)
        if (id === null) next.delete('open')
        else next.set('open', String(id))
        return next
      },
      { replace: open !== null },
    )
  const empty = <Empty month={month} onAllMonths={() => list.setFilter('period', 'all')} />
  // All months narrow nothing: a book without waybills is empty, not filtered.
  const onlyPeriod = list.input.search === '' && Object.keys(list.filter).every((key) => key === 'period')
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('waybills:title')}
        help={t('waybills:help')}
        actions={
          <HeaderActions
            onExport={() => void deliver(() => api.waybills.export({ ...input, locale }))}
            onRerate={rerate}
            empty={(waybills.data?.total ?? 0) === 0}
          />
        }
      />
      <AppTable
        name="waybills"
        views="waybills"
        label={t('waybills:title')}
        columns={columns}
        list={list}
        {...rowsOf(waybills)}
        rowKey={(row) => row.id}
        onOpen={(row) => show(row.id)}
        filters={<WaybillFilters list={list} />}
        sums={waybills.data ? <Sums sums={waybills.data.sums} /> : null}
        empty={empty}
        noMatch={onlyPeriod ? empty : <NoMatch list={list} />}
      />
      {open === null ? null : <WaybillPanel id={open} onClose={() => show(null)} />}
      {rerating ? (
        <RerateDialog month={month} accountId={list.filter.accountId} onClose={() => setRerating(false)} />
      ) : null}
    </div>
  )
}

interface SumsProps {
  sums: { pieces: number; grams: number; revenueFen: number; costFen: number; marginFen: number; billedFen: number }
}

function Sums({ sums }: SumsProps) {
  const t = useWords()
  const money = [
    ['waybills:sum.revenue', sums.revenueFen],
    ['waybills:sum.cost', sums.costFen],
    ['waybills:sum.margin', sums.marginFen],
    ['waybills:sum.billed', sums.billedFen],
  ] as const
  return (
    <>
      <span className="figure">{t('waybills:sum.pieces', { value: formatCount(sums.pieces) })}</span>
      <span className="figure">{t('waybills:sum.weight', { value: formatKilogramsGrouped(sums.grams) })}</span>
      {money.map(([key, fen]) => (
        <span key={key}>
          {t(key)} <Money fen={fen} />
        </span>
      ))}
    </>
  )
}

interface HeaderActionsProps {
  onExport: () => void
  onRerate: () => void
  /** Nothing to export. */
  empty: boolean
}

function HeaderActions({ onExport, onRerate, empty }: HeaderActionsProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const waiting = useQuery({
    queryKey: ['waybills', 'unmatched', 'count'],
    queryFn: ({ signal }) => api.waybills.unmatched({ page: 1, pageSize: 1 }, { signal }),
  })
  const mayWrite = may('waybills.write')
  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'waybills.unmatched',
        label: t('waybills:unmatched.title'),
        run: () => void navigate('/waybills/unmatched'),
      },
      { id: 'waybills.rerate', label: t('waybills:rerate'), permission: 'waybills.write', run: onRerate },
    ],
    [t, navigate, onRerate],
  )
  useActions(actions)
  return (
    <>
      <Badge count={waiting.data?.total ?? 0} size="small" title={t('waybills:unmatched.title')}>
        <Button onClick={() => void navigate('/waybills/unmatched')}>{t('waybills:unmatched.link')}</Button>
      </Badge>
      {mayWrite ? (
        <Button icon={<CalculatorOutlined />} onClick={onRerate}>
          {t('waybills:rerate')}
        </Button>
      ) : null}
      <Button icon={<DownloadOutlined />} onClick={onExport} disabled={empty}>
        {t('shell:export')}
      </Button>
      {mayWrite ? (
        <Button type="primary" onClick={() => void navigate('/imports/waybills')}>
          {t('waybills:import')}
        </Button>
      ) : null}
    </>
  )
}

/** No waybill at all, or only none in the month of the top bar. */
function Empty({ month, onAllMonths }: { month: string; onAllMonths: () => void }) {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const choices = useQuery({
    queryKey: ['waybills', 'choices'],
    queryFn: ({ signal }) => api.waybills.choices({}, { signal }),
  })
  const doImport = (
    <Button type="primary" onClick={() => void navigate('/imports/waybills')}>
      {t('waybills:import')}
    </Button>
  )
  if ((choices.data?.months.length ?? 0) === 0) {
    return <EmptyState title={t('waybills:empty.title')} text={t('waybills:empty.text')} action={doImport} />
  }
  return (
    <EmptyState
      title={t('waybills:empty.month', { month })}
      text={t('waybills:empty.monthText')}
      action={
        <>
          <Button onClick={onAllMonths}>{t('waybills:filter.periodAll')}</Button>
          {doImport}
        </>
      }
    />
  )
}
