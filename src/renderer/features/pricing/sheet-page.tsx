import { Alert, Button, Skeleton, Tag } from 'antd'
import { CalculatorOutlined, DownloadOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { priceTerm } from '#shared/i18n/price-term'
import { useApi, type Api } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { PageHeader } from '../../components/page-header'
import { useUndoable } from '../../components/use-undoable'
import { useLocale, useWords } from '../../i18n'
import { BracketTable } from './bracket-table'
import { SheetEditActions } from './editor/sheet-edit-actions'
import { ReviewActions } from './review/review-actions'
import { ReviewStanding } from './review/review-standing'
import { SheetHistory } from './review/sheet-history'
import { RoundingExamples, Versions } from './sheet-side'
import { NotedRows, ZonePlaces } from './sheet-tables'
import { SheetScope, SheetStatus, validityText, workbookKey } from './sheet-words'

export type SheetDetail = Awaited<ReturnType<Api['pricing']['get']>>

/** One version of a price sheet as its workbook shows it, with what a person checks before putting it in force. */
export function SheetPage({ id }: { id: number }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const sheet = useQuery({
    queryKey: ['pricing', 'get', id, locale],
    queryFn: ({ signal }) => api.pricing.get({ id, locale }, { signal }),
  })
  if (sheet.error) {
    return (
      <div className="page">
        <PageHeader title={t('pricing:title')} actions={<Link to="/pricing">{t('pricing:sheet.back')}</Link>} />
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      </div>
    )
  }
  if (!sheet.data) {
    return (
      <div className="page" role="status" aria-label={t('shell:loading')}>
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    )
  }
  return <Content sheet={sheet.data} />
}

function Content({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const { tables } = sheet
  return (
    <div className="page">
      <PageHeader
        title={sheet.name}
        extra={
          <>
            <span className="text-secondary">{t('pricing:version.number', { version: sheet.version })}</span>
            <SheetStatus sheet={sheet} />
            {sheet.faulty ? <Tag color="error">{t('pricingEditor:faulty')}</Tag> : null}
            {sheet.usage === 'cost' ? <Tag>{t('pricing:usage.cost')}</Tag> : null}
          </>
        }
        help={t('pricing:sheet.help')}
        actions={<Actions sheet={sheet} />}
      />
      <Standing sheet={sheet} />
      <ReviewStanding sheet={sheet} />
      <div className="sheet-layout">
        <div className="stack sheet-main">
          <Facts sheet={sheet} />
          <BracketTable tables={tables} />
          {tables.zones.length > 0 ? <ZonePlaces zones={tables.zones} /> : null}
          {tables.surcharges.length > 0 ? (
            <NotedRows title={t('pricing:sheet.surcharges')} rows={tables.surcharges} />
          ) : null}
          {tables.tiers.length > 0 ? <NotedRows title={t('pricing:sheet.tiers')} rows={tables.tiers} /> : null}
        </div>
        <div className="stack sheet-side">
          <RoundingExamples sheet={sheet} />
          <Versions sheet={sheet} />
          <SheetHistory id={sheet.id} />
        </div>
      </div>
    </div>
  )
}

/** Doubts told in front of the prices; a sheet of unknown places has hundreds, and the editor lists them all. */
const shownWarnings = 5

/** What its status means for the people who read it, and what is doubtful in it. */
function Standing({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const to = sheet.validTo ?? ''
  const notes = {
    draft: sheet.faulty ? null : t('pricing:sheet.draftNote'),
    superseded: t('pricing:sheet.supersededNote', { to }),
    expired: t('pricing:sheet.expiredNote', { to }),
    approved: null,
    submitted: null,
    returned: null,
    competitor: null,
  }
  const note = notes[sheet.status]
  return (
    <>
      {sheet.faulty ? <Alert type="error" showIcon title={t('pricingEditor:faultyNote')} /> : null}
      {note ? <Alert type={sheet.status === 'draft' ? 'info' : 'warning'} showIcon title={note} /> : null}
      {sheet.warnings.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('pricing:sheet.warnings')}
          description={
            <ul className="warning-list">
              {sheet.warnings.slice(0, shownWarnings).map((text) => (
                <li key={text}>{text}</li>
              ))}
              {sheet.warnings.length > shownWarnings ? (
                <li>
                  {t('pricing:sheet.moreWarnings', { count: formatCount(sheet.warnings.length - shownWarnings) })}
                </li>
              ) : null}
            </ul>
          }
        />
      ) : null}
    </>
  )
}

function Actions({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const deliver = useDeliver()
  const undoable = useUndoable()
  const draft = sheet.status === 'draft' || sheet.status === 'returned' || sheet.status === 'competitor'
  const { id, name } = sheet
  const remove = () =>
    undoable(
      t('pricing:removed.done', { name }),
      () => api.pricing.remove({ id }).then(() => navigate('/pricing')),
      () => api.pricing.restore({ id }),
    )
  const asked = new URLSearchParams({ sheetId: String(sheet.id) })
  if (sheet.accountId !== null) asked.set('accountId', String(sheet.accountId))
  return (
    <>
      {sheet.status === 'competitor' || sheet.faulty ? null : (
        <Button onClick={() => void navigate(`/simulation/new?${asked.toString()}`)}>{t('simulation:title')}</Button>
      )}
      {sheet.usage === 'sale' && !sheet.faulty ? (
        <Button icon={<CalculatorOutlined />} onClick={() => void navigate(`/pricing/quote?${asked.toString()}`)}>
          {t('pricing:sheet.quote')}
        </Button>
      ) : null}
      <Button icon={<DownloadOutlined />} onClick={() => void deliver(() => api.pricing.export({ id: sheet.id }))}>
        {t('shell:export')}
      </Button>
      <SheetEditActions sheet={sheet} />
      {draft && may('pricing.write') ? <Button onClick={remove}>{t('pricing:sheet.remove')}</Button> : null}
      {sheet.faulty ? null : <ReviewActions sheet={sheet} />}
    </>
  )
}

/** Said by the head of the page, or by the scope and validity in front of the other facts. */
const saidElsewhere = new Set(['报价名称', '用途', '客户', '级别', '产品', '生效日期', '失效日期'])

function Facts({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const facts = sheet.tables.info.filter(({ key, value }) => value !== '' && !saidElsewhere.has(key))
  return (
    <section className="panel" aria-label={t('pricing:sheet.facts')}>
      <dl className="sheet-facts">
        <div>
          <dt>{t('pricing:col.level')}</dt>
          <dd className="row">
            <span className="sheet-level">{t(`pricing:level.${sheet.level}`)}</span>
            <SheetScope sheet={sheet} />
          </dd>
        </div>
        <div>
          <dt>{t('pricing:col.validity')}</dt>
          <dd className="figure">{validityText(t, sheet)}</dd>
        </div>
        <div>
          <dt>{t('pricing:col.product')}</dt>
          <dd>{sheet.product || t('pricing:product.any')}</dd>
        </div>
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{workbookKey(t, key)}</dt>
            <dd>{priceTerm(t, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
