import type { SavedDraft } from '#shared/contract/price-editor'
import type { Locale } from '#shared/i18n/index'
import { compareSheets } from '#shared/domain/price-editing/compare-sheets'
import { emptyTables, type SheetTables } from '#shared/domain/price-editing/sheet-tables'
import { tableChanges } from '#shared/domain/price-editing/table-changes'
import { applyMassChange, type MassChange } from '#shared/domain/rating/mass-change'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { FieldChange } from '../../db/book'
import { Refused } from '../../refused'
import type { Kernel } from '../../kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import { writeComparison } from './comparison-export'
import type { AccountResolver } from './price-file'
import { insertSheet, nextVersion, storedSheet, type StoredSheet } from './pricing.repository'
import { auditOf } from './sheet-approval'
import { type BookProblem, judgeTables, type JudgedDraft } from './sheet-draft'
import * as repository from './sheet-editor.repository'
import { assertEditable } from './sheet-stage'
import { sheetTables } from './sheet-view'

export type SheetEditorService = ReturnType<typeof createSheetEditorService>

/** Writing price sheets: drafts only, kept even with errors, every changed cell in the audit trail. */
export function createSheetEditorService(kernel: Kernel) {
  const { db, book, lease } = kernel

  function stored(id: number): StoredSheet & { form: string | null; hlc: string } {
    const sheet = storedSheet(db, id)
    const state = repository.draftState(db, id)
    if (!sheet || !state || sheet.deletedAt !== null) throw new Refused('not-found', { what: 'price-sheet' })
    return { ...sheet, ...state }
  }

  /** @throws Refused `sheet-has-errors` for a draft that is not whole */
  function whole(id: number): { row: StoredSheet; sheet: PriceSheet } {
    const row = stored(id)
    if (row.form !== null)
      throw new Refused('sheet-has-errors', { count: judge(tablesOf(row)).errors, first: row.name })
    return { row, sheet: JSON.parse(row.sheet) as PriceSheet }
  }

  const judge = (tables: SheetTables): JudgedDraft => judgeTables(tables, book.today(), accountResolver(kernel))

  function create(judged: JudgedDraft, changes: FieldChange[], hlc: string) {
    const { name, usage } = judged.row
    const version = nextVersion(db, name, usage)
    const row = { ...judged.row, version }
    const at = book.now()
    const id = insertSheet(db, { ...row, uid: book.uid(), competitor: '', batchId: null, at, hlc })
    if (row.form !== null) repository.saveDraftRow(db, id, row, { at, hlc })
    const { errors, problems } = judged
    const result: SavedDraft = { id, name, version, token: hlc, errors, problems }
    return { result, audit: auditOf(stored(id), 'create', changes) }
  }

  return {
    written(id: number) {
      const row = stored(id)
      const tables = named(tablesOf(row), row.name)
      const { errors, problems } = row.form === null ? { errors: 0, problems: [] as BookProblem[] } : judge(tables)
      return {
        id,
        name: row.name,
        version: row.version,
        token: row.hlc,
        errors,
        problems,
        tables,
        editable: row.status === 'draft' && row.stage !== 'submitted',
        accountId: row.accountId,
        tier: row.tier,
      }
    },
    createDraft: (tables: SheetTables, from: number | null): Promise<SavedDraft> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = from === null ? emptyTables() : tablesOf(stored(from))
          const judged = judge(tables)
          return create(judged, fieldChanges(before, tablesOf(judged.row)), hlc)
        }),
      ),
    /** @throws Refused `sheet-frozen`, `sheet-submitted`, `changed-meanwhile` */
    saveDraft: (id: number, token: string, tables: SheetTables): Promise<SavedDraft> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = stored(id)
          assertEditable(before)
          if (before.hlc !== token) throw new Refused('changed-meanwhile')
          const { row, problems, errors } = judge(tables)
          const changes = fieldChanges(tablesOf(before), tablesOf(row))
          // A version counts under its name: renamed, it is the next one there.
          const renamed = row.name !== before.name || row.usage !== before.usage
          const version = renamed ? nextVersion(db, row.name, row.usage) : before.version
          const saved = { id, name: row.name, version, token: hlc, errors, problems }
          if (changes.length === 0) return { result: { ...saved, token: before.hlc }, audit: null }
          repository.saveDraftRow(db, id, { ...row, version }, { at: book.now(), hlc })
          return { result: saved, audit: auditOf(stored(id), 'update', changes) }
        }),
      ),
    /** @throws Refused `sheet-has-errors`; `invalid-input` where a price would fall below nothing */
    createMassChange: (id: number, change: MassChange, validFrom: string): Promise<SavedDraft & { changed: number }> =>
      lease.run(() =>
        book.write((hlc) => {
          const { row: source, sheet } = whole(id)
          const { sheet: priced, changes, gaps } = applyMassChange(sheet, change)
          if (changes.length === 0 || gaps.some(({ reason }) => reason === 'negative'))
            throw new Refused('invalid-input', {}, 'change')
          const name = sheet.name ?? source.name
          const dated = { ...priced, name, effectiveFrom: validFrom, effectiveTo: null }
          const audited = changes
            .filter(({ follows }) => !follows)
            .map(({ key, bracket, before, after }) => ({ field: `价格 ${key} / ${bracket}`, old: before, new: after }))
          const { result, audit } = create(judge(sheetTables(dated)), audited, hlc)
          return { result: { ...result, changed: changes.length }, audit }
        }),
      ),
    exportComparison(before: number, after: number, onlyDifferences: boolean, locale: Locale) {
      const [old, now] = [whole(before), whole(after)]
      const comparison = compareSheets(old.sheet, now.sheet)
      return writeComparison(kernel, { before: old.row, after: now.row, comparison, onlyDifferences }, locale)
    },
  }
}

/** The tables of a row: as typed where there are errors, otherwise in the sheet's own notation. */
function tablesOf({ form, sheet }: { form: string | null; sheet: string }): SheetTables {
  return form === null ? sheetTables(JSON.parse(sheet) as PriceSheet) : (JSON.parse(form) as SheetTables)
}

/** A workbook without 报价名称 was stored under the name of its file: written again, it says so. */
function named(tables: SheetTables, name: string): SheetTables {
  const has = tables.info.some(({ key, value }) => (key === '报价名称' || key === '报价编号') && value.trim() !== '')
  return has
    ? tables
    : { ...tables, info: [{ key: '报价名称', value: name }, ...tables.info.filter(({ key }) => key !== '报价名称')] }
}

function fieldChanges(before: SheetTables, after: SheetTables): FieldChange[] {
  return tableChanges(before, after).map(({ place, before: old, after: now }) => ({ field: place, old, new: now }))
}

/** Customers by code, name or alias, as waybills are matched. */
function accountResolver({ db }: Kernel): AccountResolver {
  return (text) => {
    const match = loadMatcher(db).match(text, '', text)
    if (match.kind === 'found') return { id: match.accountId }
    return match.kind === 'ambiguous' ? 'ambiguous' : 'unknown'
  }
}
