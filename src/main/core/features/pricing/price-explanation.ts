import type { PriceExplanation } from '#shared/contract/pricing'
import { type Locale, translate, type WordKey } from '#shared/i18n/index'
import type { ExplanationStep } from '#shared/domain/rating/explanation'
import { explain } from '#shared/domain/rating/rate'
import type { NoSheetReason, SheetLevel } from '#shared/domain/rating/select-sheet'
import type { RatingContext } from '#shared/domain/rating/ticket'
import type { ReadySheet } from './compiled-entry'
import { type PriceException, priceWith, rowFor, ticketOf, type TicketFacts } from './price-ticket'

/** The version that a price is explained with, and how it came to be chosen; `named`: somebody asked for this one. */
export interface ChosenSheet {
  id: number
  name: string
  version: number
  validFrom: string
  validTo: string | null
  level: SheetLevel | 'named'
}

/**
 * The same rating as `priceWith`, told line by line. The `fen` of the lines add up to the total; lines without an amount
 * are steps on the way.
 */
export function explainWith(
  ready: ReadySheet,
  chosen: ChosenSheet,
  facts: TicketFacts,
  context: RatingContext | null,
  locale: Locale,
): PriceExplanation {
  const about = {
    sheet: chosen.name,
    sheetId: chosen.id,
    version: chosen.version,
    chosenBecause: becauseText(chosen, locale),
  }
  const row = rowFor(ready, facts)
  if (typeof row !== 'number') return { ...unpriced(row, locale), ...about }
  const zone = ready.sheet.rows[row]?.key ?? null
  const steps = explain(ready.compiled, row, ticketOf(facts), context)
  const priced = priceWith(ready, facts, context)
  const lines = steps.flatMap((step) => lineOf(step, 'rated' in priced ? priced.taxFen : 0, locale))
  if (!('rated' in priced)) return { ...unpriced(priced, locale), ...about, zone, lines }
  return {
    ...about,
    zone,
    chargeableGrams: priced.grams,
    lines,
    totalFen: priced.totalFen,
    netFen: priced.netFen,
    taxFen: priced.taxFen,
    reason: null,
  }
}

/** The answer where there is no price: nothing but the reason. */
export function unpriced(exception: PriceException, locale: Locale): PriceExplanation {
  return {
    sheet: null,
    sheetId: null,
    version: null,
    chosenBecause: '',
    zone: null,
    chargeableGrams: null,
    lines: [],
    totalFen: null,
    netFen: null,
    taxFen: null,
    reason: { code: exception.code, text: reasonText(exception, locale) },
  }
}

/** Why there is no price or no cost, in words. */
export function reasonText({ code, params }: PriceException, locale: Locale): string {
  if (code === 'no-price' && params.why) return translate(locale, `rating:noSheet.${params.why as NoSheetReason}`)
  return translate(locale, `pricing:reason.${code}`, params)
}

function becauseText({ level, validFrom, validTo }: ChosenSheet, locale: Locale): string {
  const why = translate(locale, `pricing:chosen.${level}`)
  const until = validTo ?? translate(locale, 'pricing:chosen.open')
  return translate(locale, 'pricing:chosen.validity', { why, from: validFrom, to: until })
}

/** The total is no line of its own; the tax of a net price is one, so that the lines make the gross. */
function lineOf(step: ExplanationStep, taxFen: number, locale: Locale): PriceExplanation['lines'] {
  if (step.code === 'total' || step.code.startsWith('exception-')) return []
  const item = translate(locale, `rating:step.${step.code}` as WordKey, step.params)
  const fen = step.code === 'tax-added' ? taxFen : (step.fen ?? null)
  return [{ item, formula: step.formula ?? '', fen }]
}
