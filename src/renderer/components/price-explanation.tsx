import { Alert } from 'antd'
import { Link } from 'react-router'
import type { PriceExplanation as Explanation } from '#shared/contract/pricing'
import '../styles/price-explanation.css'
import { useWords } from '../i18n'
import { Money, Weight } from './figures'

interface PriceExplanationProps {
  explanation: Explanation
  /** What is explained, for screen readers: 收入, 成本, 报价. */
  label: string
}

/** A price line by line: the sheet and why this one, zone and weight, each step with its sum, total, net and tax. */
export function PriceExplanation({ explanation, label }: PriceExplanationProps) {
  const t = useWords()
  const { sheet, sheetId, version, chosenBecause, zone, chargeableGrams, reason } = explanation
  return (
    <div className="stack">
      {reason ? <Alert type="warning" showIcon title={reason.text} /> : null}
      {sheet === null ? null : (
        <dl className="fact-list">
          <div className="fact-wide">
            <dt>{t('components:price.sheet')}</dt>
            <dd>
              {sheetId === null ? sheet : <Link to={`/pricing/${sheetId}`}>{sheet}</Link>}{' '}
              {version === null ? null : (
                <span className="text-secondary">{t('components:price.version', { version })}</span>
              )}
              {chosenBecause ? <div className="text-secondary">{chosenBecause}</div> : null}
            </dd>
          </div>
          {zone === null ? null : (
            <div>
              <dt>{t('components:price.zone')}</dt>
              <dd>{zone}</dd>
            </div>
          )}
          {chargeableGrams === null ? null : (
            <div>
              <dt>{t('components:price.chargeable')}</dt>
              <dd>
                <Weight grams={chargeableGrams} unit />
              </dd>
            </div>
          )}
        </dl>
      )}
      {explanation.lines.length > 0 ? <Lines explanation={explanation} label={label} /> : null}
    </div>
  )
}

function Lines({ explanation, label }: PriceExplanationProps) {
  const t = useWords()
  const { lines, totalFen, netFen, taxFen } = explanation
  const split = taxFen !== null && taxFen !== 0
  return (
    <table className="plain-table price-lines" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('components:price.item')}</th>
          <th scope="col">{t('components:price.formula')}</th>
          <th scope="col" className="cell-figure">
            {t('components:price.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <td>{line.item}</td>
            <td className="figure text-secondary">{line.formula}</td>
            <td className="cell-figure">{line.fen === null ? null : <Money fen={line.fen} />}</td>
          </tr>
        ))}
      </tbody>
      {totalFen === null ? null : (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('components:price.gross')}
            </th>
            <td className="cell-figure">
              <strong>
                <Money fen={totalFen} />
              </strong>
            </td>
          </tr>
          {split ? (
            <>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('components:price.tax')}
                </th>
                <td className="cell-figure">
                  <Money fen={taxFen} />
                </td>
              </tr>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('components:price.net')}
                </th>
                <td className="cell-figure">
                  <Money fen={netFen} />
                </td>
              </tr>
            </>
          ) : null}
        </tfoot>
      )}
    </table>
  )
}
