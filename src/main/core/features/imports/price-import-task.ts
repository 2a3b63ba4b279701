import type { Inspection, Preview } from '#shared/contract/imports'
import { readWorkbook } from '../../excel/read-workbook'
import { refusingBadWorkbooks } from '../../excel/refuse-workbook'
import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import type { AccountMatcher } from '../accounts/account-matcher'
import { loadMatcher } from '../accounts/account-matching.service'
import type { AccountResolver, PriceProblem } from '../pricing/price-file'
import { createPricingService } from '../pricing/pricing.service'
import { inBatch } from './batch-life'
import { type ImportInput, ImportTally } from './import-run'
import * as repository from './imports.repository'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import { describeProblems, problemText } from './problem-words'

/** A price workbook has a form of its own: there is nothing to map, only its sheets to show. */
export function inspectPrices(path: string, name: string): Promise<Inspection> {
  return readWorkbook({ path, name }, (workbook) => {
    const sheets = workbook.sheets.map(({ name: sheet, hidden, estimatedRows }) => ({
      name: sheet,
      hidden,
      rows: estimatedRows ?? null,
      fit: hidden ? 0 : 1,
    }))
    const [first] = sheets
    if (!first) throw new Refused('file-empty', { file: name })
    const nothing = { headerRow: null, columns: [], mapping: {}, ambiguous: [], remembered: false, missing: [] }
    return { sheets, sheet: first.name, ...nothing }
  })
}

async function readPrices(kernel: WorkerKernel, input: ImportInput) {
  const pricing = createPricingService(kernel)
  const options = { fileName: input.name, approve: input.approve, resolveAccount: resolverOf(loadMatcher(kernel.db)) }
  const read = await refusingBadWorkbooks(input.path, () => pricing.readPriceFile(input.path, options), input.name)
  return { pricing, read, problems: read.problems.map(foundOf) }
}

function resolverOf(matcher: AccountMatcher): AccountResolver {
  return (text) => {
    const match = matcher.match(text, '', text)
    if (match.kind === 'found') return { id: match.accountId }
    return match.kind === 'ambiguous' ? 'ambiguous' : 'unknown'
  }
}

function foundOf({ severity, code, params, sheet, cell }: PriceProblem): FoundProblem {
  const row = /\d+$/.exec(cell)?.[0]
  const column = cell === '' ? null : cell
  return { row: row === undefined ? null : Number(row), sheet, column, code, params, severity }
}

function countsOf(problems: readonly FoundProblem[], sheets: number) {
  const { counts } = new ImportTally(0)
  const rejected = problems.some(({ severity }) => severity === 'error') ? 1 : 0
  return { ...counts, read: sheets + rejected, imported: sheets, rejected }
}

/**
 * Stores a price workbook as drafts, or puts it in force where the input says so. With any error nothing is stored: half a
 * price sheet prices wrongly.
 * @throws Refused `sheet-has-errors` with the first error; the preview lists them all
 */
export async function importPrices(kernel: WorkerKernel, input: ImportInput, handle: TaskHandle) {
  const { db, book, lease } = kernel
  const started = performance.now()
  handle.report('reading', 0, null)
  const { pricing, read, problems } = await readPrices(kernel, input)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) {
    const where = [first.sheet, first.column].filter(Boolean).join('!')
    const text = `${where} ${problemText(first.code, first.params, input.locale)}`
    throw new Refused('sheet-has-errors', { count: errors.length, first: text.trim() })
  }
  handle.signal.throwIfAborted()
  const table = { sheet: '报价信息', headers: [] }
  return inBatch(kernel, { input, table, started }, async (batch) => {
    const count = await lease.run(() =>
      book.write((hlc) => {
        const { stored, audit } = pricing.storePrices(read, { approve: input.approve, batchId: batch.id }, hlc)
        repository.insertProblems(db, batch.id, problems)
        const imported = batch.show(countsOf(problems, stored.length))
        return { result: stored.length, audit: [imported, ...audit] }
      }),
    )
    return { batch: batch.id, count }
  })
}

export async function previewPrices(kernel: WorkerKernel, input: ImportInput & { limit: number }): Promise<Preview> {
  const { pricing, read, problems } = await readPrices(kernel, input)
  const planned = pricing.plannedVersions(read)
  return {
    rows: planned.map(({ name, version }, index) => ({
      row: index + 1,
      action: 'import',
      cells: [name, `v${version}`],
    })),
    counts: countsOf(problems, planned.length),
    problems: describeProblems(problems.slice(0, input.limit), input.locale),
    partial: false,
  }
}
