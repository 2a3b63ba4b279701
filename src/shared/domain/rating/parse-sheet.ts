import { parseRows } from './cells'
import { parseColumns } from './columns'
import { Reporter, textOf } from './form-value'
import { INFO_FIELDS } from './info-fields'
import type { PlaceResolver } from './place-resolver'
import type { PriceSheet } from './price-sheet'
import { ProblemList, type Problem } from './problem'
import type { SheetForm } from './sheet-form'
import { parseSurcharges } from './surcharge-form'
import { parseTiers } from './tier-form'

export interface ParseOptions {
  /** 生效日期 is required at import (PRICING §4); a sheet in the editor may still lack it. */
  requireEffectiveFrom?: boolean
  /** Checks the names in 适用目的地 of the surcharges. */
  resolvePlaces?: PlaceResolver
}

export interface ParsedSheet {
  /** Absent where there is any problem of severity error. */
  sheet?: PriceSheet
  problems: Problem[]
}

const FIELDS = new Map(INFO_FIELDS.map((field) => [field.key, field]))
const ORDER = new Map(INFO_FIELDS.map((field, index) => [field.key, index]))

/** Reads a sheet form whole and reports everything that is wrong with it, not the first fault only. */
export function parseSheetForm(form: SheetForm, options: ParseOptions = {}): ParsedSheet {
  const problems = new ProblemList()
  const sheet = emptySheet()
  readInfo(form, sheet, problems)
  if (sheet.effectiveFrom !== null && sheet.effectiveTo !== null && sheet.effectiveTo < sheet.effectiveFrom)
    problems.error({ part: 'info', key: '失效日期' }, 'date-order', {
      from: sheet.effectiveFrom,
      to: sheet.effectiveTo,
    })
  if (options.requireEffectiveFrom && textOf(form.info['生效日期']) === '')
    problems.error({ part: 'info', key: '生效日期' }, 'effective-from-missing')
  if (!sheet.taxIncluded && sheet.taxPpm === null) problems.warn({ part: 'info', key: '税率' }, 'tax-rate-missing')
  const plans = parseColumns(form.columns, problems)
  sheet.columns = plans.map((plan) => plan.bracket)
  sheet.rows = parseRows(form.rows, plans, problems)
  sheet.zones = (form.zones ?? []).map(({ zone, places }) => ({ zone: zone.trim(), places: places.trim() }))
  sheet.surcharges = parseSurcharges(form.surcharges ?? [], problems, options.resolvePlaces)
  sheet.tiers = parseTiers(form.tiers ?? [], problems)
  return problems.hasErrors ? { problems: problems.items } : { sheet, problems: problems.items }
}

/** Known keys in their own order (a unit follows what it is the unit of), unknown ones as remarks. */
function readInfo(form: SheetForm, sheet: PriceSheet, problems: ProblemList): void {
  const known: { key: string; name: string; text: string; written: string }[] = []
  for (const [key, value] of Object.entries(form.info)) {
    const name = key.replaceAll(/[\s:：]/g, '')
    const text = textOf(value)
    const written = typeof value === 'string' ? value.trim() : text
    if (FIELDS.has(name)) {
      if (text !== '') known.push({ key, name, text, written })
      continue
    }
    sheet.remarks.push({ key, value: written })
    problems.warn({ part: 'info', key }, 'unknown-key', { key })
  }
  known.sort((a, b) => (ORDER.get(a.name) ?? 0) - (ORDER.get(b.name) ?? 0))
  for (const { key, name, text, written } of known)
    FIELDS.get(name)?.read(text, sheet, new Reporter(problems, { part: 'info', key }), written)
}

/** The defaults of PRICING §4 for everything a sheet does not say. */
function emptySheet(): PriceSheet {
  return {
    number: null,
    name: null,
    use: 'sale',
    customer: null,
    tier: null,
    product: null,
    origin: null,
    effectiveFrom: null,
    effectiveTo: null,
    note: null,
    weight: {
      firstGrams: 1_000,
      stepGrams: 1_000,
      divisor: null,
      volumeCondition: { kind: 'larger' },
      pieces: 'total',
      preRounding: null,
      rounding: [{ upTo: null, rounding: { kind: 'none' } }],
      minimumGrams: 0,
      trustCarrier: false,
      gramsPerCubicMetre: null,
      minimumCm3: 0,
    },
    minimum: null,
    discountPpm: null,
    wipe: { to: 'fen', mode: 'half-up' },
    taxIncluded: true,
    taxPpm: null,
    columns: [],
    rows: [],
    zones: [],
    surcharges: [],
    tiers: [],
    remarks: [],
  }
}
