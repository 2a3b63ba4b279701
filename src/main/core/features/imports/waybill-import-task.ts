import type { Preview } from '#shared/contract/imports'
import { cellText } from '#shared/domain/import/cell-text'
import type { CellValue, RawRow } from '#shared/domain/import/raw-row'
import { readInThread } from '../../excel/read-in-thread'
import { refusingBadWorkbooks } from '../../excel/refuse-workbook'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import { createRatings } from '../waybills/rerate'
import { rateTouchedMonths } from '../waybills/month-pass'
import { contentHash, type StageOutcome, WaybillStage } from '../waybills/waybill-stage'
import { revealBatch } from '../waybills/waybill-batch.service'
import { WaybillReader } from '../waybills/waybill-import'
import { WaybillKeys } from '../waybills/waybill-keys'
import { batchHeader, openBatch } from './batch-life'
import { ImportTally, type ImportInput } from './import-run'
import * as repository from './imports.repository'
import { describeProblems } from './problem-words'
import { mappingToRemember, openTable, settleMapping, signatureOf, type Table } from './table-source'

/** Rows staged while the lease is held once: about 30 ms. */
const rowsPerLease = 1000

interface OpenedTable extends Table {
  columns: Record<string, number>
  reader: WaybillReader
}

async function open(kernel: WorkerKernel, input: ImportInput): Promise<OpenedTable> {
  const table = await openTable(kernel.db, { ...input, kind: 'waybills' })
  const { columns, units } = settleMapping('waybills', table, input.mapping)
  return { ...table, columns, reader: new WaybillReader({ ...table, columns, units }, input.carrier) }
}

/**
 * Imports a month of waybills: the reading thread parses ahead, this thread judges, prices and stages rows in small
 * transactions under a batch nobody sees, and one transaction makes the batch visible with its rollups.
 */
export async function importWaybills(kernel: WorkerKernel, input: ImportInput, handle: TaskHandle) {
  const { db, book, lease, workerDir } = kernel
  const started = performance.now()
  handle.report('reading', 0, null)
  const table = await open(kernel, input)
  const batch = await openBatch(kernel, input, batchHeader(table))
  const ratings = createRatings(db)
  const stage = new WaybillStage(db, loadMatcher(db), ratings, { batch: batch.id, conflicts: input.conflicts })
  const tally = new ImportTally(0)
  try {
    await db.withoutSync(async () => {
      for await (const { rows, share } of batches(workerDir, input, table.sheet)) {
        for (let start = 0; start < rows.length; start += rowsPerLease) {
          handle.signal.throwIfAborted()
          const chunk = rows.slice(start, start + rowsPerLease)
          await lease.run(() => db.transaction(() => stageRows(table.reader, stage, chunk, tally, batch.id)))
        }
        handle.report('importing', tally.counts.read, share > 0 ? Math.round(tally.counts.read / share) : null)
      }
    })
    handle.signal.throwIfAborted()
    handle.report('finishing', tally.counts.read, tally.counts.read)
    tally.counts.unmatched = stage.unmatched
    tally.counts.unrated = stage.unrated
    await lease.run(() =>
      book.write(() => {
        repository.showBatch(db, batch.id)
        revealBatch(db, batch.id, stage.touched.values())
        repository.updateBatch(db, batch.id, {
          state: 'visible',
          counts: JSON.stringify(tally.counts),
          finished_at: book.now(),
          seconds: (performance.now() - started) / 1000,
        })
        const remembered = mappingToRemember(table.headers, table.columns)
        repository.rememberMapping(db, 'waybills', signatureOf(table.headers), remembered, book.now())
        return { result: undefined, audit: batch.audit('import', tally.counts) }
      }),
    )
  } catch (cause) {
    await batch.abandon()
    throw cause
  }
  await rateTouchedMonths(kernel, ratings, stage.touched.values())
  return { batch: batch.id, count: tally.counts.imported }
}

async function* batches(workerDir: string, input: ImportInput, sheet: string) {
  const reading = readInThread(workerDir, input.path, sheet)
  for (;;) {
    const next = await refusingBadWorkbooks(input.path, () => reading.next(), input.name)
    if (next.done) return
    yield next.value
  }
}

function stageRows(
  reader: WaybillReader,
  stage: WaybillStage,
  rows: RawRow[],
  tally: ImportTally,
  batch: number,
): void {
  for (const raw of rows) {
    const read = reader.read(raw)
    if (read.kind === 'above') continue
    if (read.kind === 'skip') tally.add(raw.row, 'skip', raw.cells)
    else if (read.kind === 'reject') tally.add(raw.row, 'reject', raw.cells, read.problems)
    else book(tally, raw, stage.add(read.waybill))
  }
  const stageProblems = tally.takeProblems()
  if (stageProblems.length > 0) repository.insertProblems(stage.db, batch, stageProblems)
}

function book(tally: ImportTally, raw: RawRow, outcome: StageOutcome): void {
  if (outcome.kind === 'imported') tally.add(raw.row, 'import', raw.cells)
  else if (outcome.kind === 'updated') tally.add(raw.row, 'update', raw.cells)
  else if (outcome.kind === 'duplicate') tally.add(raw.row, 'duplicate', raw.cells)
  else {
    const problem = {
      row: raw.row,
      column: null,
      code: outcome.code,
      params: outcome.params,
      severity: 'error',
    } as const
    tally.add(raw.row, 'conflict', raw.cells, [problem])
  }
}

/** Reads and judges the whole file as the import would, and writes nothing. */
export async function previewWaybills(
  kernel: WorkerKernel,
  input: ImportInput & { limit: number },
  handle: TaskHandle,
): Promise<Preview> {
  const table = await open(kernel, input)
  const stage = new WaybillStage(kernel.db, loadMatcher(kernel.db), createRatings(kernel.db), {
    batch: 0,
    conflicts: input.conflicts,
  })
  const keys = new WaybillKeys(kernel.db)
  const tally = new ImportTally(input.limit)
  for await (const { rows, share } of batches(kernel.workerDir, input, table.sheet)) {
    handle.signal.throwIfAborted()
    for (const raw of rows) {
      const read = table.reader.read(raw)
      if (read.kind === 'above') continue
      if (read.kind === 'skip') tally.add(raw.row, 'skip', raw.cells)
      else if (read.kind === 'reject') tally.add(raw.row, 'reject', raw.cells, read.problems)
      else {
        const hash = contentHash(read.waybill)
        const outcome = keys.judge(read.waybill, hash, input.conflicts)
        book(tally, raw, outcome)
        if (outcome.kind === 'imported' || outcome.kind === 'updated') stage.count(stage.columnsOf(read.waybill, hash))
      }
    }
    handle.report('reading', tally.counts.read, share > 0 ? Math.round(tally.counts.read / share) : null)
  }
  tally.counts.unmatched = stage.unmatched
  tally.counts.unrated = stage.unrated
  return {
    rows: tally.rows.map(({ cells, ...row }) => ({
      ...row,
      cells: table.headers.map((_, index) => cellText(cells[index] as CellValue)),
    })),
    counts: tally.counts,
    problems: describeProblems(tally.problems.slice(0, input.limit), input.locale),
    partial: false,
  }
}
