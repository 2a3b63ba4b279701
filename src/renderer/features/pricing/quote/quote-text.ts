import type { PriceExplanation, QuoteInput } from '#shared/contract/pricing'
import { formatFenGrouped } from '#shared/domain/money'
import { formatKilogramsGrouped } from '../../../components/figures'
import type { Words } from '../../../i18n'

/** The price as plain text to send to a customer: what was asked, each step, the total. Never the cost. */
export function quoteText(t: Words, asked: QuoteInput, price: PriceExplanation): string {
  const { to, from, pieces, date } = asked
  const about = { to, from, pieces, date, kg: formatKilogramsGrouped(asked.grams) }
  const taxed = price.taxFen !== null && price.taxFen !== 0
  const lines = price.lines.map(({ item, formula, fen }) =>
    [`- ${item}`, formula, fen === null ? '' : formatFenGrouped(fen)].filter((part) => part !== '').join('　'),
  )
  return [
    from === '' ? t('pricing:quote.text.titleTo', about) : t('pricing:quote.text.title', about),
    price.sheet === null
      ? ''
      : t('pricing:quote.text.sheet', {
          sheet: price.sheet,
          version: price.version ?? 1,
          why: price.chosenBecause,
        }),
    price.zone === null
      ? ''
      : t('pricing:quote.text.zone', { zone: price.zone, kg: formatKilogramsGrouped(price.chargeableGrams ?? 0) }),
    ...lines,
    price.totalFen === null
      ? (price.reason?.text ?? '')
      : t(taxed ? 'pricing:quote.text.total' : 'pricing:quote.text.totalPlain', {
          amount: formatFenGrouped(price.totalFen),
        }),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
