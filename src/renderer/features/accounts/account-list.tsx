import { Button } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import ImportOutlined from '@ant-design/icons/ImportOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Lifecycle } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import { formatFenGrouped } from '#shared/domain/money'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { formatCount } from '../../components/figures'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { useList, type FilterKinds, type ListState } from '../../components/list/use-list'
import { useMonth } from '../../components/month'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { AccountDrawer } from './account-drawer'
import { accountColumns } from './columns'
import { useAccountChoices } from './use-choices'
import { useRemoveAccounts } from './use-remove'

interface Filter {
  industry: string
  tier: Tier
  lifecycle: Lifecycle
  manager: string
}

const filterKinds: FilterKinds<Filter> = { industry: 'text', tier: 'text', lifecycle: 'text', manager: 'text' }

/** All customers with the month's figures, the biggest first. */
export function AccountList() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const deliver = useDeliver()
  const navigate = useNavigate()
  const [month] = useMonth()
  const [selected, setSelected] = useState<number[]>([])
  const [creating, setCreating] = useCreating()
  const list = useList<Filter>(filterKinds, { sort: 'revenueFen', descending: true })
  const input = { ...list.input, filter: { ...list.filter, month } }
  const accounts = useQuery({
    queryKey: ['accounts', 'list', input],
    queryFn: ({ signal }) => api.accounts.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const report = useQuery({
    queryKey: ['insight', 'revenue', month, month],
    queryFn: ({ signal }) => api.insight.revenue({ from: month, to: month }, { signal }),
    enabled: may('insight.read'),
  })
  const columns = useMemo(() => {
    const rows = report.data?.rows ?? []
    return accountColumns(t, new Map(rows.map((row) => [row.accountId ?? 0, row.tier])))
  }, [t, report.data])
  const newButton = may('accounts.write') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('accounts:new')}
    </Button>
  ) : null
  const importButton = may('waybills.write') ? (
    <Button icon={<ImportOutlined />} onClick={() => void navigate('/imports/accounts')}>
      {t('shell:import')}
    </Button>
  ) : null

  return (
    <div className="page page-fill">
      <PageHeader
        title={t('accounts:title')}
        help={t('accounts:help')}
        actions={
          <>
            <Button
              icon={<DownloadOutlined />}
              disabled={!accounts.data?.total}
              onClick={() => void deliver(() => api.accounts.export({ ...input, locale }))}
            >
              {t('shell:export')}
            </Button>
            {importButton}
            {newButton}
          </>
        }
      />
      <AppTable
        name="accounts"
        label={t('accounts:title')}
        columns={columns}
        list={list}
        rows={accounts.data?.rows}
        total={accounts.data?.total}
        error={accounts.error}
        onRetry={() => void accounts.refetch()}
        refreshing={accounts.isPlaceholderData}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/accounts/${row.id}`)}
        selection={may('accounts.write') ? { keys: selected, onChange: setSelected } : undefined}
        filters={<Filters list={list} />}
        selectionActions={<SelectionActions selected={selected} onDone={() => setSelected([])} />}
        sums={
          <>
            <span>{t('accounts:sum.pieces', { value: formatCount(accounts.data?.pieces ?? 0) })}</span>
            <span>{t('accounts:sum.revenue', { value: formatFenGrouped(accounts.data?.revenueFen ?? 0) })}</span>
          </>
        }
        empty={
          <EmptyState
            title={t('accounts:empty.title')}
            text={t('accounts:empty.text')}
            action={
              <>
                {importButton}
                {newButton}
              </>
            }
          />
        }
        noMatch={<NoMatch list={list} />}
      />
      <AccountDrawer open={creating} account={null} onClose={() => setCreating(false)} />
    </div>
  )
}

/** `?new=1` opens the form: so the palette and other pages can ask for it. */
function useCreating(): [boolean, (creating: boolean) => void] {
  const [address, setAddress] = useSearchParams()
  return [
    address.get('new') === '1',
    (creating) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old)
          if (creating) next.set('new', '1')
          else next.delete('new')
          return next
        },
        { replace: true },
      ),
  ]
}

const tiers: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']
const lifecycles: readonly Lifecycle[] = ['prospect', 'developing', 'active', 'paused', 'lost', 'won-back']

function Filters({ list }: { list: ListState<Filter> }) {
  const t = useWords()
  const { industries, managers } = useAccountChoices()
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }))
  return (
    <>
      <ListSearch list={list} placeholder={t('accounts:searchHint')} />
      <ListSelect
        label={t('accounts:tier')}
        value={list.filter.tier}
        onChange={(tier) => list.setFilter('tier', tier)}
        options={tiers.map((tier) => ({ value: tier, label: t(`components:tier.${tier}`) }))}
        width={112}
      />
      <ListSelect
        label={t('fields:account.industry')}
        value={list.filter.industry}
        onChange={(industry) => list.setFilter('industry', industry)}
        options={named(industries)}
        width={112}
      />
      <ListSelect
        label={t('accounts:lifecycle')}
        value={list.filter.lifecycle}
        onChange={(lifecycle) => list.setFilter('lifecycle', lifecycle)}
        options={lifecycles.map((one) => ({ value: one, label: t(`accounts:lifecycle.${one}`) }))}
        width={100}
      />
      <ListSelect
        label={t('accounts:manager')}
        value={list.filter.manager}
        onChange={(manager) => list.setFilter('manager', manager)}
        options={named(managers)}
        width={128}
      />
      <ClearFilters list={list} />
    </>
  )
}

function SelectionActions({ selected, onDone }: { selected: number[]; onDone: () => void }) {
  const t = useWords()
  const remove = useRemoveAccounts()
  return (
    <>
      <Button
        danger
        icon={<DeleteOutlined />}
        onClick={() =>
          void remove(selected, t('accounts:removed', { count: selected.length })).then((done) => done && onDone())
        }
      >
        {t('shell:remove')}
      </Button>
      <Button type="link" onClick={onDone}>
        {t('components:list.clearSelection')}
      </Button>
    </>
  )
}
