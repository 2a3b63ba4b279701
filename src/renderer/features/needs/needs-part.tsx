import { Button, Skeleton, Tag } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { expectationKeys, type NeedsContent, type NeedsDetail } from '#shared/contract/needs'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { Count, Weight } from '../../components/figures'
import { useWords } from '../../i18n'
import { NeedsDrawer } from './needs-drawer'
import { NeedsFactsPanel } from './needs-facts'
import { WeightTable } from './weight-table'

/** 发货需求: what the customer says, beside what the waybills show. */
export function NeedsPart({ accountId, mayWrite }: { accountId: number; mayWrite: boolean }) {
  const t = useWords()
  const api = useApi()
  const [editing, setEditing] = useState(false)
  const needs = useQuery({
    queryKey: ['needs', 'get', accountId],
    queryFn: ({ signal }) => api.needs.get({ accountId }, { signal }),
  })
  if (needs.error) return <ErrorState error={needs.error} onRetry={() => void needs.refetch()} />
  if (!needs.data) return <Skeleton active />
  const { version, content, facts } = needs.data
  const edit = (label: string, type?: 'primary') =>
    mayWrite ? (
      <Button type={type} size={type ? undefined : 'small'} onClick={() => setEditing(true)}>
        {label}
      </Button>
    ) : null
  return (
    <div className="columns-2-1">
      <div className="stack">
        {version === 0 ? (
          <section className="panel">
            <EmptyState title={t('needs:none')} text={t('needs:noneText')} action={edit(t('needs:start'), 'primary')} />
          </section>
        ) : (
          <Stated content={content} edit={edit(t('shell:edit'))} />
        )}
        <WeightTable content={content} facts={facts} />
      </div>
      <NeedsFactsPanel facts={facts} />
      <NeedsDrawer accountId={accountId} needs={needs.data} open={editing} onClose={() => setEditing(false)} />
    </div>
  )
}

function Stated({ content, edit }: { content: NeedsDetail['content']; edit: ReactNode }) {
  const t = useWords()
  return (
    <>
      <section className="panel">
        <h2 className="row row-spread">
          {t('needs:part.needs')}
          {edit}
        </h2>
        <dl className="facts">
          <Fact label={t('needs:products')}>
            {content.products.length === 0
              ? null
              : content.products.map((product) => <Tag key={product}>{product}</Tag>)}
          </Fact>
          <Fact label={t('needs:monthlyTickets')}>
            {content.monthlyTickets === null ? null : <Count value={content.monthlyTickets} />}
          </Fact>
          <Fact label={t('needs:monthlyGrams')}>
            {content.monthlyGrams === null ? null : <Weight grams={content.monthlyGrams} unit />}
          </Fact>
          <Fact label={t('needs:packaging')}>{content.packaging}</Fact>
          <Fact label={t('needs:warehousing')}>{content.warehousing}</Fact>
          <Fact label={t('needs:itState')}>
            {t(`needs:itState.${content.itState}`)}
            {content.it === '' ? null : <div className="text-secondary">{content.it}</div>}
          </Fact>
        </dl>
      </section>
      <Lanes lanes={content.lanes} />
      <Expectations content={content} />
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useWords()
  const empty = children === null || children === ''
  return (
    <>
      <dt>{label}</dt>
      <dd>{empty ? <span className="text-secondary">{t('needs:unfilled')}</span> : children}</dd>
    </>
  )
}

function Lanes({ lanes }: { lanes: NeedsContent['lanes'] }) {
  const t = useWords()
  return (
    <section className="panel-plain">
      <h2>{t('needs:lanes')}</h2>
      {lanes.length === 0 ? (
        <p className="panel-text text-secondary">{t('needs:lanesNone')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('needs:lane.from')}</th>
              <th scope="col">{t('needs:lane.to')}</th>
              <th scope="col" className="cell-figure">
                {t('needs:lane.tickets')}
              </th>
              <th scope="col">{t('needs:lane.note')}</th>
            </tr>
          </thead>
          <tbody>
            {lanes.map((lane, index) => (
              <tr key={index}>
                <td>{lane.from}</td>
                <td>{lane.to}</td>
                <td className="cell-figure">
                  <Count value={lane.tickets} />
                </td>
                <td>{lane.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Expectations({ content }: { content: NeedsContent }) {
  const t = useWords()
  return (
    <section className="panel-plain">
      <h2>{t('needs:expectations')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            {(['key', 'importance', 'note'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`needs:expectation.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {expectationKeys.map((key) => {
            const { importance, note } = content.expectations[key]
            return (
              <tr key={key}>
                <td>{t(`needs:expectation.${key}`)}</td>
                <td>
                  {importance === null ? (
                    <span className="text-secondary">{t('needs:unfilled')}</span>
                  ) : (
                    t(`needs:importance.${importance as 1 | 2 | 3 | 4 | 5}`)
                  )}
                </td>
                <td>{note}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
