import { formatDecimal } from '../decimal'
import { formatUnitPrice } from '../money'
import { formatKilograms, parseKilograms } from '../weight'
import { formatConditions, parseConditions } from './condition'
import {
  readDate,
  readFen,
  readFigure,
  readInteger,
  readPercent,
  readUnits,
  readWord,
  Reporter,
  textOf,
  wordOf,
  YES_NO,
} from './form-value'
import type { PlaceResolver } from './place-resolver'
import type { Surcharge, SurchargeBase, SurchargeKind } from './price-sheet'
import type { ProblemList } from './problem'
import type { FormSurcharge, FormValue } from './sheet-form'

const KINDS: Readonly<Record<string, SurchargeKind>> = {
  固定: 'fixed',
  比例: 'rate',
  每公斤: 'per-kg',
  每件: 'per-piece',
}

const BASES: Readonly<Record<string, SurchargeBase>> = {
  声明价值: 'declared',
  代收货款: 'cod',
  折前运费: 'list-freight',
  折后运费: 'net-freight',
  计费重: 'chargeable-weight',
  实重: 'actual-weight',
  件数: 'pieces',
}

/** Which bases a kind can be reckoned on; a fixed fee only asks whether there is any. */
const ALLOWED: Readonly<Record<SurchargeKind, readonly SurchargeBase[]>> = {
  fixed: Object.values(BASES),
  rate: ['declared', 'cod', 'list-freight', 'net-freight'],
  'per-kg': ['chargeable-weight', 'actual-weight'],
  'per-piece': ['pieces'],
}

const BASIS_READER: Readonly<Record<SurchargeBase, (text: string, report: Reporter) => number | null>> = {
  declared: readFen,
  cod: readFen,
  'list-freight': readFen,
  'net-freight': readFen,
  'chargeable-weight': (text, report) => readFigure(text, parseKilograms, report),
  'actual-weight': (text, report) => readFigure(text, parseKilograms, report),
  pieces: readInteger,
}

const BASIS_FORMAT: Readonly<Record<SurchargeBase, (value: number) => string>> = {
  declared: trimFen,
  cod: trimFen,
  'list-freight': trimFen,
  'net-freight': trimFen,
  'chargeable-weight': formatKilograms,
  'actual-weight': formatKilograms,
  pieces: String,
}

const EVERYWHERE = new Set(['', '*', '全国'])

/** Reads the rows of 附加费. A row with an error is left out of the result. */
export function parseSurcharges(
  rows: readonly FormSurcharge[],
  problems: ProblemList,
  resolve: PlaceResolver | undefined,
): Surcharge[] {
  const read = rows.map((row, index) => parseSurcharge(row, index, problems, resolve))
  checkDuplicates(read, problems)
  return read.filter((surcharge) => surcharge !== null)
}

function parseSurcharge(
  row: FormSurcharge,
  index: number,
  problems: ProblemList,
  resolve: PlaceResolver | undefined,
): Surcharge | null {
  const at = (field: keyof FormSurcharge): Reporter => new Reporter(problems, { part: 'surcharges', row: index, field })
  const before = problems.items.length
  const item = row.item.trim()
  if (item === '') at('item').error('item-missing')
  const kind = readWord(textOf(row.kind), KINDS, at('kind'))
  const base = kind && readBase(row, kind, item, at('base'))
  const value = kind && readValue(row.value, kind, at('value'))
  const optional = <T>(field: 'min' | 'max' | 'from' | 'to', read: (text: string, report: Reporter) => T): T | null =>
    textOf(row[field]) === '' ? null : read(textOf(row[field]), at(field))
  const basis = (field: 'free' | 'floor'): number => {
    const text = textOf(row[field])
    if (text === '') return 0
    if (!base) return at(field).error('base-mismatch', { item }) ?? 0
    return BASIS_READER[base](text, at(field)) ?? 0
  }
  const minimumUnits = optional('min', readUnits)
  const maximumUnits = optional('max', readUnits)
  if (minimumUnits !== null && maximumUnits !== null && minimumUnits > maximumUnits)
    at('min').error('minimum-above-maximum', { item })
  const from = optional('from', readDate)
  const to = optional('to', readDate)
  if (from !== null && to !== null && from > to) at('to').error('date-order', { from, to })
  const conditions = parseConditions(row.condition ?? '')
  if (!conditions) at('condition').error('condition-unreadable', { text: row.condition ?? '' })
  const discounted = textOf(row.discounted) === '' ? false : readWord(textOf(row.discounted), YES_NO, at('discounted'))
  const surcharge = {
    item,
    kind: kind ?? 'fixed',
    value: value ?? 0,
    base: base ?? null,
    minimumUnits,
    maximumUnits,
    free: basis('free'),
    floor: basis('floor'),
    places: readPlaces(row.places, at('places'), resolve),
    from,
    to,
    conditions: conditions ?? [],
    discounted: discounted ?? false,
  }
  return problems.items.slice(before).some((problem) => problem.severity === 'error') ? null : surcharge
}

function readBase(row: FormSurcharge, kind: SurchargeKind, item: string, report: Reporter): SurchargeBase | null {
  const text = textOf(row.base)
  if (text === '') return defaultBase(kind, item)
  const base = readWord(text, BASES, report)
  if (!base) return null
  return ALLOWED[kind].includes(base) ? base : report.error('base-mismatch', { item })
}

/** An empty 基数 of a 比例 row is 声明价值 for 保价, 代收货款 for 代收, otherwise 折后运费 (PRICING §4). */
function defaultBase(kind: SurchargeKind, item: string): SurchargeBase | null {
  if (kind === 'fixed') return null
  if (kind === 'per-kg') return 'chargeable-weight'
  if (kind === 'per-piece') return 'pieces'
  if (item.includes('保价')) return 'declared'
  return item.includes('代收') ? 'cod' : 'net-freight'
}

function readValue(value: FormValue, kind: SurchargeKind, report: Reporter): number | null {
  return kind === 'rate' ? readPercent(textOf(value), report) : readUnits(textOf(value), report)
}

function readPlaces(
  places: FormSurcharge['places'],
  report: Reporter,
  resolve: PlaceResolver | undefined,
): string | null {
  const text = (typeof places === 'string' || places === undefined ? (places ?? '') : places.join('、')).trim()
  if (EVERYWHERE.has(text)) return null
  for (const name of resolve?.(text).unknown ?? []) report.error('place-unknown', { place: name })
  return text
}

/** Two rows of one item for the same places and days, both without condition: only one could ever be charged. */
function checkDuplicates(read: readonly (Surcharge | null)[], problems: ProblemList): void {
  for (const [index, surcharge] of read.entries()) {
    if (!surcharge || surcharge.conditions.length > 0) continue
    const twin = read
      .slice(0, index)
      .some(
        (other) =>
          other !== null &&
          other.item === surcharge.item &&
          other.places === surcharge.places &&
          other.conditions.length === 0 &&
          (other.to ?? '9999-12-31') >= (surcharge.from ?? '') &&
          (surcharge.to ?? '9999-12-31') >= (other.from ?? ''),
      )
    if (twin)
      problems.error({ part: 'surcharges', row: index, field: 'item' }, 'surcharge-duplicate', { item: surcharge.item })
  }
}

/** The canonical row; absent fields are left out. */
export function formatSurcharge(surcharge: Surcharge): FormSurcharge {
  const { base, kind } = surcharge
  const row: FormSurcharge = {
    item: surcharge.item,
    kind: wordOf(kind, KINDS),
    value: kind === 'rate' ? { percent: formatDecimal(surcharge.value, 4) } : formatUnitPrice(surcharge.value),
  }
  if (base !== null) row.base = wordOf(base, BASES)
  if (surcharge.minimumUnits !== null) row.min = formatUnitPrice(surcharge.minimumUnits)
  if (surcharge.maximumUnits !== null) row.max = formatUnitPrice(surcharge.maximumUnits)
  if (base !== null && surcharge.free > 0) row.free = BASIS_FORMAT[base](surcharge.free)
  if (base !== null && surcharge.floor > 0) row.floor = BASIS_FORMAT[base](surcharge.floor)
  if (surcharge.places !== null) row.places = surcharge.places
  if (surcharge.from !== null) row.from = surcharge.from
  if (surcharge.to !== null) row.to = surcharge.to
  if (surcharge.conditions.length > 0) row.condition = formatConditions(surcharge.conditions)
  if (surcharge.discounted) row.discounted = '是'
  return row
}

function trimFen(fen: number): string {
  return formatDecimal(fen, 2)
}
