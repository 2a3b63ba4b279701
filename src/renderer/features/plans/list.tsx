import { Button, Modal, Progress, Select } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { AccountPicker } from '../../components/account-picker'
import { useApi, type Api } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { Field } from '../../components/field'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList } from '../../components/list/use-list'
import { useMonth } from '../../components/month'
import { PageHeader } from '../../components/page-header'
import { useWords, type Words } from '../../i18n'
import { halfOf, halvesAround, periodName } from './period'

type PlanRow = Awaited<ReturnType<Api['plans']['list']>>['rows'][number]

const noFilters = {}

/** 计划: the plans of all key accounts, with how far their actions have come. */
export function PlanList() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const list = useList<object>(noFilters, { sort: 'updatedAt', descending: true })
  const [choosing, setChoosing] = useState(false)
  const { input } = list
  const plans = useQuery({
    queryKey: ['plans', 'list', input],
    queryFn: ({ signal }) => api.plans.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => planColumns(t), [t])
  const create = (
    <Button type="primary" onClick={() => setChoosing(true)}>
      {t('plans:list.new')}
    </Button>
  )
  return (
    <div className="page page-fill">
      <PageHeader title={t('plans:title')} help={t('plans:list.help')} actions={create} />
      <AppTable
        name="plans"
        label={t('plans:title')}
        columns={columns}
        list={list}
        {...rowsOf(plans)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/plans/${row.accountId}?period=${row.period}`)}
        filters={
          <>
            <ListSearch list={list} placeholder={t('plans:list.search')} />
            <ClearFilters list={list} />
          </>
        }
        empty={<EmptyState title={t('plans:empty.title')} text={t('plans:empty.text')} action={create} />}
        noMatch={<NoMatch list={list} />}
      />
      {choosing ? <NewPlan onClose={() => setChoosing(false)} /> : null}
    </div>
  )
}

function NewPlan({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const [month] = useMonth()
  const now = halfOf(month)
  const [accountId, setAccountId] = useState<number | null>(null)
  const [period, setPeriod] = useState(now)
  return (
    <Modal
      open
      title={t('plans:list.new')}
      okText={t('plans:list.open')}
      okButtonProps={{ disabled: accountId === null }}
      cancelText={t('shell:cancel')}
      onOk={() => void navigate(`/plans/${accountId}?period=${period}`)}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="reading text-secondary">{t('plans:list.newText')}</p>
        <Field label={t('plans:col.account')} required>
          {(id) => (
            <AccountPicker
              id={id}
              value={accountId}
              onChange={(next) => setAccountId(next ?? null)}
              width="100%"
              autoFocus
            />
          )}
        </Field>
        <Field label={t('plans:col.period')} required>
          {(id) => (
            <Select
              id={id}
              value={period}
              onChange={setPeriod}
              options={halvesAround(now).map((value) => ({ value, label: periodName(t, value) }))}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

function planColumns(t: Words): Column<PlanRow>[] {
  return [
    {
      key: 'account',
      title: t('plans:col.account'),
      sort: 'account',
      always: true,
      width: 220,
      render: (row) => (
        <Link to={`/plans/${row.accountId}?period=${row.period}`} title={row.account} tabIndex={-1}>
          {row.account}
        </Link>
      ),
    },
    { key: 'accountCode', title: t('plans:col.code'), sort: 'accountCode', render: (row) => row.accountCode },
    { key: 'period', title: t('plans:col.period'), sort: 'period', render: (row) => periodName(t, row.period) },
    { key: 'manager', title: t('plans:col.manager'), sort: 'manager', render: (row) => row.manager },
    {
      key: 'actions',
      title: t('plans:col.actions'),
      sort: 'actionsDone',
      width: 180,
      render: (row) =>
        row.actions === 0 ? (
          <span className="text-secondary">{t('plans:actions.none')}</span>
        ) : (
          <Progress
            size="small"
            percent={Math.round((row.actionsDone / row.actions) * 100)}
            format={() => t('plans:actions.of', { done: row.actionsDone, all: row.actions })}
            aria-label={t('plans:col.actions')}
          />
        ),
    },
    {
      key: 'updatedAt',
      title: t('plans:col.updatedAt'),
      sort: 'updatedAt',
      render: (row) => <span className="figure">{dayjs(row.updatedAt).format('YYYY-MM-DD HH:mm')}</span>,
    },
  ]
}
