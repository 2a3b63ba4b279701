import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { QuotationFilter, QuotationRow } from '#shared/contract/quotations'
import { formatFenGrouped } from '#shared/domain/money'
import { AccountPicker } from '../../components/account-picker'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { Count, formatCount, Money } from '../../components/figures'
import { useInstant } from '../../components/instant'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type FilterKinds, type ListState } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { wordOptions } from '../../components/word-options'
import { useLocale, useWords, type Words } from '../../i18n'
import { QuotationStatus, quotationStates } from './quotation-words'

type Filter = Required<{ [K in keyof QuotationFilter]: NonNullable<QuotationFilter[K]> }>

const filterKinds: FilterKinds<Filter> = { state: 'text', accountId: 'number', month: 'text', owner: 'text' }

/** An address can be typed by hand: a filter the core would refuse is left out. */
function known({ state, ...rest }: Partial<Filter>): QuotationFilter {
  return { ...rest, ...(state !== undefined && quotationStates.includes(state) ? { state } : {}) }
}

/** 报价单: every quotation with its state, validity and monthly estimate. */
export function QuotationList() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const navigate = useNavigate()
  const deliver = useDeliver()
  const at = useInstant()
  const list = useList<Filter>(filterKinds)
  const input = { ...list.input, filter: known(list.filter) }
  const quotations = useQuery({
    queryKey: ['quotations', 'list', input],
    queryFn: ({ signal }) => api.quotations.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => columnsOf(t, at), [t, at])
  const create = may('pricing.write') ? (
    <Button type="primary" onClick={() => void navigate('/quotations/new')}>
      {t('quotations:new')}
    </Button>
  ) : null
  const sums = quotations.data?.sums
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('quotations:title')}
        help={t('quotations:help')}
        actions={
          <>
            <Link to="/pricing">{t('pricing:title')}</Link>
            <Button onClick={() => void deliver(() => api.quotations.export({ ...input, locale }))}>
              {t('shell:export')}
            </Button>
            {create}
          </>
        }
      />
      <AppTable
        name="quotations"
        views="quotations"
        label={t('quotations:title')}
        columns={columns}
        list={list}
        {...rowsOf(quotations)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/quotations/${row.id}`)}
        filters={<Filters list={list} />}
        sums={
          sums && sums.estimated > 0
            ? t('quotations:sum.total', {
                amount: formatFenGrouped(sums.totalFen),
                count: formatCount(sums.estimated),
              })
            : undefined
        }
        empty={
          <EmptyState
            title={t('quotations:empty.title')}
            text={t('quotations:empty.text')}
            action={create ?? undefined}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
    </div>
  )
}

function Filters({ list }: { list: ListState<Filter> }) {
  const t = useWords()
  const api = useApi()
  const { filter } = list
  const choices = useQuery({
    queryKey: ['quotations', 'choices'],
    queryFn: ({ signal }) => api.quotations.choices({}, { signal }),
  })
  return (
    <>
      <ListSearch list={list} placeholder={t('quotations:search')} />
      <ListSelect
        label={t('quotations:filter.state')}
        value={filter.state}
        onChange={(value) => list.setFilter('state', value)}
        options={quotationStates.map((value) => ({ value, label: t(`quotations:state.${value}`) }))}
        width={112}
      />
      <ListSelect
        label={t('quotations:filter.month')}
        value={filter.month}
        onChange={(value) => list.setFilter('month', value)}
        options={wordOptions(choices.data?.months)}
        width={112}
      />
      <ListSelect
        label={t('quotations:filter.owner')}
        value={filter.owner}
        onChange={(value) => list.setFilter('owner', value)}
        options={wordOptions(choices.data?.owners)}
        width={112}
      />
      <AccountPicker
        label={t('quotations:filter.account')}
        value={filter.accountId}
        onChange={(id) => list.setFilter('accountId', id)}
        width={160}
      />
      <ClearFilters list={list} />
    </>
  )
}

function columnsOf(t: Words, at: (instant: string) => string): Column<QuotationRow>[] {
  return [
    {
      key: 'number',
      title: t('quotations:col.number'),
      sort: 'number',
      always: true,
      width: 128,
      render: (row) => <strong className="figure">{row.number}</strong>,
    },
    {
      key: 'company',
      title: t('quotations:col.company'),
      sort: 'company',
      width: 200,
      maxWidth: 280,
      render: (row) =>
        row.accountId === null ? (
          row.company
        ) : (
          <Link to={`/accounts/${row.accountId}`} tabIndex={-1}>
            {row.company}
          </Link>
        ),
    },
    { key: 'contact', title: t('quotations:col.contact'), optional: true, render: (row) => row.contact },
    { key: 'products', title: t('quotations:col.products'), sort: 'products', render: (row) => row.products },
    {
      key: 'state',
      title: t('quotations:col.state'),
      sort: 'state',
      width: 96,
      render: (row) => <QuotationStatus state={row.state} />,
    },
    {
      key: 'validity',
      title: t('quotations:col.validity'),
      sort: 'validTo',
      width: 180,
      render: (row) => (
        <span className="figure">{t('quotations:paper.validityText', { from: row.validFrom, to: row.validTo })}</span>
      ),
    },
    {
      key: 'total',
      title: t('quotations:col.total'),
      sort: 'totalFen',
      figure: true,
      width: 120,
      render: (row) => <Money fen={row.totalFen} />,
    },
    {
      key: 'parts',
      title: t('quotations:col.parts'),
      figure: true,
      optional: true,
      render: (row) => <Count value={row.parts} />,
    },
    { key: 'owner', title: t('quotations:col.owner'), sort: 'owner', render: (row) => row.owner },
    {
      key: 'lostReason',
      title: t('quotations:col.lostReason'),
      optional: true,
      maxWidth: 240,
      render: (row) => row.lostReason,
    },
    {
      key: 'updatedAt',
      title: t('quotations:col.updatedAt'),
      sort: 'updatedAt',
      width: 128,
      render: (row) => <span className="figure">{at(row.updatedAt)}</span>,
    },
  ]
}
