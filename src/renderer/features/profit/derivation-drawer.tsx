import { Drawer } from 'antd'
import type { RebateRow } from '#shared/contract/profit'
import { formatRebateQuantity } from '#shared/domain/profit/rebate-words'
import { formatCount, Money } from '../../components/figures'
import { useWords } from '../../i18n'

/** How one rebate came about: the quantity that decided, then step by step. */
export function DerivationDrawer({ line, onClose }: { line: RebateRow; onClose: () => void }) {
  const t = useWords()
  const { derivation } = line
  const { basis, parts } = derivation
  const quantity = (value: number) => formatRebateQuantity(basis, value)
  return (
    <Drawer open title={t('profit:rebates.derivation')} size={640} onClose={onClose}>
      <div className="stack">
        <p className="reading">
          {line.account} · {line.sheet} · {line.month}
        </p>
        <p className="reading">
          {t('profit:rebates.quantity', {
            period: t(`profit:period.${derivation.period}`),
            basis: t(`profit:basis.${basis}`),
            quantity: quantity(derivation.quantity),
            tickets: formatCount(derivation.tickets),
          })}{' '}
          · {t(`profit:mode.${derivation.mode}`)}
        </p>
        {parts.length === 0 ? (
          <p className="reading text-secondary">{t('profit:rebates.notReached')}</p>
        ) : (
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t(`profit:basis.${basis}`)}</th>
                <th scope="col">{t('profit:rebates.partBenefit')}</th>
                <th scope="col" className="cell-figure">
                  {t('profit:rebates.partQuantity')}
                </th>
                <th scope="col" className="cell-figure">
                  {t('profit:rebates.partFreight')}
                </th>
                <th scope="col" className="cell-figure">
                  {t('profit:rebates.partRebate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.lower}>
                  <td>
                    {t('profit:rebates.step', {
                      lower: quantity(part.lower),
                      upper: part.upper === null ? '' : t('profit:rebates.stepUpper', { upper: quantity(part.upper) }),
                    })}
                  </td>
                  <td>{part.benefit}</td>
                  <td className="cell-figure">{quantity(part.quantity)}</td>
                  <td className="cell-figure">
                    <Money fen={part.freightFen} />
                  </td>
                  <td className="cell-figure">
                    <Money fen={part.rebateFen} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {t('profit:rebates.total')}
                </th>
                <td className="cell-figure">
                  <Money fen={line.fen} />
                </td>
              </tr>
            </tfoot>
          </table>
        )}
      </div>
    </Drawer>
  )
}
