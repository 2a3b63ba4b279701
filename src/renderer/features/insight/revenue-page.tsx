import { Button } from 'antd'
import { BarChartOutlined, DownloadOutlined, FilePdfOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Tier } from '#shared/contract/base'
import type { RevenueReport } from '#shared/contract/insight'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { pageOf, readingOf } from '../../components/list/rows-of'
import { useList, type FilterKinds, type ListState } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { isFlag, usePreference } from '../../components/preferences'
import { useLocale, useWords } from '../../i18n'
import { Footnotes } from './footnotes'
import { Overview } from './overview'
import { usePeriod } from './period'
import { PeriodBar } from './period-bar'
import { revenueColumns, revenueTotals } from './revenue-columns'
import { rowsFor, sumsOf, tiers } from './report-rows'
import { RuleDrawer } from './rule-drawer'

interface ReportFilter {
  tier?: Tier
}

const filterKinds: FilterKinds<ReportFilter> = { tier: 'text' }

/** 报表: revenue, cost and margin by customer over a span of months, with shares, tiers and the change before. */
export function RevenuePage() {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const may = useMay()
  const deliver = useDeliver()
  const navigate = useNavigate()
  const period = usePeriod()
  const list = useList<ReportFilter>(filterKinds)
  const [chart, setChart] = usePreference('insight.chart', true, isFlag)
  const [editing, setEditing] = useState(false)
  const { from, to } = period
  const report = useQuery({
    queryKey: ['insight', 'revenue', from, to],
    queryFn: ({ signal }) => api.insight.revenue({ from, to }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rule = useQuery({
    queryKey: ['insight', 'tierRule'],
    queryFn: ({ signal }) => api.insight.tierRule({}, { signal }),
  })
  const rows = useListed(report.data, list)
  const columns = useMemo(() => revenueColumns(t), [t])
  const filled = report.data !== undefined && report.data.rows.length > 0
  const save = (format: 'xlsx' | 'pdf') => void deliver(() => api.insight.exportRevenue({ from, to, format, locale }))
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('insight:screen.title')}
        extra={<PeriodBar period={period} />}
        help={t('insight:screen.help')}
        actions={
          <>
            <Button
              icon={<BarChartOutlined />}
              aria-pressed={chart}
              aria-label={t(chart ? 'insight:chart.hide' : 'insight:chart.show')}
              title={t(chart ? 'insight:chart.hide' : 'insight:chart.show')}
              onClick={() => setChart(!chart)}
            />
            {may('cost.read') ? (
              <Button onClick={() => void navigate(`/profit/contribution?from=${from}&to=${to}`)}>
                {t('shell:nav.profit')}
              </Button>
            ) : null}
            <Button icon={<DownloadOutlined />} disabled={!filled} onClick={() => save('xlsx')}>
              {t('shell:export')}
            </Button>
            <Button icon={<FilePdfOutlined />} disabled={!filled} onClick={() => save('pdf')}>
              {t('insight:pdf')}
            </Button>
          </>
        }
      />
      {chart && report.data && filled ? (
        <Overview
          report={report.data}
          rule={rule.data}
          onEditRule={may('insight.manage') ? () => setEditing(true) : undefined}
        />
      ) : null}
      <AppTable
        name="revenue"
        label={t('insight:screen.title')}
        columns={columns}
        list={list}
        {...pageOf(rows, list)}
        {...readingOf(report)}
        rowKey={(row) => row.rank}
        onOpen={(row) => row.accountId !== null && void navigate(`/accounts/${row.accountId}`)}
        filters={<Filters list={list} />}
        totals={rows ? revenueTotals(t, sumsOf(rows), list.narrowed) : undefined}
        empty={
          <EmptyState
            title={t('insight:empty.period')}
            text={t('insight:empty.periodText')}
            action={<Button onClick={() => void navigate('/imports/waybills')}>{t('insight:empty.import')}</Button>}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
      {report.data ? <Footnotes report={report.data} /> : null}
      {editing && rule.data && report.data ? (
        <RuleDrawer rule={rule.data} report={report.data} onClose={() => setEditing(false)} />
      ) : null}
    </div>
  )
}

function useListed(report: RevenueReport | undefined, list: ListState<ReportFilter>) {
  const { search, sort, descending } = list.input
  const { tier } = list.filter
  return useMemo(
    () => (report ? rowsFor(report, { search, sort, descending, tier }) : undefined),
    [report, search, sort, descending, tier],
  )
}

function Filters({ list }: { list: ListState<ReportFilter> }) {
  const t = useWords()
  return (
    <>
      <ListSearch list={list} placeholder={t('insight:search')} />
      <ListSelect
        label={t('insight:filter.tier')}
        value={list.filter.tier}
        onChange={(value) => list.setFilter('tier', value)}
        options={tiers.map((value) => ({ value, label: t(`components:tier.${value}`) }))}
        width={104}
      />
      <ClearFilters list={list} />
    </>
  )
}
