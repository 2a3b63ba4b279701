import { Button, Select, Skeleton } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FulfilmentReport } from '#shared/contract/contracts'
import { formatFenGrouped } from '#shared/domain/money'
import { minimumFigure, minimumText, promiseText } from '#shared/i18n/contract-words'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useLocale, useWords, type Words } from '../../i18n'
import { MeasureCell, Nothing } from './measure-cell'

interface FulfilmentTabProps {
  id: number
  mayWrite: boolean
  onEdit?: (() => void) | undefined
}

type MinimumMonth = NonNullable<FulfilmentReport['minimum']>['months'][number]

const tones: Readonly<Record<MinimumMonth['state'], string>> = {
  met: 'text-success',
  ahead: 'text-success',
  missed: 'text-danger',
  behind: 'text-warning',
  running: 'text-secondary',
  'no-data': 'text-secondary',
}

/** 履约记录: a year month by month, minimum, promises and claims; credit against the archive. */
export function FulfilmentTab({ id, mayWrite, onEdit }: FulfilmentTabProps) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const [wanted, setWanted] = useState<number>()
  const input = { id, ...(wanted !== undefined && { year: wanted }) }
  const answer = useQuery({
    queryKey: ['contracts', 'fulfilment', input],
    queryFn: ({ signal }) => api.contracts.fulfilment(input, { signal }),
    placeholderData: keepPreviousData,
  })
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Skeleton active />
  const report = answer.data
  const empty = report.minimum === null && report.promises.length === 0
  return (
    <div className="stack">
      <section className="panel-plain">
        <div className="row row-spread panel-bar">
          <Select
            aria-label={t('contracts:fulfil.year')}
            value={report.year}
            onChange={setWanted}
            options={report.years.toReversed().map((value) => ({ value, label: String(value) }))}
            style={{ width: 96 }}
          />
          <Button
            icon={<DownloadOutlined />}
            onClick={() => void deliver(() => api.contracts.exportFulfilment({ ...input, locale }))}
          >
            {t('shell:export')}
          </Button>
        </div>
        {empty ? (
          <EmptyState
            title={t('contracts:fulfil.empty')}
            text={t('contracts:fulfil.emptyText')}
            action={onEdit ? <Button onClick={onEdit}>{t('contracts:edit')}</Button> : undefined}
          />
        ) : report.months.length === 0 ? (
          <EmptyState title={t('contracts:fulfil.notYet')} />
        ) : (
          <div className="contract-scroll" role="region" tabIndex={0} aria-label={t('contracts:tab.fulfilment')}>
            <Months report={report} mayWrite={mayWrite} />
          </div>
        )}
      </section>
      <Credit credit={report.credit} />
    </div>
  )
}

function Months({ report, mayWrite }: { report: FulfilmentReport; mayWrite: boolean }) {
  const t = useWords()
  const { minimum, promises, claims, months } = report
  return (
    <table className="plain-table fulfil-grid">
      <thead>
        <tr>
          <th scope="col">{t('contracts:fulfil.item')}</th>
          <th scope="col">{t('contracts:fulfil.target')}</th>
          {months.map((month) => (
            <th key={month} scope="col" className="cell-figure figure">
              {month.slice(5)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {minimum ? (
          <tr>
            <th scope="row">
              {t(minimum.terms.period === 'month' ? 'contracts:fulfil.minimumMonth' : 'contracts:fulfil.minimumYear')}
            </th>
            <td className="figure">{minimumText(minimum.terms, t)}</td>
            {minimum.months.map((month) => (
              <td key={month.month} className="cell-figure">
                <Minimum row={month} unit={minimum.terms.unit} t={t} />
              </td>
            ))}
          </tr>
        ) : null}
        {promises.map(({ promise, months: measured }) => (
          <tr key={promise.key}>
            <th scope="row">{promise.name}</th>
            <td className="figure">{promiseText(promise, t)}</td>
            {measured.map((cell) => (
              <td key={cell.month} className="cell-figure">
                <MeasureCell contractId={report.contractId} promise={promise} cell={cell} mayWrite={mayWrite} />
              </td>
            ))}
          </tr>
        ))}
        {claims ? (
          <tr>
            <th scope="row">{t('contracts:fulfil.claims')}</th>
            <td>{t('components:unit.yuan')}</td>
            {claims.map(({ month, count, fen }) => (
              <td key={month} className="cell-figure">
                {count === null || fen === null ? (
                  <Nothing word={t('contracts:fulfil.toCome')} />
                ) : count === 0 ? (
                  <span className="text-secondary">0</span>
                ) : (
                  <span className="month-cell">
                    <span className="figure">{formatFenGrouped(fen)}</span>
                    <span className="text-secondary">{t('contracts:fulfil.claimCount', { count })}</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function Minimum({ row, unit, t }: { row: MinimumMonth; unit: 'pieces' | 'grams' | 'fen'; t: Words }) {
  const { state, counted, required, shortfall } = row
  const word = t(`contracts:state.${state}`)
  if (state === 'no-data') return <Nothing word={word} />
  const title = t('contracts:fulfil.required', { amount: minimumFigure(unit, required) })
  const short = state === 'missed' || state === 'behind'
  return (
    <span className="month-cell" title={title}>
      <span className="figure">{minimumFigure(unit, counted)}</span>
      <span className={tones[state]}>{word}</span>
      {short ? (
        <span className={tones[state]}>
          {t('contracts:fulfil.shortfall', { amount: minimumFigure(unit, shortfall) })}
        </span>
      ) : null}
    </span>
  )
}

/** What the contract says of credit, and whether the archive says the same. */
function Credit({ credit }: { credit: FulfilmentReport['credit'] }) {
  const t = useWords()
  const none = t('contracts:value.none')
  const days = (value: number | null) => (value === null ? none : t('contracts:value.days', { count: value }))
  const money = (value: number | null) => (value === null ? none : formatFenGrouped(value))
  const rows = [
    { name: t('contracts:fulfil.creditDays'), ...credit.days, write: days },
    { name: t('contracts:fulfil.creditLimit'), ...credit.limitFen, write: money },
  ]
  return (
    <section className="panel-plain">
      <h2>{t('contracts:fulfil.credit')}</h2>
      <table className="plain-table">
        <tbody>
          {rows.map(({ name, contract, archive, write }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="figure">{write(contract)}</td>
              <td>
                {contract === null ? (
                  <span className="text-secondary">{t('contracts:fulfil.notSet')}</span>
                ) : contract === archive ? (
                  <span className="text-success">{t('contracts:fulfil.same')}</span>
                ) : (
                  <span className="text-warning">{t('contracts:fulfil.differs', { value: write(archive) })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
