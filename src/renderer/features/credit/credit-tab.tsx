import { Button, Segmented, Skeleton } from 'antd'
import { DownloadOutlined, PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FinancialYear } from '#shared/contract/credit'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useLocale, useWords } from '../../i18n'
import { RowButtons } from '../../components/row-buttons'
import { useUndoable } from '../../components/use-undoable'
import { FigureTable } from './figure-table'
import { RatingHistory } from './rating-history'
import { SuggestionPanel } from './suggestion-panel'
import { YearDrawer } from './year-drawer'
import { YearsTable } from './years-table'
import './credit.css'

/** 财务: five figures by year, the grade they give, and the limit and term that follow. */
export function CreditTab({ accountId, mayWrite }: { accountId: number; mayWrite: boolean }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const undoable = useUndoable()
  const [chosen, setChosen] = useState<number | null>(null)
  const [edited, setEdited] = useState<FinancialYear | 'new' | null>(null)
  const health = useQuery({
    queryKey: ['credit', 'get', accountId],
    queryFn: ({ signal }) => api.credit.get({ accountId }, { signal }),
  })
  if (health.error) return <ErrorState error={health.error} onRetry={() => void health.refetch()} />
  if (!health.data) return <Skeleton active />
  const { years, rule, records, current } = health.data
  const year = years.find((one) => one.year === chosen) ?? years[0]
  const add = mayWrite ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      {t('credit:add')}
    </Button>
  ) : null
  const remove = (one: FinancialYear) =>
    undoable(
      t('credit:removed', { year: one.year }),
      () => api.credit.removeYear({ id: one.id }),
      () => api.credit.restoreYear({ id: one.id }),
    )
  return (
    <>
      {year === undefined ? (
        <EmptyState title={t('credit:none')} text={t('credit:noneText')} action={add} />
      ) : (
        <div className="stack credit-tab">
          <div className="row row-spread">
            <div className="row">
              <Segmented<number>
                aria-label={t('credit:year')}
                value={year.year}
                onChange={setChosen}
                options={years.map((one) => ({
                  value: one.year,
                  label: t('credit:yearNumber', { year: one.year }),
                }))}
              />
              {mayWrite ? (
                <RowButtons
                  name={t('credit:yearNumber', { year: year.year })}
                  onEdit={() => setEdited(year)}
                  onRemove={() => remove(year)}
                />
              ) : null}
            </div>
            <div className="row">
              <Button
                icon={<DownloadOutlined />}
                onClick={() => void deliver(() => api.credit.export({ accountId, locale }))}
              >
                {t('shell:export')}
              </Button>
              {add}
            </div>
          </div>
          <div className="columns-2-1">
            <div className="stack">
              <FigureTable year={year} rule={rule} />
              <YearsTable years={years} />
            </div>
            <div className="stack">
              <SuggestionPanel accountId={accountId} year={year} rule={rule} current={current} mayWrite={mayWrite} />
              <RatingHistory records={records} />
            </div>
          </div>
        </div>
      )}
      <YearDrawer
        accountId={accountId}
        year={edited === 'new' ? null : edited}
        open={edited !== null}
        onClose={(saved) => {
          setEdited(null)
          if (saved !== undefined) setChosen(saved)
        }}
      />
    </>
  )
}
