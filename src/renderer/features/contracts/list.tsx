import { Button } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { contractEnding, type ContractCounts, type ContractFilter, contractStatus } from '#shared/contract/contracts'
import { contractStatuses } from '#shared/domain/contracts/standing'
import { formatFenGrouped } from '#shared/domain/money'
import { AccountPicker } from '../../components/account-picker'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { useInstant } from '../../components/instant'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type FilterKinds, type ListState } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { wordOptions } from '../../components/word-options'
import { useLocale, useWords } from '../../i18n'
import { contractColumns } from './columns'
import { ContractDrawer } from './contract-drawer'

type Filter = Required<{ [K in keyof ContractFilter]: NonNullable<ContractFilter[K]> }>

const filterKinds: FilterKinds<Filter> = { status: 'text', ending: 'text', accountId: 'number', manager: 'text' }

/** An address can be typed by hand: a filter the core would refuse is left out. */
function known({ status, ending, ...rest }: Partial<Filter>): ContractFilter {
  return {
    ...rest,
    status: contractStatus.safeParse(status).data,
    ending: contractEnding.safeParse(ending).data,
  }
}

/** 合同: every contract with its standing; what ends within 30, 60 and 90 days and what has ended at a glance. */
export function ContractList() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const navigate = useNavigate()
  const deliver = useDeliver()
  const at = useInstant()
  const list = useList<Filter>(filterKinds)
  const [adding, setAdding] = useState(false)
  const input = { ...list.input, filter: known(list.filter) }
  const contracts = useQuery({
    queryKey: ['contracts', 'list', input],
    queryFn: ({ signal }) => api.contracts.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => contractColumns(t, at), [t, at])
  const create = may('contracts.write') ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('contracts:new')}
    </Button>
  ) : null
  const sums = contracts.data?.sums
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('contracts:title')}
        help={t('contracts:help')}
        actions={
          <>
            {may('pricing.read') ? <Link to="/pricing">{t('pricing:title')}</Link> : null}
            <Button onClick={() => void deliver(() => api.contracts.export({ ...input, locale }))}>
              {t('shell:export')}
            </Button>
            {create}
          </>
        }
      />
      {contracts.data ? <Glance counts={contracts.data.counts} list={list} /> : null}
      <AppTable
        name="contracts"
        label={t('contracts:title')}
        columns={columns}
        list={list}
        {...rowsOf(contracts)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/contracts/${row.id}`)}
        filters={<Filters list={list} />}
        sums={
          sums
            ? t('contracts:sum.text', {
                deposit: formatFenGrouped(sums.depositFen),
                limit: formatFenGrouped(sums.creditLimitFen),
              })
            : undefined
        }
        empty={
          <EmptyState
            title={t('contracts:empty.title')}
            text={t('contracts:empty.text')}
            action={create ?? undefined}
          />
        }
        noMatch={<NoMatch list={list} />}
      />
      {adding ? <ContractDrawer contract={null} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

/** Counts that are filters: a second click takes them off. */
function Glance({ counts, list }: { counts: ContractCounts; list: ListState<Filter> }) {
  const t = useWords()
  const { filter } = list
  const tiles: { key: string; label: string; count: number; tone: string; filter: Partial<Filter> }[] = [
    ...(['30', '60', '90'] as const).map((days) => ({
      key: days,
      label: t('contracts:tile.ending', { days }),
      count: counts[`in${days}`],
      tone: days === '30' ? 'text-warning' : '',
      filter: { ending: days },
    })),
    {
      key: 'expired',
      label: t('contracts:tile.expired'),
      count: counts.expired,
      tone: 'text-danger',
      filter: { status: 'expired' },
    },
  ]
  return (
    <div className="contract-glance" role="group" aria-label={t('contracts:filter.ending')}>
      {tiles.map((tile) => {
        const on = tile.filter.ending !== undefined ? filter.ending === tile.filter.ending : filter.status === 'expired'
        return (
          <button
            key={tile.key}
            type="button"
            aria-pressed={on}
            onClick={() =>
              list.setFilters(
                on
                  ? { status: undefined, ending: undefined }
                  : { status: undefined, ending: undefined, ...tile.filter },
              )
            }
          >
            <span>{tile.label}</span>
            <strong className={`figure ${tile.count > 0 ? tile.tone : 'text-secondary'}`}>{tile.count}</strong>
          </button>
        )
      })}
      <span className="text-secondary">
        {t('contracts:tile.active')} <span className="figure">{counts.active}</span> · {t('contracts:status.draft')}{' '}
        <span className="figure">{counts.draft}</span>
      </span>
    </div>
  )
}

function Filters({ list }: { list: ListState<Filter> }) {
  const t = useWords()
  const api = useApi()
  const { filter } = list
  const choices = useQuery({
    queryKey: ['contracts', 'choices'],
    queryFn: ({ signal }) => api.contracts.choices({}, { signal }),
  })
  return (
    <>
      <ListSearch list={list} placeholder={t('contracts:search')} />
      <ListSelect
        label={t('contracts:filter.status')}
        value={filter.status}
        onChange={(value) => list.setFilter('status', value)}
        options={contractStatuses.map((value) => ({ value, label: t(`contracts:status.${value}`) }))}
        width={112}
      />
      <ListSelect
        label={t('contracts:filter.ending')}
        value={filter.ending}
        onChange={(value) => list.setFilter('ending', value)}
        options={contractEnding.options.map((value) => ({ value, label: t(`contracts:ending.${value}`) }))}
        width={128}
      />
      <ListSelect
        label={t('contracts:filter.manager')}
        value={filter.manager}
        onChange={(value) => list.setFilter('manager', value)}
        options={wordOptions(choices.data?.managers)}
        width={112}
      />
      <AccountPicker
        label={t('contracts:filter.account')}
        value={filter.accountId}
        onChange={(id) => list.setFilter('accountId', id)}
        width={160}
      />
      <ClearFilters list={list} />
    </>
  )
}
