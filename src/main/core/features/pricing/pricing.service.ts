import type { QuoteInput } from '#shared/contract/pricing'
import type { Locale } from '#shared/i18n/index'
import { formOfTables, type SheetTables } from '#shared/domain/price-editing/sheet-tables'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { roundingExamples } from '#shared/domain/rating/rounding-examples'
import type { SheetForm } from '#shared/domain/rating/sheet-form'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import {
  type AccountResolver,
  judgeForm,
  type JudgedForm,
  type PriceProblem,
  readPriceForm,
  type ReadPriceSheet,
  type ReadSource,
} from './price-file'
import { overlapProblems, storeSheets, type StoredVersion } from './price-import'
import { readPriceWorkbookFile, writePriceSheetFile } from './price-workbook-file'
import * as repository from './pricing.repository'
import * as sheetList from './sheet-list.repository'
import { exportSheetList, type SheetQuery } from './sheet-list-export'
import { quoteShipment } from './quote'
import { type Approver, approveSheet, auditOf, settleEnds } from './sheet-approval'
import { assertUnlocked } from './sheet-stage'
import { draftState } from './sheet-editor.repository'
import { exportName, sheetTables, sheetWarnings } from './sheet-view'

export interface PriceImportOptions {
  /** Name to show and to take for a sheet without 报价名称; the ticketed path has a random one. */
  fileName: string
  /** Put in force at once. The caller has checked `pricing.approve`. */
  approve: boolean
  batchId: number | null
  resolveAccount: AccountResolver
}

export type ReadOptions = Omit<PriceImportOptions, 'batchId'>

export interface PriceImport {
  sheets: StoredVersion[]
  problems: PriceProblem[]
}

/** A price file as read and judged; nothing of it is in the book yet. */
export interface ReadPrices {
  sheets: ReadPriceSheet[]
  problems: PriceProblem[]
}

export type PricingService = ReturnType<typeof createPricingService>

export function createPricingService(kernel: WorkerKernel) {
  const { db, book, lease, files } = kernel

  function stored(id: number): repository.StoredSheet {
    const sheet = repository.storedSheet(db, id)
    if (!sheet) throw new Refused('not-found', { what: 'price-sheet' })
    return sheet
  }

  const stamp = (hlc: string) => ({ at: book.now(), by: book.actor, hlc })

  /** Reads and judges a price workbook. With any error no sheet comes back. */
  async function read(path: string, options: ReadOptions): Promise<ReadPrices> {
    const forms = await readPriceWorkbookFile(path)
    return judge(forms, { ...options, fallbackName: options.fileName.replace(/\.[^.]+$/, '') })
  }

  function judge(forms: readonly JudgedForm[], source: ReadSource): ReadPrices {
    const answers = forms.map((form) => readPriceForm(form, source))
    const sheets = answers.flatMap(({ read: sheet }) => (sheet ? [sheet] : []))
    return judged({ sheets, problems: answers.flatMap(({ problems }) => problems) }, source.approve)
  }

  /** Adds what only the book knows; with any error no sheet is left. */
  function judged({ sheets, problems }: ReadPrices, approve: boolean): ReadPrices {
    const all = approve ? [...problems, ...overlapProblems(db, sheets)] : problems
    return { sheets: all.some(({ severity }) => severity === 'error') ? [] : sheets, problems: all }
  }

  /** Stores what was read, inside the caller's write; the caller's audit entry stands beside those returned. */
  function store(read: ReadPrices, options: { approve: boolean; batchId: number | null }, hlc: string) {
    return storeSheets(db, book, read.sheets, options, stamp(hlc))
  }

  /** Reads and stores in one go, each sheet with its audit entries. */
  async function importRead(
    read: ReadPrices,
    options: { approve: boolean; batchId: number | null },
  ): Promise<PriceImport> {
    const sheets = await lease.run(() =>
      book.write((hlc) => {
        const { stored: versions, audit } = store(read, options, hlc)
        return { result: versions, audit }
      }),
    )
    return { sheets, problems: read.problems }
  }

  function setDeleted(id: number, deleted: boolean): Promise<void> {
    return lease.run(() =>
      book.write((hlc) => {
        const sheet = stored(id)
        assertUnlocked(sheet)
        if ((sheet.deletedAt !== null) === deleted) return { result: undefined, audit: null }
        const at = book.now()
        repository.setDeleted(db, id, deleted ? at : null, at, hlc)
        return { result: undefined, audit: auditOf(sheet, deleted ? 'delete' : 'restore', []) }
      }),
    )
  }

  return {
    list: (input: Omit<sheetList.SheetPage, 'today'>) => sheetList.sheetPage(db, { ...input, today: book.today() }),
    exportList: (query: SheetQuery, locale: Locale) => exportSheetList(kernel, query, locale),
    get(id: number, locale: Locale) {
      const today = book.today()
      const row = sheetList.sheetRow(db, id, today)
      if (!row) throw new Refused('not-found', { what: 'price-sheet' })
      const sheet = JSON.parse(stored(id).sheet) as PriceSheet
      const form = draftState(db, id)?.form ?? null
      return {
        ...row,
        tables: form === null ? sheetTables(sheet) : (JSON.parse(form) as SheetTables),
        warnings: sheetWarnings(sheet, locale),
        roundingExamples: roundingExamples(sheet),
        versions: sheetList.sheetVersions(db, row.name, row.usage, today),
      }
    },
    /** Puts drafts in force, all or none. @throws Refused `not-found`, `sheet-overlap`, `sheet-has-errors` */
    approve: (ids: number[], approver?: Approver) =>
      lease.run(() =>
        book.write((hlc) => {
          const drafts = [...new Set(ids)].map(stored)
          if (drafts.some(({ deletedAt }) => deletedAt !== null))
            throw new Refused('not-found', { what: 'price-sheet' })
          const answers = drafts
            .filter(({ status }) => status === 'draft')
            .map((draft) => approveSheet(db, draft, stamp(hlc), approver))
          const closed = answers.flatMap((answer) => answer.closed)
          return {
            result: {
              approved: drafts.map(({ id }) => id),
              closed: closed.map(({ id, name, validTo }) => ({ id, name, validTo })),
            },
            audit: answers.flatMap((answer) => answer.audit),
          }
        }),
      ),
    /** @throws Refused `sheet-frozen` for an approved version */
    remove: (id: number) => setDeleted(id, true),
    restore: (id: number) => setDeleted(id, false),
    async export(id: number) {
      const sheet = stored(id)
      const name = exportName(sheet)
      const path = files.newPath(name)
      const form = draftState(db, id)?.form ?? null
      await writePriceSheetFile(
        path,
        form === null
          ? formatSheetForm(JSON.parse(sheet.sheet) as PriceSheet)
          : formOfTables(JSON.parse(form) as SheetTables).form,
      )
      return files.made(path, name)
    },
    quote: (input: QuoteInput) => quoteShipment(db, input),
    choices: () => ({ products: repository.products(db) }),
    readPriceFile: read,
    storePrices: store,
    /** What an import would store, by name and next version. */
    plannedVersions: ({ sheets }: ReadPrices): StoredVersion[] =>
      sheets.map(({ name, scope }) => ({ id: null, name, version: repository.nextVersion(db, name, scope.usage) })),
    /** Reads a workbook and stores its sheet; with any error nothing is stored and the problems say where. */
    async importPriceWorkbook(path: string, options: PriceImportOptions): Promise<PriceImport> {
      return importRead(await read(path, options), options)
    },
    /** Stores forms that are already in hand (the demonstration book). */
    async importForms(
      forms: readonly SheetForm[],
      options: Pick<PriceImportOptions, 'approve' | 'resolveAccount'>,
    ): Promise<PriceImport> {
      const read = judge(forms.map(judgeForm), { ...options, fallbackName: '' })
      return importRead(read, { ...options, batchId: null })
    },
    /** A sheet as stored, whatever its state. @throws Refused `not-found` */
    stored,
    /** Takes sheets of an unfinished load away for good, inside the caller's write. */
    discard: (ids: readonly number[]) => repository.deleteSheets(db, ids),
    sheetsOfBatch: (batchId: number) =>
      repository.sheetsOfBatch(db, batchId).map(({ id, name, version }) => ({ id, name, version })),
    /**
     * Takes the sheets of an undone import out of the book, inside the caller's write, and opens again what they had
     * closed. `dependents` counts the waybills priced with a sheet.
     *
     * @throws Refused `import-has-dependents`
     */
    removeImportedSheets(batchId: number, dependents: (sheetId: number) => number, hlc: string) {
      const sheets = repository.sheetsOfBatch(db, batchId)
      const count = sheets.reduce((sum, { id }) => sum + dependents(id), 0)
      if (count > 0) throw new Refused('import-has-dependents', { count })
      const now = stamp(hlc)
      for (const { id } of sheets) repository.setDeleted(db, id, now.at, now.at, hlc)
      const reopened = sheets.flatMap((sheet) => settleEnds(db, sheet, now).audit)
      return { audit: [...sheets.map((sheet) => auditOf(sheet, 'delete', [])), ...reopened] }
    },
  }
}
