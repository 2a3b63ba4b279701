import { Alert, Button } from 'antd'
import { CopyOutlined } from '../../../components/icons'
import { Link } from 'react-router'
import type { PriceExplanation as Explanation, QuoteInput } from '#shared/contract/pricing'
import { formatFenGrouped } from '#shared/domain/money'
import { Money, Percent, Weight } from '../../../components/figures'
import { useNotifyDone } from '../../../components/notify'
import { PriceExplanation } from '../../../components/price-explanation'
import { useWords } from '../../../i18n'
import { NoPrice } from './no-price'
import { quoteText } from './quote-text'

export interface Quoted {
  asked: QuoteInput
  price: Explanation
  cost: Explanation | null
  marginFen: number | null
  ownElsewhere: { sheetId: number; sheet: string; product: string }[]
}

interface QuoteAnswerProps {
  quote: Quoted
  /** A newer answer is on its way. */
  refreshing: boolean
  /** A place was chosen among those of the same name. */
  onPlace: (place: { to?: string; from?: string }) => void
}

/** The answer in one look: the amount, then where it comes from, then each step. */
export function QuoteAnswer({ quote, refreshing, onPlace }: QuoteAnswerProps) {
  const t = useWords()
  const { price, cost } = quote
  if (price.totalFen === null) {
    return (
      <div className={refreshing ? 'answer answer-old' : 'answer'}>
        <NoPrice asked={quote.asked} price={price} onPlace={onPlace} />
        {price.lines.length > 0 ? (
          <PriceExplanation explanation={{ ...price, sheet: null, reason: null }} label={t('pricing:quote.lines')} />
        ) : null}
      </div>
    )
  }
  return (
    <div className={refreshing ? 'answer answer-old' : 'answer'} aria-busy={refreshing}>
      <Total quote={quote} totalFen={price.totalFen} />
      <OwnElsewhere sheets={quote.ownElsewhere} />
      <Facts quote={quote} />
      <section>
        <h2 className="panel-title">{t('pricing:quote.lines')}</h2>
        <PriceExplanation explanation={{ ...price, sheet: null }} label={t('pricing:quote.lines')} />
      </section>
      {cost ? (
        <details>
          <summary className="panel-title">{t('pricing:quote.costLines')}</summary>
          <PriceExplanation explanation={cost} label={t('pricing:quote.costLines')} />
        </details>
      ) : null}
    </div>
  )
}

function Total({ quote, totalFen }: { quote: Quoted; totalFen: number }) {
  const t = useWords()
  const notifyDone = useNotifyDone()
  const { price, asked } = quote
  const taxed = price.taxFen !== null && price.netFen !== null && price.taxFen !== 0
  const copy = () =>
    navigator.clipboard.writeText(quoteText(t, asked, price)).then(
      () => notifyDone(t('pricing:quote.copied')),
      () => notifyDone(t('pricing:quote.copyFailed')),
    )
  return (
    <div className="answer-head">
      <div>
        <div className="text-secondary">
          {t('pricing:quote.total')}
          {taxed ? ` · ${t('pricing:quote.gross')}` : ''}
        </div>
        <div className="answer-total">
          {formatFenGrouped(totalFen)} <small>{t('components:unit.yuan')}</small>
        </div>
        {taxed ? (
          <div className="row text-secondary figure">
            <span>{t('pricing:quote.net', { amount: formatFenGrouped(price.netFen ?? 0) })}</span>
            <span>{t('pricing:quote.tax', { amount: formatFenGrouped(price.taxFen ?? 0) })}</span>
          </div>
        ) : null}
      </div>
      <Button icon={<CopyOutlined />} onClick={() => void copy()}>
        {t('pricing:quote.copy')}
      </Button>
    </div>
  )
}

/** Another sheet was taken although the customer has one of its own: nobody should find that out from a bill. */
export function OwnElsewhere({ sheets: own }: { sheets: Quoted['ownElsewhere'] }) {
  const t = useWords()
  if (own.length === 0) return null
  const sheets = own
    .map(({ sheet, product }) => t('pricing:lines.ownSheet', { sheet, product: product || t('pricing:product.any') }))
    .join('、')
  return <Alert type="info" showIcon title={t('pricing:quote.ownElsewhere', { sheets })} />
}

function Facts({ quote }: { quote: Quoted }) {
  const t = useWords()
  const { price, cost, marginFen } = quote
  return (
    <>
      {marginFen !== null && marginFen < 0 ? (
        <Alert type="error" showIcon title={t('pricing:quote.loss', { amount: formatFenGrouped(-marginFen) })} />
      ) : null}
      <dl className="answer-facts">
        <div>
          <dt>{t('pricing:quote.zone')}</dt>
          <dd>{price.zone ?? '—'}</dd>
        </div>
        <div>
          <dt>{t('pricing:quote.chargeable')}</dt>
          <dd>
            <Weight grams={price.chargeableGrams} unit />
          </dd>
        </div>
        {cost ? (
          <>
            <div>
              <dt>{t('pricing:quote.cost')}</dt>
              <dd>
                {cost.netFen === null ? (
                  <span className="text-warning" title={cost.reason?.text}>
                    {t('pricing:quote.costUnknown')}
                  </span>
                ) : (
                  <Money fen={cost.netFen} />
                )}
              </dd>
            </div>
            <div>
              <dt>{t('pricing:quote.margin')}</dt>
              <dd>
                {marginFen === null ? (
                  <span className="text-warning">{t('pricing:quote.costUnknown')}</span>
                ) : (
                  <>
                    <Money fen={marginFen} />{' '}
                    <span className="text-secondary">
                      <Percent share={price.netFen ? marginFen / price.netFen : null} />
                    </span>
                  </>
                )}
              </dd>
            </div>
          </>
        ) : null}
        <div className="answer-wide">
          <dt>{t('pricing:quote.chosen')}</dt>
          <dd>
            {price.sheetId === null ? price.sheet : <Link to={`/pricing/${price.sheetId}`}>{price.sheet}</Link>}{' '}
            {price.version === null ? null : (
              <span className="text-secondary">{t('pricing:version.number', { version: price.version })}</span>
            )}
            <div className="text-secondary">{price.chosenBecause}</div>
          </dd>
        </div>
      </dl>
    </>
  )
}
