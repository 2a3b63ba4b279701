import { Button } from 'antd'
import { useState } from 'react'
import type { CreditHealth, CreditRule, FinancialYear } from '#shared/contract/credit'
import { formatFenGrouped } from '#shared/domain/money'
import { useApi, useChanged } from '../../components/backend'
import { Money } from '../../components/figures'
import { useNotifyError, useNotifyUndo } from '../../components/notify'
import { useWords } from '../../i18n'
import { ratingSteps, suggestionSteps } from './credit-words'
import { GradeMark } from './grade-mark'

interface SuggestionPanelProps {
  accountId: number
  year: FinancialYear
  rule: CreditRule
  current: CreditHealth['current']
  mayWrite: boolean
}

/** Grade, limit and term of a year beside what stands in the archive, with every step that leads there. */
export function SuggestionPanel({ accountId, year, rule, current, mayWrite }: SuggestionPanelProps) {
  const t = useWords()
  const { rating, suggestion } = year
  const suggested = suggestion.kind === 'suggested' ? suggestion : null
  const same =
    suggested !== null && suggested.limitFen === current.creditLimitFen && suggested.creditDays === current.creditDays
  return (
    <section className="panel credit-suggestion">
      <h2 className="row">
        {t('credit:ratingOf', { year: year.year })}
        <GradeMark grade={rating.kind === 'rated' ? rating.grade : null} />
      </h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('credit:suggestion')}</th>
            <th scope="col" className="cell-figure">
              {t('credit:current')}
            </th>
            <th scope="col" className="cell-figure">
              {t('credit:suggested')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('credit:limit')}</th>
            <td className="cell-figure">
              <Money fen={current.creditLimitFen} />
            </td>
            <td className="cell-figure" data-testid="suggested-limit">
              <Money fen={suggested?.limitFen ?? null} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('credit:days')}</th>
            <td className="cell-figure">{current.creditDays ?? '—'}</td>
            <td className="cell-figure">
              {suggested === null ? '—' : suggested.creditDays === 0 ? t('credit:prepaid') : suggested.creditDays}
            </td>
          </tr>
        </tbody>
      </table>
      {same ? <p className="text-secondary">{t('credit:same')}</p> : null}
      {mayWrite && suggested && !same ? <TakeOver accountId={accountId} yearId={year.id} current={current} /> : null}
      <h3>{t('credit:steps')}</h3>
      <ol className="credit-steps">
        {[...ratingSteps(t, year.figures, rating, rule), ...suggestionSteps(t, suggestion, rule)].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="text-secondary">{t('credit:suggestion.stale', { year: year.year })}</p>
    </section>
  )
}

function TakeOver({
  accountId,
  yearId,
  current,
}: {
  accountId: number
  yearId: number
  current: CreditHealth['current']
}) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const undo = useNotifyUndo()
  const failed = useNotifyError()
  const [busy, setBusy] = useState(false)
  const takeOver = async () => {
    const { limitFen, creditDays } = await api.credit.takeOver({ accountId, version: current.version, yearId })
    await changed()
    undo(t('credit:takenOver', { limit: formatFenGrouped(limitFen), days: creditDays }), async () => {
      const account = await api.accounts.get({ id: accountId })
      const { creditDays: days, creditLimitFen } = current
      await api.accounts.update({
        id: accountId,
        version: account.version,
        account: { ...account, creditDays: days, creditLimitFen },
      })
      await changed()
    })
  }
  return (
    <Button
      type="primary"
      loading={busy}
      onClick={() => {
        setBusy(true)
        takeOver()
          .catch(failed)
          .finally(() => setBusy(false))
      }}
    >
      {t('credit:takeOver')}
    </Button>
  )
}
