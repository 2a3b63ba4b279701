import { Alert, Button, Drawer, Skeleton, Tag } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { formatFenGrouped } from '#shared/domain/money'
import type { WaybillRow } from '#shared/contract/waybills'
import { useApi, type Api } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { Count, Money, Weight } from '../../components/figures'
import { PriceExplanation } from '../../components/price-explanation'
import { useLocale, useWords } from '../../i18n'
import { statusColours } from './columns'
import { reasonFix, reasonLabel, reasonText, remedyOf, type Remedy } from './reasons'

type Explained = Awaited<ReturnType<Api['waybills']['explain']>>

/** One waybill at the side of the list: its facts, what is wrong and what to do, revenue and cost line by line. */
export function WaybillPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const explained = useQuery({
    queryKey: ['waybills', 'explain', id, locale],
    queryFn: ({ signal }) => api.waybills.explain({ id, locale }, { signal }),
  })
  const waybill = explained.data?.waybill
  return (
    <Drawer
      open
      size={600}
      onClose={onClose}
      title={
        waybill ? (
          <span className="row">
            {t('waybills:panel.title', { number: waybill.number })}
            <Tag color={statusColours[waybill.status]}>{t(`waybills:status.${waybill.status}`)}</Tag>
          </span>
        ) : (
          t('waybills:title')
        )
      }
    >
      {explained.error ? (
        <ErrorState error={explained.error} onRetry={() => void explained.refetch()} />
      ) : explained.data ? (
        <Content explained={explained.data} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  )
}

function Content({ explained }: { explained: Explained }) {
  const t = useWords()
  const { waybill, revenue, cost } = explained
  const priced = waybill.lineKind === 'freight'
  return (
    <div className="stack panel-sections">
      <Reason waybill={waybill} />
      <Facts waybill={waybill} />
      {priced && waybill.accountId !== null ? (
        <section>
          <h2 className="panel-title">{t('waybills:panel.revenue')}</h2>
          {/* The reason stands above with what to do about it. */}
          <PriceExplanation explanation={{ ...revenue, reason: null }} label={t('waybills:panel.revenue')} />
        </section>
      ) : null}
      {priced && cost ? (
        <section>
          <h2 className="panel-title">{t('waybills:panel.cost')}</h2>
          <PriceExplanation explanation={cost} label={t('waybills:panel.cost')} />
        </section>
      ) : null}
      <section>
        <h2 className="panel-title">{t('waybills:panel.margin')}</h2>
        <Margin waybill={waybill} />
      </section>
    </div>
  )
}

function Margin({ waybill }: { waybill: WaybillRow }) {
  const t = useWords()
  const { revenueFen, costFen, marginFen, costReason } = waybill
  if (revenueFen === null || costFen === null || marginFen === null) {
    const uncosted = revenueFen !== null && costFen === null
    const words = [
      uncosted ? t('waybills:panel.noCost') : null,
      costReason ? reasonLabel(t, costReason) : null,
      uncosted ? reasonFix(t, costReason) : null,
    ].filter((text) => text !== null)
    return <p className="text-secondary">{words.length > 0 ? words.join(' ') : <Money fen={null} />}</p>
  }
  return (
    <p className={marginFen < 0 ? 'figure text-danger' : 'figure'}>
      {t('waybills:panel.marginSum', {
        revenue: formatFenGrouped(revenueFen),
        cost: formatFenGrouped(costFen),
        margin: formatFenGrouped(marginFen),
      })}
    </p>
  )
}

/** Why there is no price or no account, what to do, and the way there. */
function Reason({ waybill }: { waybill: WaybillRow }) {
  const t = useWords()
  const navigate = useNavigate()
  const text = reasonText(t, waybill)
  if (text === null) return null
  const remedy = remedyOf(waybill.reason)
  const { label, to } = remedy ? wayTo(remedy, waybill) : { label: null, to: '' }
  return (
    <Alert
      type={remedy ? 'warning' : 'info'}
      showIcon
      title={text}
      description={reasonFix(t, waybill.reason)}
      action={
        label ? (
          <Button size="small" onClick={() => void navigate(to)}>
            {t(label)}
          </Button>
        ) : undefined
      }
    />
  )
}

function wayTo(remedy: Remedy, waybill: WaybillRow) {
  const ways = {
    unmatched: { label: 'waybills:panel.unmatchedGo', to: '/waybills/unmatched' },
    prices: {
      label: 'waybills:panel.pricesGo',
      to: waybill.accountId === null ? '/pricing' : `/pricing?accountId=${waybill.accountId}`,
    },
    import: { label: 'waybills:panel.importGo', to: '/imports/waybills' },
  } as const satisfies Record<Remedy, { label: string; to: string }>
  return ways[remedy]
}

function Facts({ waybill }: { waybill: WaybillRow }) {
  const t = useWords()
  const facts = [
    [
      t('waybills:col.account'),
      waybill.accountId === null ? null : (
        <Link key="account" to={`/accounts/${waybill.accountId}`}>
          {waybill.account} <span className="text-secondary">{waybill.accountCode}</span>
        </Link>
      ),
    ],
    [t('waybills:col.customer'), waybill.customer],
    [t('waybills:col.shippedOn'), waybill.shippedOn],
    [t('waybills:panel.route'), `${waybill.origin || '—'} → ${waybill.destination || '—'}`],
    [t('waybills:col.carrier'), waybill.carrier],
    [t('waybills:col.product'), waybill.product],
    [t('waybills:col.feeKind'), waybill.feeKind || t(`waybills:lineKind.${waybill.lineKind}`)],
    [
      t('waybills:panel.weights'),
      <span key="weights">
        <Weight grams={waybill.actualGrams} unit /> / <Count value={waybill.pieces} />
      </span>,
    ],
    [t('waybills:panel.billed'), <Money key="billed" fen={waybill.billedFen} />],
    [
      t('waybills:col.batch'),
      <Link key="batch" to={`/imports?open=${waybill.batch}`}>
        {t('waybills:panel.batch', { batch: waybill.batch })}
      </Link>,
    ],
  ] as const
  return (
    <dl className="fact-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
