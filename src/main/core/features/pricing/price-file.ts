import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { buildZoneIndex } from '#shared/domain/rating/zone-index'
import { resolvePlaces } from './compiled-entry'
import type { SheetScope } from './pricing.repository'
import { tierOfWord } from './tier-words'

/** A problem of a price workbook. `code` is a catalogue and a key in it: `rating.problem.column-gap`. */
export interface PriceProblem {
  severity: 'error' | 'warning'
  code: string
  params: Readonly<Record<string, string>>
  /** Sheet of the workbook, '' if the file as a whole is meant. */
  sheet: string
  /** Cell such as B7, '' if none. */
  cell: string
}

/** A form with what is wrong with it by itself; `form` is null where there is not even a table of prices. */
export interface JudgedForm {
  /** Tells the price sheets of one workbook apart; '' where there is one only. */
  label: string
  form: SheetForm | null
  problems: readonly PriceProblem[]
  /** Sheet and cell of the value of a key of 报价信息. */
  cellOf(key: string): { sheet: string; cell: string }
}

/** A sheet read without error, ready to be stored. */
export interface ReadPriceSheet {
  sheet: PriceSheet
  scope: SheetScope
  name: string
  validFrom: string
  /** Where 生效日期 stands, for problems that come up while storing. */
  at: { sheet: string; cell: string }
}

/** Finds the account that 客户 names: by code, name or alias, as waybills are matched. */
export type AccountResolver = (text: string) => { id: number } | 'unknown' | 'ambiguous'

export interface ReadSource {
  /** Name of a sheet that gives none: the file's. */
  fallbackName: string
  resolveAccount: AccountResolver
  /** True if the sheet is to be approved at once: then a place in two zones is an error already (PRICING §1). */
  approve: boolean
}

/** A draft may still have these; it cannot be approved with them. */
const settledAtApproval: ReadonlySet<string> = new Set(['zones.place-in-two-zones', 'zones.place-in-two-rows'])

const isError = ({ severity }: PriceProblem) => severity === 'error'

/** A form that stands in no file, judged like one of a workbook. */
export function judgeForm(form: SheetForm): JudgedForm {
  const nowhere = { sheet: '', cell: '' }
  const own = parseSheetForm(form, { requireEffectiveFrom: true, resolvePlaces }).problems
  const problems = [
    ...own.map(({ severity, code, params }) => ({ severity, code: `rating.problem.${code}`, params, ...nowhere })),
    ...buildZoneIndex(form).problems.map(({ severity, code, params }) => ({
      severity,
      code: `zones.${code}`,
      params,
      ...nowhere,
    })),
  ]
  return { label: '', form, problems, cellOf: () => nowhere }
}

/** Turns a judged form into a sheet of this book, with every problem there is, not the first only. */
export function readPriceForm(
  judged: JudgedForm,
  source: ReadSource,
): { read: ReadPriceSheet | null; problems: PriceProblem[] } {
  const problems = judged.problems.map((problem) =>
    !source.approve && settledAtApproval.has(problem.code) ? { ...problem, severity: 'warning' as const } : problem,
  )
  const sheet = judged.form && parseSheetForm(judged.form).sheet
  if (!sheet) return { read: null, problems }
  const owner = ownerOf(sheet, judged, source, problems)
  if (problems.some(isError)) return { read: null, problems }
  const read = {
    sheet,
    scope: { usage: sheet.use, ...owner, product: sheet.product ?? '' },
    name: sheet.name ?? sheet.number ?? [source.fallbackName, judged.label].filter(Boolean).join('-'),
    validFrom: sheet.effectiveFrom ?? '',
    at: judged.cellOf('生效日期'),
  }
  return { read, problems }
}

function ownerOf(
  { customer, tier: tierWord }: PriceSheet,
  form: JudgedForm,
  { resolveAccount }: ReadSource,
  problems: PriceProblem[],
): Pick<SheetScope, 'accountId' | 'tier'> {
  const report = (code: string, key: string, params: Record<string, string> = {}) =>
    problems.push({ severity: 'error', code: `pricing.problem.${code}`, params, ...form.cellOf(key) })
  if (customer !== null && tierWord !== null) report('account-and-tier', '级别')
  const tier = tierWord === null ? null : tierOfWord(tierWord)
  if (tierWord !== null && tier === null) report('unknown-tier', '级别', { text: tierWord })
  if (customer === null) return { accountId: null, tier }
  const account = resolveAccount(customer)
  if (typeof account !== 'string') return { accountId: account.id, tier: null }
  report(`${account}-account`, '客户', { text: customer })
  return { accountId: null, tier: null }
}
