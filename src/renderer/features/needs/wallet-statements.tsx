import { Button } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useState, type ReactNode } from 'react'
import type { WalletRow } from '#shared/contract/needs'
import { formatFenGrouped } from '#shared/domain/money'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { formatCount, Money } from '../../components/figures'
import { useWords, type Words } from '../../i18n'
import { percentText } from './percent-text'
import { RowButtons } from '../../components/row-buttons'
import { useUndoable } from '../../components/use-undoable'
import { WalletDrawer } from './wallet-drawer'

interface WalletStatementsProps {
  accountId: number
  wallets: readonly WalletRow[]
  mayWrite: boolean
  extra: ReactNode
}

/** What the customer said he spends, each with our share of it and how that was computed. */
export function WalletStatements({ accountId, wallets, mayWrite, extra }: WalletStatementsProps) {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()
  const [edited, setEdited] = useState<WalletRow | 'new' | null>(null)
  const add = mayWrite ? (
    <Button
      icon={<PlusOutlined />}
      type={wallets.length === 0 ? 'primary' : undefined}
      onClick={() => setEdited('new')}
    >
      {t('needs:wallet.add')}
    </Button>
  ) : null
  const remove = ({ id, period }: WalletRow) =>
    undoable(
      t('needs:wallet.removed', { period }),
      () => api.needs.removeWallet({ id }),
      () => api.needs.restoreWallet({ id }),
    )
  return (
    <section className="panel-plain">
      <div className="row row-spread panel-bar">
        <h2>{t('needs:wallet.title')}</h2>
        <div className="row">
          {extra}
          {wallets.length === 0 ? null : add}
        </div>
      </div>
      {wallets.length === 0 ? (
        <EmptyState title={t('needs:wallet.none')} text={t('needs:wallet.noneText')} action={add} />
      ) : (
        <>
          <table className="plain-table wrap-table">
            <thead>
              <tr>
                <th scope="col">{t('needs:wallet.period')}</th>
                <th scope="col">{t('needs:wallet.share')}</th>
                <th scope="col">{t('needs:wallet.statedOn')}</th>
                <th scope="col">{t('needs:wallet.source')}</th>
                <th scope="col">{t('needs:wallet.note')}</th>
                {mayWrite ? <th aria-label={t('shell:edit')} /> : null}
              </tr>
            </thead>
            <tbody>
              {wallets.map((row) => (
                <tr key={row.id}>
                  <td className="figure">{row.period}</td>
                  <td>
                    <OurShare row={row} />
                  </td>
                  <td className="figure">{row.statedOn}</td>
                  <td>{row.source}</td>
                  <td>{row.note}</td>
                  {mayWrite ? (
                    <td className="cell-buttons">
                      <RowButtons name={row.period} onEdit={() => setEdited(row)} onRemove={() => remove(row)} />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="panel-text text-secondary panel-note">{t('needs:wallet.basis')}</p>
        </>
      )}
      <WalletDrawer
        accountId={accountId}
        wallet={edited === 'new' ? null : edited}
        open={edited !== null}
        onClose={() => setEdited(null)}
      />
    </section>
  )
}

function OurShare({ row }: { row: WalletRow }) {
  const t = useWords()
  const { share } = row
  return (
    <>
      {share.kind === 'share' ? (
        <>
          <strong className="figure">{percentText(share.sharePpm)}</strong>
          <div className="text-secondary">
            {t('needs:wallet.formula', {
              revenue: formatFenGrouped(row.revenueFen),
              total: formatFenGrouped(row.totalFen),
              share: percentText(share.sharePpm),
            })}
          </div>
        </>
      ) : (
        <>
          <strong>{t('needs:wallet.notApplicable')}</strong>
          <div className="text-secondary">
            {t(`needs:wallet.reason.${share.reason}`)}
            {' · '}
            {t('needs:wallet.totalColumn')} <Money fen={row.totalFen} />
          </div>
        </>
      )}
      {cautions(row, t).map((caution) => (
        <div key={caution} className="text-warning">
          {caution}
        </div>
      ))}
    </>
  )
}

/** What a reader must know before he believes the share. */
function cautions({ share, knownMonths, months, unrated }: WalletRow, t: Words): string[] {
  return [
    share.kind === 'share' && share.overWhole ? t('needs:wallet.overWhole') : '',
    knownMonths > 0 && knownMonths < months ? t('needs:wallet.partial', { months, known: knownMonths }) : '',
    unrated > 0 ? t('needs:wallet.unrated', { count: formatCount(unrated) }) : '',
  ].filter(Boolean)
}
