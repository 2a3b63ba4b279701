import { Button } from 'antd'
import { DownloadOutlined, PercentageOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ContributionReport } from '#shared/contract/profit'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { Money, Count } from '../../components/figures'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, NoMatch } from '../../components/list/filters'
import { pageOf, readingOf } from '../../components/list/rows-of'
import { useList } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { usePeriod } from '../insight/period'
import { PeriodBar } from '../insight/period-bar'
import { contributionColumns, sortValues } from './contribution-columns'
import { RateDrawer } from './rate-drawer'

const noFilters = {}

/** 贡献值: what every customer brings after everything it costs, beside its place by revenue. */
export function ContributionPage({ tabs }: { tabs: ReactNode }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const deliver = useDeliver()
  const navigate = useNavigate()
  const period = usePeriod()
  const list = useList<object>(noFilters)
  const [editing, setEditing] = useState(false)
  const { from, to } = period
  const report = useQuery({
    queryKey: ['profit', 'contribution', from, to],
    queryFn: ({ signal }) => api.profit.contribution({ from, to }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => listed(report.data, list.input), [report.data, list.input])
  const columns = useMemo(() => contributionColumns(t), [t])
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('profit:title')}
        extra={<PeriodBar period={period} />}
        help={`${t('profit:help')}\n${t('profit:note.tierText')}`}
        actions={
          <>
            {may('insight.manage') && report.data ? (
              <Button icon={<PercentageOutlined />} onClick={() => setEditing(true)}>
                {t('profit:rate.label')}
              </Button>
            ) : null}
            <Button
              icon={<DownloadOutlined />}
              disabled={!report.data || report.data.rows.length === 0}
              onClick={() => void deliver(() => api.profit.export({ from, to, locale }))}
            >
              {t('shell:export')}
            </Button>
          </>
        }
      />
      {tabs}
      <AppTable
        name="contribution"
        label={t('profit:title')}
        columns={columns}
        list={list}
        {...pageOf(rows, list)}
        {...readingOf(report)}
        rowKey={(row) => row.accountId}
        onOpen={(row) => void navigate(`/accounts/${row.accountId}?tab=profit`)}
        filters={
          <>
            <ListSearch list={list} placeholder={t('insight:search')} />
            <ClearFilters list={list} />
          </>
        }
        totals={report.data && !list.narrowed ? totalsOf(report.data.total) : undefined}
        empty={
          <EmptyState
            title={t('profit:empty.title')}
            text={t('profit:empty.text')}
            action={<Button onClick={() => void navigate('/imports/waybills')}>{t('profit:empty.import')}</Button>}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
      <p className="text-secondary formula-line">{t('profit:formula.contribution')}</p>
      {editing && report.data ? <RateDrawer rule={report.data.rule} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

/** The report is one answer of some hundred rows: it is searched and sorted here. */
function listed(
  report: ContributionReport | undefined,
  { search, sort, descending }: { search: string; sort?: string; descending: boolean },
) {
  if (!report) return undefined
  const wanted = search.trim().toLowerCase()
  const rows = report.rows.filter((row) =>
    [row.account, row.accountCode].some((text) => text.toLowerCase().includes(wanted)),
  )
  const value = sort === undefined ? undefined : sortValues[sort]
  if (!value) return rows
  const turn = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
    return (
      turn *
      (typeof one === 'string' || typeof other === 'string'
        ? String(one).localeCompare(String(other), 'zh-CN')
        : one - other)
    )
  })
}

function totalsOf(total: ContributionReport['total']) {
  return {
    revenueFen: <Money fen={total.revenueFen} />,
    costFen: <Money fen={total.costFen} />,
    rebateFen: <Money fen={total.rebateFen} />,
    claimFen: <Money fen={total.claimFen} />,
    serviceFen: <Money fen={total.serviceFen} />,
    capitalFen: <Money fen={total.capitalFen} />,
    contributionFen: <Money fen={total.contributionFen} />,
    uncosted: <Count value={total.uncosted} />,
  }
}
