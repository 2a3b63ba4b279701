import { Button } from 'antd'
import { CalculatorOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { SheetRow } from '#shared/contract/pricing'
import { AccountPicker } from '../../components/account-picker'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type FilterKinds, type ListState } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { wordOptions } from '../../components/word-options'
import { useLocale, useWords } from '../../i18n'
import { usePriceChoices } from './price-choices'
import { sheetColumns } from './columns'
import { QueueButtons } from './review/queue-button'
import { ReviewSelection } from './review/review-selection'

type Status = SheetRow['status'] | 'scheduled'

interface SheetFilter {
  usage?: SheetRow['usage']
  status?: Status
  accountId?: number
  product?: string
}

const filterKinds: FilterKinds<SheetFilter> = { usage: 'text', status: 'text', accountId: 'number', product: 'text' }
const usages: readonly SheetRow['usage'][] = ['sale', 'cost']
const statuses: readonly Status[] = [
  'draft',
  'submitted',
  'returned',
  'scheduled',
  'approved',
  'superseded',
  'expired',
  'competitor',
]

/** An address can be typed by hand: a filter the core would refuse is left out. */
function known(filter: Partial<SheetFilter>): SheetFilter {
  const { usage, status, ...rest } = filter
  return {
    ...rest,
    ...(usage !== undefined && usages.includes(usage) ? { usage } : {}),
    ...(status !== undefined && statuses.includes(status) ? { status } : {}),
  }
}

/** 价格: every version of every price sheet and cost sheet; drafts are put in force here, one or many. */
export function SheetList() {
  const t = useWords()
  const locale = useLocale()
  const deliver = useDeliver()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const list = useList<SheetFilter>(filterKinds)
  const [selected, setSelected] = useState<number[]>([])
  const input = { ...list.input, filter: known(list.filter) }
  const sheets = useQuery({
    queryKey: ['pricing', 'list', input],
    queryFn: ({ signal }) => api.pricing.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => sheetColumns(t), [t])
  const chosen = (sheets.data?.rows ?? []).filter((row) => selected.includes(row.id))
  const importButton = may('pricing.write') ? (
    <Button type="primary" onClick={() => void navigate('/imports/prices')}>
      {t('pricing:import')}
    </Button>
  ) : null
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('pricing:title')}
        help={t('pricing:help')}
        actions={
          <>
            <QueueButtons />
            <Button onClick={() => void navigate('/simulation')}>{t('simulation:title')}</Button>
            <Button onClick={() => void navigate('/quotations')}>{t('quotations:title')}</Button>
            {may('contracts.read') ? (
              <Button onClick={() => void navigate('/contracts')}>{t('contracts:title')}</Button>
            ) : null}
            <Button icon={<CalculatorOutlined />} onClick={() => void navigate('/pricing/quote')}>
              {t('pricing:quote.title')}
            </Button>
            {may('pricing.write') ? (
              <Button onClick={() => void navigate('/pricing/new')}>{t('pricingEditor:new')}</Button>
            ) : null}
            <Button onClick={() => void deliver(() => api.pricing.exportList({ ...input, locale }))}>
              {t('shell:export')}
            </Button>
            {importButton}
          </>
        }
      />
      <AppTable
        name="price-sheets"
        views="price-sheets"
        label={t('pricing:title')}
        columns={columns}
        list={list}
        {...rowsOf(sheets)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/pricing/${row.id}`)}
        selection={may('pricing.approve') ? { keys: selected, onChange: setSelected } : undefined}
        selectionActions={
          <>
            <ReviewSelection sheets={chosen} onDone={() => setSelected([])} />
            <Button onClick={() => setSelected([])}>{t('components:list.clearSelection')}</Button>
          </>
        }
        filters={<SheetFilters list={list} />}
        empty={
          <EmptyState
            title={t('pricing:empty.title')}
            text={t('pricing:empty.text')}
            action={importButton ?? undefined}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
    </div>
  )
}

function SheetFilters({ list }: { list: ListState<SheetFilter> }) {
  const t = useWords()
  const { filter } = list
  const choices = usePriceChoices()
  return (
    <>
      <ListSearch list={list} placeholder={t('pricing:search')} />
      <ListSelect
        label={t('pricing:filter.usage')}
        value={filter.usage}
        onChange={(value) => list.setFilter('usage', value)}
        options={usages.map((value) => ({ value, label: t(`pricing:usage.${value}`) }))}
        width={96}
      />
      <ListSelect
        label={t('pricing:filter.status')}
        value={filter.status}
        onChange={(value) => list.setFilter('status', value)}
        options={statuses.map((value) => ({ value, label: t(`pricing:status.${value}`) }))}
        width={112}
      />
      <AccountPicker
        label={t('pricing:filter.account')}
        value={filter.accountId}
        onChange={(id) => list.setFilter('accountId', id)}
        width={160}
      />
      <ListSelect
        label={t('pricing:filter.product')}
        value={filter.product}
        onChange={(value) => list.setFilter('product', value)}
        options={wordOptions(choices.data?.products)}
        width={112}
      />
      <ClearFilters list={list} />
    </>
  )
}
