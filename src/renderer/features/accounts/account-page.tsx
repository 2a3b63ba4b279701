import { Alert, Button, Skeleton } from 'antd'
import { CalculatorOutlined, DeleteOutlined, EditOutlined, FlagOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import type { AccountDetail, AccountOverview } from '#shared/contract/accounts'
import { useActions, type Action } from '../../components/actions'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { todayHere } from '../../components/day-input'
import { ErrorState } from '../../components/error-state'
import { useMonth } from '../../components/month'
import { useNotifyError } from '../../components/notify'
import { PageHeader } from '../../components/page-header'
import { TierBadge } from '../../components/tier-badge'
import { useWords, type Words } from '../../i18n'
import { MergedBanner } from '../duplicates/merged-banner'
import { AccountDrawer } from './account-drawer'
import { AccountTabs } from './account-tabs'
import { useRemoveAccounts } from './use-remove'
import './accounts.css'

export function AccountPage() {
  const id = Number(useParams().id)
  if (!Number.isSafeInteger(id) || id <= 0) return <Navigate to="/accounts" replace />
  return <Account key={id} id={id} />
}

/** 客户 360: one customer on one screen. */
function Account({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const [month] = useMonth()
  const account = useQuery({
    queryKey: ['accounts', 'get', id],
    queryFn: ({ signal }) => api.accounts.get({ id }, { signal }),
  })
  const overview = useQuery({
    queryKey: ['accounts', 'overview', id, month],
    queryFn: ({ signal }) => api.accounts.overview({ id, month }, { signal }),
    placeholderData: keepPreviousData,
  })
  const error = account.error ?? overview.error
  if (error) {
    return (
      <div className="page">
        <Link to="/accounts">{t('accounts:backToList')}</Link>
        <ErrorState
          error={error}
          onRetry={() => {
            void account.refetch()
            void overview.refetch()
          }}
        />
      </div>
    )
  }
  if (!account.data || !overview.data) {
    return (
      <div className="page">
        <Skeleton active />
      </div>
    )
  }
  return <Loaded account={account.data} overview={overview.data} />
}

function Loaded({ account, overview }: { account: AccountDetail; overview: AccountOverview }) {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const remove = useRemoveAccounts()
  const [editing, setEditing] = useState(false)
  const { id, name } = account
  const tier = account.tier ?? overview.computedTier
  const mayWrite = may('accounts.write') && account.deletedAt === null

  const actions = useMemo<readonly Action[]>(
    () => [
      {
        id: 'account.edit',
        label: `${t('accounts:edit')} ${name}`,
        shortcut: 'mod+e',
        permission: 'accounts.write',
        enabled: mayWrite,
        run: () => setEditing(true),
      },
      {
        id: 'account.plan',
        label: `${t('accounts:page.plan')} ${name}`,
        permission: 'plans.read',
        run: () => void navigate(`/plans/${id}`),
      },
      {
        id: 'account.quote',
        label: `${t('accounts:page.quote')} ${name}`,
        permission: 'pricing.read',
        run: () => void navigate(`/pricing/quote?accountId=${id}`),
      },
    ],
    [t, name, id, mayWrite, navigate],
  )
  useActions(actions)

  return (
    <div className="page account-page">
      <PageHeader
        title={name}
        help={t('accounts:page.help')}
        extra={
          <>
            <TierBadge tier={tier} />
            {account.tier === null && tier !== null ? (
              <span className="text-secondary">{t('accounts:page.computedTier')}</span>
            ) : null}
            <span className="text-secondary">
              {[
                account.code,
                account.industry,
                t(`accounts:lifecycle.${account.lifecycle}`),
                account.manager === ''
                  ? t('accounts:page.noManager')
                  : t('accounts:page.manager', { name: account.manager }),
                teamWord(t, account),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {account.groupId === null ? null : <Link to={`/accounts/${account.groupId}`}>{account.groupName}</Link>}
          </>
        }
        actions={
          <>
            {mayWrite ? (
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('shell:remove')}
                title={t('shell:remove')}
                onClick={() =>
                  void remove([id], t('accounts:removedOne', { name })).then((done) => done && navigate('/accounts'))
                }
              />
            ) : null}
            {may('pricing.read') ? (
              <Button icon={<CalculatorOutlined />} onClick={() => void navigate(`/pricing/quote?accountId=${id}`)}>
                {t('accounts:page.quote')}
              </Button>
            ) : null}
            {may('plans.read') ? (
              <Button icon={<FlagOutlined />} onClick={() => void navigate(`/plans/${id}`)}>
                {t('accounts:page.plan')}
              </Button>
            ) : null}
            {mayWrite ? (
              <Button type="primary" icon={<EditOutlined />} onClick={() => setEditing(true)}>
                {t('shell:edit')}
              </Button>
            ) : null}
          </>
        }
      />
      {account.mergedInto ? <MergedBanner id={id} into={account.mergedInto} /> : null}
      {account.deletedAt !== null && !account.mergedInto ? <Deleted id={id} /> : null}
      <AccountTabs account={account} overview={overview} onEdit={mayWrite ? () => setEditing(true) : undefined} />
      <AccountDrawer open={editing} account={account} onClose={() => setEditing(false)} />
    </div>
  )
}

/** Who is in the project team today: the first one and how many there are; all of them stand in the archive. */
function teamWord(t: Words, { team }: AccountDetail): string {
  const today = todayHere()
  const names = team.flatMap(({ name, until }) => (until === null || until >= today ? [name] : []))
  const [name] = names
  if (name === undefined) return ''
  return names.length === 1 ? t('archive:team.one', { name }) : t('archive:team.several', { name, count: names.length })
}

function Deleted({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const failed = useNotifyError()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('accounts:page.deleted')}
      action={
        may('accounts.write') ? (
          <Button size="small" onClick={() => void api.accounts.restore({ ids: [id] }).then(changed, failed)}>
            {t('accounts:page.restore')}
          </Button>
        ) : undefined
      }
    />
  )
}
