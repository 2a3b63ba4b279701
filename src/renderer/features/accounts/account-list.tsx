import { Button } from 'antd'
import { DeleteOutlined, DownloadOutlined, EditOutlined, ImportOutlined, PlusOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { bulkLimit } from '#shared/contract/account-bulk'
import type { AccountFilter } from '#shared/contract/accounts'
import { formatFenGrouped } from '#shared/domain/money'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useColumnChoice } from '../../components/list/column-choice'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { formatCount } from '../../components/figures'
import { AppTable } from '../../components/list/app-table'
import { NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList } from '../../components/list/use-list'
import { useMonth } from '../../components/month'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { AccountDrawer } from './account-drawer'
import { BulkDrawer } from './bulk-drawer'
import { accountColumns } from './columns'
import { accountFilterOf, AccountFilters, type AccountListFilter, filterKindsOf } from './list-filters'
import { useCustomFields } from './use-archive'
import { useRemoveAccounts } from './use-remove'

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
  const [allOf, setAllOf] = useState<string | null>(null)
  const [creating, setCreating] = useCreating()
  const known = useCustomFields()
  const fields = useMemo(() => known ?? [], [known])
  const kinds = useMemo(() => filterKindsOf(fields), [fields])
  const list = useList<AccountListFilter>(kinds, { sort: 'revenueFen', descending: true })
  const input = { ...list.input, filter: accountFilterOf(list.filter, month) }
  // What “all that fit” means is settled when it is said: another filter is another question.
  const fitting = JSON.stringify([input.filter, input.search])
  const everything = allOf === fitting
  const unselect = () => {
    setSelected([])
    setAllOf(null)
  }
  const accounts = useQuery({
    queryKey: ['accounts', 'list', input],
    queryFn: ({ signal }) => api.accounts.list(input, { signal }),
    placeholderData: keepPreviousData,
    // Until its fields are known the address may hold filters nobody can read.
    enabled: known !== undefined,
  })
  const report = useQuery({
    queryKey: ['insight', 'revenue', month, month],
    queryFn: ({ signal }) => api.insight.revenue({ from: month, to: month }, { signal }),
    enabled: may('insight.read'),
  })
  const columns = useMemo(() => {
    const rows = report.data?.rows ?? []
    return accountColumns(t, new Map(rows.map((row) => [row.accountId ?? 0, row.tier])), fields)
  }, [t, report.data, fields])
  const { shown } = useColumnChoice('accounts', columns)
  const newButton = may('accounts.write') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('accounts:new')}
    </Button>
  ) : null
  const importButton = may('accounts.write') ? (
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
              onClick={() =>
                void deliver(() => api.accounts.export({ ...input, locale, columns: shown.map(({ key }) => key) }))
              }
            >
              {t('shell:export')}
            </Button>
            <Button onClick={() => void navigate('/people')}>{t('people:toList')}</Button>
            {may('accounts.write') ? (
              <Button onClick={() => void navigate('/accounts/duplicates')}>{t('duplicates:open')}</Button>
            ) : null}
            {importButton}
            {newButton}
          </>
        }
      />
      <AppTable
        name="accounts"
        // Until its fields are known a view would lose their filters.
        views={known ? 'accounts' : undefined}
        label={t('accounts:title')}
        columns={columns}
        list={list}
        {...rowsOf(accounts)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/accounts/${row.id}`)}
        selection={
          may('accounts.write')
            ? {
                keys: selected,
                everything,
                onChange: (keys) => {
                  setSelected(keys)
                  setAllOf(null)
                },
              }
            : undefined
        }
        filters={<AccountFilters list={list} fields={fields} />}
        selectionActions={
          <SelectionActions
            selected={selected}
            everything={everything ? { filter: input.filter, search: input.search } : null}
            total={accounts.data?.total ?? 0}
            onEverything={() => setAllOf(fitting)}
            onDone={unselect}
          />
        }
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

interface SelectionActionsProps {
  selected: number[]
  /** Set where everything that fits the filter is selected. */
  everything: { filter: AccountFilter; search: string } | null
  total: number
  onEverything: () => void
  onDone: () => void
}

function SelectionActions({ selected, everything, total, onEverything, onDone }: SelectionActionsProps) {
  const t = useWords()
  const remove = useRemoveAccounts()
  const [editing, setEditing] = useState(false)
  const tooMany = total > bulkLimit
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
        {t('archive:bulk.open')}
      </Button>
      {everything ? null : (
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
          {total > selected.length ? (
            <Button
              type="link"
              disabled={tooMany}
              title={tooMany ? t('archive:bulk.tooMany', { max: formatCount(bulkLimit) }) : undefined}
              onClick={onEverything}
            >
              {t('archive:bulk.everything', { count: formatCount(total) })}
            </Button>
          ) : null}
        </>
      )}
      <Button type="link" onClick={onDone}>
        {t('components:list.clearSelection')}
      </Button>
      <BulkDrawer
        open={editing}
        target={everything ?? { ids: selected }}
        count={everything ? total : selected.length}
        onClose={() => setEditing(false)}
        onDone={onDone}
      />
    </>
  )
}
