import type { Message } from '#shared/contract/base'
import { addMonths, daysBetween, lastDayOf } from '#shared/domain/months'
import type { AccountFacts, Sums } from './insight.repository'

export type Severity = 'info' | 'warning' | 'danger'

/** What is worth knowing about a customer: a code with the figures it rests on. Its words are made on the screen. */
export interface Alert extends Message {
  severity: Severity
}

/** A sheet and why it applies: own, parent group's, tier's, or the branch's general one (PRICING §1 step 1). */
export interface PricedBy {
  level: SheetLevel
  name: string
  validFrom: string
  validTo: string | null
}

export const sheetLevels = ['account', 'group', 'tier', 'general'] as const
export type SheetLevel = (typeof sheetLevels)[number]

export type MonthSums = Sums & { month: string }

export interface AlertFacts {
  account: AccountFacts
  month: string
  /** The account's months up to `month`, in order; months without shipments may be missing. */
  months: readonly MonthSums[]
  /** How the other accounts together did in `month` against their mean of the three months before; 1 if nobody knows. */
  season: number
  lastShippedOn: string | null
  /** The day up to which waybills are in the book, at most the month's last. */
  dataDay: string
  /** The day validities are judged on. */
  today: string
  /** Approved sheets that can price this account, whatever their dates. */
  sheets: readonly PricedBy[]
  /** His contracts; absent: the book holds none, or nobody asked for them. */
  contract?: ContractFacts | undefined
}

/** The contract that holds longest, else the last that ended; all null: none was signed. */
export interface ContractFacts {
  number: string | null
  /** Null: open end, or none. */
  endsOn: string | null
  daysLeft: number | null
  /** It prolongs itself or is followed by another: its end is no news. */
  goesOn: boolean
}

/** DOMAIN C3: −20 % is worth a note, −40 % a warning, −70 % serious. Growth is worth a note from 30 % on. */
const declines: readonly { change: number; severity: Severity }[] = [
  { change: -0.7, severity: 'danger' },
  { change: -0.4, severity: 'warning' },
  { change: -0.2, severity: 'info' },
]
const growth = 0.3
/** A month is compared once a third of it is there; earlier it says nothing. */
const comparableDays = 10
const silentDays = 7
const expiringDays = 30
const contractNoteDays = 90
/** Who has not shipped for this many months has left; that is no news any more. */
const goneMonths = 6

/** All alerts of an account in a month, the most serious first. */
export function alertsOf(facts: AlertFacts): Alert[] {
  const alerts = [
    ...lossAlerts(facts),
    ...trendAlerts(facts),
    ...silenceAlerts(facts),
    ...priceAlerts(facts),
    ...contractAlerts(facts),
    ...gapAlerts(facts),
  ]
  return alerts.toSorted((a, b) => weight[b.severity] - weight[a.severity])
}

const weight: Readonly<Record<Severity, number>> = { danger: 2, warning: 1, info: 0 }

const current = ({ months, month }: AlertFacts) => months.find((row) => row.month === month)

function lossAlerts(facts: AlertFacts): Alert[] {
  const figures = current(facts)
  if (!figures || figures.uncosted === figures.tickets || figures.marginFen >= 0) return []
  const { marginFen, revenueFen, costFen } = figures
  return [
    {
      code: 'alert-loss',
      severity: 'danger',
      params: { month: facts.month, lossFen: -marginFen, revenueFen, costFen },
    },
  ]
}

/**
 * The month against the mean of the three before it. Where the month is still running, against the part of that mean
 * that its days make up. A fall or rise that all others share (春节, 618, 双11) is no news about this one, so it is
 * taken out before judging. Tickets stand in for revenue where some of the four months are not fully rated.
 */
function trendAlerts(facts: AlertFacts): Alert[] {
  const before = [1, 2, 3].map((back) => facts.months.find((row) => row.month === addMonths(facts.month, -back)))
  if (before.some((row) => row === undefined || row.tickets === 0)) return []
  const days = Number(facts.dataDay.slice(8))
  const monthDays = Number(lastDayOf(facts.month).slice(8))
  if (days < comparableDays || !facts.dataDay.startsWith(facts.month)) return []

  const figures = current(facts)
  const unrated = [figures, ...before].some((row) => (row?.unrated ?? 0) > 0)
  const value = (row: MonthSums | undefined) => (unrated ? row?.tickets : row?.revenueFen) ?? 0
  const mean = Math.round((before.reduce((sum, row) => sum + value(row), 0) / 3) * (days / monthDays))
  if (mean <= 0) return []
  const now = value(figures)
  const change = changeOf(now, mean)
  const own = changeOf(now, mean * facts.season)
  const params = { month: facts.month, days, changeShare: Math.abs(change) }
  const figuresOf: Message['params'] = unrated
    ? { tickets: now, meanTickets: mean }
    : { revenueFen: now, meanFen: mean }
  const suffix = unrated ? '-tickets' : ''
  // Only what is true on the face of the figures and after taking out the season is told.
  const judged = change < 0 ? Math.max(change, Math.min(own, 0)) : Math.min(change, Math.max(own, 0))
  const alert = (code: string, severity: Severity): Alert[] => [
    { code: `${code}${suffix}`, severity, params: { ...params, ...figuresOf } },
  ]
  if (judged >= growth) return alert('alert-growing', 'info')
  const decline = declines.find((step) => judged <= step.change)
  return decline ? alert('alert-declining', decline.severity) : []
}

/** Relative change to four decimals, so that exactly −20 % is −20 %. */
function changeOf(value: number, base: number): number {
  return base > 0 ? Math.round((value / base - 1) * 10_000) / 10_000 : 0
}

/** Silence is measured by the customer's own rhythm: three times the usual gap between tickets, but never under a week. */
function silenceAlerts(facts: AlertFacts): Alert[] {
  const { account, lastShippedOn, dataDay } = facts
  if (lastShippedOn === null || account.lifecycle === 'lost' || account.lifecycle === 'paused') return []
  if (lastShippedOn.slice(0, 7) < addMonths(facts.month, -goneMonths)) return []
  const days = daysBetween(lastShippedOn, dataDay)
  const active = facts.months.filter((row) => row.month <= lastShippedOn.slice(0, 7)).slice(-3)
  const tickets = active.reduce((sum, row) => sum + row.tickets, 0)
  const gap = tickets > 0 ? (active.length * 30) / tickets : silentDays
  const limit = Math.max(silentDays, Math.ceil(gap * 3))
  if (days < limit) return []
  const severity = days >= limit * 3 ? 'danger' : 'warning'
  return [{ code: 'alert-silent', severity, params: { days, lastShippedOn, dataDay } }]
}

/** The level in force prices the account, so its newest validity is what counts; an own sheet that ran out is told too. */
function priceAlerts({ account, sheets, today }: AlertFacts): Alert[] {
  if (account.lifecycle === 'lost' || account.lifecycle === 'paused') return []
  const inForce = (sheet: PricedBy) => sheet.validFrom <= today && !isOver(sheet, today)
  const level = sheetLevels.find((one) => sheets.some((sheet) => sheet.level === one && inForce(sheet)))
  if (level === undefined) return [{ code: 'alert-no-price', severity: 'danger', params: {} }]

  const own = newestOf(sheets.filter((sheet) => sheet.level === 'account'))
  if (own?.validTo && level !== 'account' && isOver(own, today)) {
    const params = { sheet: own.name, validTo: own.validTo, level }
    return [{ code: 'alert-price-expired', severity: 'warning', params }]
  }
  const newest = newestOf(sheets.filter((sheet) => sheet.level === level))
  if (!newest?.validTo) return []
  const days = daysBetween(today, newest.validTo)
  if (days > expiringDays) return []
  const params = { sheet: newest.name, validTo: newest.validTo, days, level }
  return [{ code: 'alert-price-expiring', severity: 'warning', params }]
}

/** An end within 90 days is worth a note, within 30 a warning; so is one that passed. Who has none is only noted. */
function contractAlerts({ account, contract }: AlertFacts): Alert[] {
  if (!contract || contract.goesOn || account.lifecycle === 'lost' || account.lifecycle === 'paused') return []
  const { number, endsOn, daysLeft } = contract
  if (number === null) return [{ code: 'alert-no-contract', severity: 'info', params: {} }]
  if (endsOn === null || daysLeft === null || daysLeft > contractNoteDays) return []
  if (daysLeft < 0) return [{ code: 'alert-contract-expired', severity: 'warning', params: { number, endsOn } }]
  const severity = daysLeft <= expiringDays ? 'warning' : 'info'
  return [{ code: 'alert-contract-expiring', severity, params: { number, endsOn, days: daysLeft } }]
}

function isOver(sheet: PricedBy, today: string): boolean {
  return sheet.validTo !== null && sheet.validTo < today
}

/** The sheet whose validity ends last; one without end outlives all. */
function newestOf(sheets: readonly PricedBy[]): PricedBy | undefined {
  const end = (sheet: PricedBy) => sheet.validTo ?? '9999-12-31'
  return sheets.toSorted((a, b) => end(a).localeCompare(end(b))).at(-1)
}

function gapAlerts(facts: AlertFacts): Alert[] {
  const figures = current(facts)
  const { month } = facts
  const alerts: Alert[] = []
  if (figures && figures.unrated > 0) {
    alerts.push({ code: 'alert-unrated', severity: 'warning', params: { month, tickets: figures.unrated } })
  }
  if (figures && figures.uncosted > 0) {
    alerts.push({ code: 'alert-uncosted', severity: 'info', params: { month, tickets: figures.uncosted } })
  }
  return alerts
}
