import { Button, Select, Skeleton } from 'antd'
import { PrinterOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import dayjs from 'dayjs'
import type { PlanDetail } from '#shared/contract/plans'
import { useActions, type Action } from '../../components/actions'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { ErrorState } from '../../components/error-state'
import { useNotifyDone } from '../../components/notify'
import { PageHeader } from '../../components/page-header'
import { TierBadge } from '../../components/tier-badge'
import { useLocale, useWords } from '../../i18n'
import { halvesAround, periodName } from './period'
import { PlanNotices } from './plan-notices'
import { SectionFrame } from './section-frame'
import { usePlan, type PlanEditing } from './use-plan'

/** The plan of one account for one half-year: written here, filled with the book's figures, printed as one paper. */
export function PlanPage({ accountId, period }: { accountId: number; period: string }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const plan = useQuery({
    queryKey: ['plans', 'get', accountId, period, locale],
    queryFn: ({ signal }) => api.plans.get({ accountId, period, locale }, { signal }),
  })
  if (plan.error && !plan.data) {
    return (
      <div className="page">
        <PageHeader title={t('plans:page.title')} actions={<Link to="/plans">{t('shell:back')}</Link>} />
        <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
      </div>
    )
  }
  if (!plan.data) {
    return (
      <div className="page" role="status" aria-label={t('shell:loading')}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </div>
    )
  }
  return <Editor detail={plan.data} />
}

function Editor({ detail }: { detail: PlanDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const editing = usePlan(detail)
  const { facts, accountId, period } = detail
  return (
    <div className="page page-fill">
      <PageHeader
        title={
          <>
            <span className="text-secondary plan-kind">{t('plans:page.title')}</span> {facts.account}
          </>
        }
        extra={
          <>
            <TierBadge tier={facts.tier} />
            <Select
              aria-label={t('plans:page.period')}
              value={period}
              onChange={(next) => void navigate(`/plans/${accountId}?period=${next}`)}
              options={halvesAround(period).map((value) => ({ value, label: periodName(t, value) }))}
              popupMatchSelectWidth={false}
            />
            <Standing detail={detail} dirty={editing.dirty} />
          </>
        }
        help={t('plans:page.help')}
        actions={<Actions detail={detail} editing={editing} />}
      />
      <PlanNotices editing={editing} />
      <SectionFrame detail={detail} editing={editing} />
    </div>
  )
}

function Standing({ detail, dirty }: { detail: PlanDetail; dirty: boolean }) {
  const t = useWords()
  if (dirty) return <span className="text-warning">{t('plans:page.dirty')}</span>
  return (
    <span className="text-secondary">
      {detail.updatedAt === null
        ? t('plans:page.new')
        : t('plans:page.saved', { at: dayjs(detail.updatedAt).format('YYYY-MM-DD HH:mm') })}
    </span>
  )
}

function Actions({ detail, editing }: { detail: PlanDetail; editing: PlanEditing }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const may = useMay()
  const navigate = useNavigate()
  const deliver = useDeliver()
  const notifyDone = useNotifyDone()
  const [printing, setPrinting] = useState(false)
  const { accountId, period } = detail
  const { dirty, save, saving, discard } = editing
  const mayWrite = may('plans.write')
  const saveNow = () => void save().then((saved) => saved && notifyDone(t('plans:page.savedDone')))
  const print = async () => {
    // The paper is made from the book: what is on the page has to be in it first.
    if (dirty && mayWrite && !(await save())) return
    setPrinting(true)
    await deliver(() => api.plans.print({ accountId, period, locale }))
    setPrinting(false)
  }
  useSaveAction(saveNow)
  return (
    <>
      {dirty ? (
        <Button
          onClick={() => {
            discard()
            notifyDone(t('plans:page.discarded'))
          }}
        >
          {t('plans:page.discard')}
        </Button>
      ) : null}
      <Button onClick={() => void navigate(`/accounts/${accountId}`)}>{t('plans:page.openAccount')}</Button>
      <Button icon={<PrinterOutlined />} loading={printing} onClick={() => void print()}>
        {t('shell:print')}
      </Button>
      {mayWrite ? (
        <Button type="primary" loading={saving} onClick={saveNow}>
          {t('plans:page.save')}
        </Button>
      ) : null}
    </>
  )
}

/** Ctrl+S and the palette. The action stays the same object: what it does is read when it is run. */
function useSaveAction(save: () => void): void {
  const t = useWords()
  const newest = useRef(save)
  useEffect(() => {
    newest.current = save
  })
  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'plans.save',
        label: t('plans:page.save'),
        shortcut: 'mod+s',
        permission: 'plans.write',
        run: () => newest.current(),
      },
    ],
    [t],
  )
  useActions(actions)
}
