import type { QuotationContent, QuotationDetail } from '#shared/contract/quotations'
import { isWordKey, type Locale, translate } from '#shared/i18n/index'
import { amountInChinese, amountInEnglish } from '#shared/domain/amount-in-words'
import { sheetTerms } from '#shared/domain/quotation/sheet-terms'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { readySheet, type ReadySheet } from '../pricing/compiled-entry'
import { judgeForm } from '../pricing/price-file'
import { reasonText } from '../pricing/price-explanation'
import { priceWith, rowFor } from '../pricing/price-ticket'
import { quotedPlace } from '../pricing/quote'
import { problemText } from '../pricing/sheet-view'
import { formOfPart } from './quotation-part'

type Part = { ready: ReadySheet | null; problems: string[]; terms: string[] }
type Priced = Pick<QuotationDetail, 'partNotes' | 'estimate' | 'sum'>

/** Prices the estimate with the quotation's own prices, and says in words what they are subject to. */
export function pricedContent(content: QuotationContent, validFrom: string, locale: Locale): Priced {
  const parts = content.parts.map((part) => readPart(part, validFrom, locale))
  const estimate = content.estimate.map((line) => priceLine(parts[line.part], line, validFrom, locale))
  return {
    partNotes: parts.map(({ problems, terms }) => ({ problems, terms })),
    estimate,
    sum: sumOf(estimate, parts, locale),
  }
}

function readPart(part: QuotationContent['parts'][number], validFrom: string, locale: Locale): Part {
  const form = formOfPart(part, { 生效日期: validFrom })
  const problems = judgeForm(form).problems.filter(({ severity }) => severity === 'error')
  const sheet = problems.length === 0 ? (parseSheetForm(form).sheet ?? null) : null
  return {
    ready: sheet && readySheet(sheet),
    problems: problems.map(({ code, params }) => problemText(code, params, locale)),
    terms: sheet ? termsOf(sheet, locale) : [],
  }
}

function termsOf(sheet: PriceSheet, locale: Locale): string[] {
  return sheetTerms(sheet).map(({ code, params }) => {
    const key = `quotations:${code}`
    return isWordKey(key) ? translate(locale, key, params) : code
  })
}

function priceLine(
  part: Part | undefined,
  line: QuotationContent['estimate'][number],
  day: string,
  locale: Locale,
): Priced['estimate'][number] {
  const nothing = { unitFen: null, grossFen: null, netFen: null, taxFen: null, zone: null, chargeableGrams: null }
  if (!part?.ready) return { ...line, ...nothing, reason: translate(locale, 'quotations:estimate.noPart') }
  const facts = {
    accountId: null,
    product: part.ready.sheet.product ?? '',
    shippedOn: day,
    origin: quotedPlace(''),
    destination: quotedPlace(line.to),
    actualGrams: line.grams,
    billedGrams: line.grams,
    volumeCm3: null,
    pieces: 1,
    size: null,
    declaredFen: null,
    codFen: null,
  }
  const row = rowFor(part.ready, facts)
  const zone = typeof row === 'number' ? (part.ready.sheet.rows[row]?.key ?? null) : null
  const priced = priceWith(part.ready, facts, null)
  if (!('rated' in priced)) return { ...line, ...nothing, zone, reason: reasonText(priced, locale) }
  const grossFen = priced.totalFen * line.tickets
  if (!Number.isSafeInteger(grossFen)) {
    return { ...line, ...nothing, zone, reason: reasonText({ code: 'too-large', params: {} }, locale) }
  }
  return {
    ...line,
    unitFen: priced.totalFen,
    grossFen,
    netFen: priced.netFen * line.tickets,
    taxFen: priced.taxFen * line.tickets,
    zone,
    chargeableGrams: priced.grams,
    reason: null,
  }
}

/** One sum for all lines, or none: a total that leaves a line out would be too low. */
function sumOf(estimate: Priced['estimate'], parts: readonly Part[], locale: Locale): Priced['sum'] {
  if (estimate.length === 0 || estimate.some(({ grossFen }) => grossFen === null)) return null
  const add = (field: 'grossFen' | 'netFen' | 'taxFen') => estimate.reduce((sum, line) => sum + (line[field] ?? 0), 0)
  const grossFen = add('grossFen')
  if (!Number.isSafeInteger(grossFen)) return null
  const used = new Set(estimate.map(({ part }) => parts[part]))
  return {
    grossFen,
    netFen: add('netFen'),
    taxFen: add('taxFen'),
    taxed: [...used].some((part) => part?.ready?.sheet.taxPpm !== null),
    words: locale === 'en' ? amountInEnglish(grossFen) : amountInChinese(grossFen),
    tickets: estimate.reduce((sum, { tickets }) => sum + tickets, 0),
  }
}
