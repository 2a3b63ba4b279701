import { checkTables } from '#shared/domain/price-editing/check-tables'
import { formOfTables, type SheetTables } from '#shared/domain/price-editing/sheet-tables'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { FormValue, SheetForm } from '#shared/domain/rating/sheet-form'
import type { AccountResolver } from './price-file'
import type { SheetScope } from './pricing.repository'
import type { DraftRow } from './sheet-editor.repository'
import { tierOfWord } from './tier-words'

/** A problem that only the book knows of, at a key of 报价信息. */
export interface BookProblem {
  severity: 'error' | 'warning'
  code: string
  params: Record<string, string>
  key: string
}

/** Tables as they are stored, with everything that is wrong with them. */
export interface JudgedDraft {
  row: Omit<DraftRow, 'version'>
  problems: BookProblem[]
  errors: number
}

/** A draft must be called something; 报价名称 is missed as an error. */
const NAMELESS = '未命名报价'

/**
 * What a draft row is to hold for tables as they are written. With an error the row keeps the tables themselves, and
 * its sheet has the readable part of 报价信息 and prices nothing, so that nobody can be priced with half a sheet.
 */
export function judgeTables(tables: SheetTables, today: string, resolveAccount: AccountResolver): JudgedDraft {
  const checked = checkTables(tables)
  const { form } = formOfTables(tables)
  const sheet = checked.sheet ?? pricelessSheet(form)
  const { owner, problems } = ownerOf(sheet, resolveAccount)
  const errors = [...checked.problems, ...problems].filter(({ severity }) => severity === 'error').length
  const whole = errors === 0
  return {
    row: {
      usage: sheet.use,
      ...owner,
      product: sheet.product ?? '',
      code: sheet.number ?? '',
      name: sheet.name ?? sheet.number ?? NAMELESS,
      validFrom: sheet.effectiveFrom ?? today,
      validTo: sheet.effectiveFrom === null ? null : sheet.effectiveTo,
      sheet: JSON.stringify(whole ? sheet : { ...sheet, ...PRICELESS_TABLE }),
      form: whole ? null : JSON.stringify(tables),
      zones: new Set((form.zones ?? []).map(({ zone }) => zone.trim())).size || form.rows.length,
    },
    problems,
    errors,
  }
}

const PRICELESS_TABLE: Pick<PriceSheet, 'columns' | 'rows' | 'zones' | 'surcharges' | 'tiers'> = {
  columns: [{ unit: 'kg', from: 0, to: null, first: null, step: null }],
  rows: [{ key: '*', cells: [{ kind: 'not-served' }] }],
  zones: [],
  surcharges: [],
  tiers: [],
}

/** A sheet of what can be read of 报价信息. */
function pricelessSheet({ info }: SheetForm): PriceSheet {
  const bare = (values: Record<string, FormValue>): SheetForm => ({
    info: values,
    columns: ['0以上'],
    rows: [{ key: '*', cells: ['-'] }],
  })
  const readable: Record<string, FormValue> = { ...info }
  for (const { severity, where } of parseSheetForm(bare(info)).problems)
    if (severity === 'error' && where.key !== undefined) delete readable[where.key]
  const sheet = parseSheetForm(bare(readable)).sheet ?? parseSheetForm(bare({})).sheet
  if (!sheet) throw new Error('a sheet without any entry cannot be read')
  return sheet
}

function ownerOf(
  { customer, tier: word, name, number }: PriceSheet,
  resolveAccount: AccountResolver,
): { owner: Pick<SheetScope, 'accountId' | 'tier'>; problems: BookProblem[] } {
  const problems: BookProblem[] = []
  const report = (code: string, key: string, params: Record<string, string> = {}) =>
    problems.push({ severity: 'error', code: `pricing.problem.${code}`, params, key })
  if (name === null && number === null) report('name-missing', '报价名称')
  const tier = word === null ? null : tierOfWord(word)
  if (word !== null && tier === null) report('unknown-tier', '级别', { text: word })
  if (customer === null) return { owner: { accountId: null, tier }, problems }
  if (word !== null) report('account-and-tier', '级别')
  const account = resolveAccount(customer)
  if (typeof account !== 'string') return { owner: { accountId: account.id, tier: null }, problems }
  report(`${account}-account`, '客户', { text: customer })
  return { owner: { accountId: null, tier: null }, problems }
}
