import type { PriceExplanation } from '#shared/contract/pricing'
import { formatFen } from '#shared/domain/money'
import { formatKilograms } from '#shared/domain/weight'
import type { Run } from '../command'
import { today } from '../figures'
import { accountId, sheetId } from '../look-up'
import { CommandProblem } from '../problem'

export interface QuoteOptions {
  to: string
  from?: string
  kg: number
  account?: string
  sheet?: string
  product?: string
  size?: { l: number; w: number; h: number }
  pieces?: number
  declared?: number
  cod?: number
  date?: string
}

/** `quote`: a price with its explanation line by line, or the reason why there is none. */
export async function quote(run: Run, options: QuoteOptions): Promise<void> {
  if (options.account && options.sheet) throw new CommandProblem('accountOrSheet')
  const { api } = run.session
  const { price } = await api.pricing.quote({
    to: options.to,
    from: options.from,
    grams: options.kg,
    accountId: options.account ? await accountId(api, options.account) : null,
    sheetId: options.sheet ? await sheetId(api, options.sheet) : null,
    product: options.product,
    size: options.size ?? null,
    pieces: options.pieces,
    declaredFen: options.declared ?? null,
    codFen: options.cod ?? null,
    date: options.date ?? today(),
    locale: run.locale,
  })
  run.answer(document(price), () => lines(run, price))
}

function document(price: PriceExplanation) {
  if (price.reason) return { reason: price.reason.code, text: price.reason.text }
  const { sheet, version, zone, chargeableGrams, totalFen, netFen, taxFen } = price
  return { sheet, version, zone, chargeableGrams, lines: price.lines, totalFen, netFen, taxFen }
}

function lines(run: Run, price: PriceExplanation): string[] {
  if (price.reason) return [run.words('hosts:quoteNone', { text: price.reason.text })]
  return [
    ...price.lines.map(({ item, formula, fen }) => `${item}\t${formula}\t${fen === null ? '' : formatFen(fen)}`),
    run.words('hosts:quoteTotal', {
      total: formatFen(price.totalFen ?? 0),
      sheet: price.sheet ?? '',
      version: price.version ?? '',
      zone: price.zone ?? '',
      kg: formatKilograms(price.chargeableGrams ?? 0),
    }),
  ]
}
