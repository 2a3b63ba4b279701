import { Button } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useState } from 'react'
import type { CompetitionRow, WalletView } from '#shared/contract/needs'
import { knownSum, wholePpm } from '#shared/domain/needs/shares'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { useWords } from '../../i18n'
import { CompetitionDrawer, type EditedCompetition } from './competition-drawer'
import { percentText } from './percent-text'
import { RowButtons } from '../../components/row-buttons'
import { useUndoable } from '../../components/use-undoable'

interface CompetitionProps {
  accountId: number
  view: WalletView
  mayWrite: boolean
}

/** Who else ships for the customer: as it is now, and as it was on earlier days. */
export function Competition({ accountId, view, mayWrite }: CompetitionProps) {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()
  const [edited, setEdited] = useState<EditedCompetition | null>(null)
  const { competitions } = view
  const [now, ...earlier] = competitions
  const remove = ({ id, statedOn }: CompetitionRow) =>
    undoable(
      t('needs:competition.removed', { date: statedOn }),
      () => api.needs.removeCompetition({ id }),
      () => api.needs.restoreCompetition({ id }),
    )
  const add = mayWrite ? (
    <Button
      icon={<PlusOutlined />}
      type="primary"
      onClick={() => setEdited({ correcting: null, shares: now?.shares ?? [] })}
    >
      {t(now ? 'needs:competition.change' : 'needs:competition.add')}
    </Button>
  ) : null
  const correct = (row: CompetitionRow) => setEdited({ correcting: row, shares: row.shares })
  return (
    <section className="panel-plain">
      <div className="row row-spread panel-bar">
        <h2>
          {t('needs:competition.title')}{' '}
          {now ? (
            <span className="text-secondary panel-hint">{t('needs:competition.now', { date: now.statedOn })}</span>
          ) : null}
        </h2>
        {now ? (
          <div className="row">
            {mayWrite ? (
              <RowButtons name={now.statedOn} onEdit={() => correct(now)} onRemove={() => remove(now)} />
            ) : null}
            {add}
          </div>
        ) : null}
      </div>
      {now ? (
        <Current row={now} view={view} />
      ) : (
        <EmptyState title={t('needs:competition.none')} text={t('needs:competition.noneText')} action={add} />
      )}
      {earlier.length === 0 ? null : (
        <History rows={earlier} view={view} {...(mayWrite && { onEdit: correct, onRemove: remove })} />
      )}
      <CompetitionDrawer accountId={accountId} view={view} edited={edited} onClose={() => setEdited(null)} />
    </section>
  )
}

function Current({ row, view }: { row: CompetitionRow; view: WalletView }) {
  const t = useWords()
  const others = knownSum(row.shares.map(({ sharePpm }) => sharePpm))
  const ours = view.wallets.find(({ share }) => share.kind === 'share')?.share
  const oursPpm = ours?.kind === 'share' ? ours.sharePpm : null
  const over = oursPpm !== null && others + oursPpm > wholePpm
  const headings = [
    'name',
    'share',
    'products',
    'lanes',
    'pricePerKg',
    'pricePerTicket',
    'priceNote',
    'strengths',
    'weaknesses',
  ] as const
  return (
    <>
      <div className="table-scroll">
        <table className="wrap-table">
          <thead>
            <tr>
              {headings.map((key) => (
                <th key={key} scope="col" className={key === 'share' ? 'cell-figure' : undefined}>
                  {t(`needs:competition.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.shares.map((share) => (
              <tr key={share.competitorId}>
                <td>{nameOf(view, share.competitorId)}</td>
                <td className="cell-figure">
                  {share.sharePpm === null ? t('needs:competition.shareUnknown') : percentText(share.sharePpm)}
                </td>
                <td>{share.products}</td>
                <td>{share.lanes}</td>
                <td>{share.pricePerKg}</td>
                <td>{share.pricePerTicket}</td>
                <td>{share.priceNote}</td>
                <td>{share.strengths}</td>
                <td>{share.weaknesses}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={`panel-text panel-note ${over ? 'text-warning' : 'text-secondary'}`}>
        {over
          ? t('needs:competition.withOurs', { others: percentText(others), ours: percentText(oursPpm) })
          : `${t('needs:competition.sum', { sum: percentText(others) })} · ${t('needs:competition.unknown', { share: percentText(wholePpm - others) })}`}
        {row.source === '' ? null : ` · ${t('needs:competition.source')} ${row.source}`}
      </p>
    </>
  )
}

interface HistoryProps {
  rows: readonly CompetitionRow[]
  view: WalletView
  onEdit?: (row: CompetitionRow) => void
  onRemove?: (row: CompetitionRow) => void
}

function History({ rows, view, onEdit, onRemove }: HistoryProps) {
  const t = useWords()
  return (
    <>
      <h2>{t('needs:competition.history')}</h2>
      <table className="plain-table wrap-table">
        <thead>
          <tr>
            <th scope="col">{t('needs:competition.statedOn')}</th>
            <th scope="col">{t('needs:competition.share')}</th>
            <th scope="col">{t('needs:competition.source')}</th>
            {onEdit ? <th aria-label={t('shell:edit')} /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="figure">{row.statedOn}</td>
              <td>
                {row.shares
                  .map(({ competitorId, sharePpm }) =>
                    [
                      nameOf(view, competitorId),
                      sharePpm === null ? t('needs:competition.shareUnknown') : percentText(sharePpm),
                    ].join(' '),
                  )
                  .join(' · ')}
              </td>
              <td>{row.source}</td>
              {onEdit && onRemove ? (
                <td className="cell-buttons">
                  <RowButtons name={row.statedOn} onEdit={() => onEdit(row)} onRemove={() => onRemove(row)} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function nameOf({ competitors }: WalletView, id: number): string {
  return competitors.find((one) => one.id === id)?.name ?? ''
}
