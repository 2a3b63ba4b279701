import type { Preview } from '#shared/contract/imports'
import { settleDateOrder } from '#shared/domain/import/parse-date'
import { refusingBadWorkbooks } from '../../excel/refuse-workbook'
import { judgeInThread } from '../../worker/judge-in-thread'
import type { JudgedLine } from '../../worker/judge-protocol'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { rateTouchedMonths } from '../waybills/month-pass'
import { createRatings } from '../waybills/rerate'
import { revealBatch } from '../waybills/waybill-batch.service'
import type { WaybillTable } from '../waybills/waybill-import'
import { WaybillKeys } from '../waybills/waybill-keys'
import { type StageOutcome, WaybillStage } from '../waybills/waybill-stage'
import { inBatch } from './batch-life'
import { ImportTally, type ImportInput, previewOf, type RowAction } from './import-run'
import * as repository from './imports.repository'
import { openTable, rememberColumns, settleMapping, type Table } from './table-source'

/** Rows staged while the lease is held once: about 30 ms. */
const rowsPerLease = 1000

type OpenedTable = Table & WaybillTable

async function open(kernel: WorkerKernel, input: ImportInput): Promise<OpenedTable> {
  const table = await openTable(kernel.db, { ...input, kind: 'waybills' })
  const { columns, units } = settleMapping(table, input)
  const dates = columns['shippedOn'] ?? -1
  const below = table.sample.filter(({ row }) => row > table.headerRow)
  const dateOrder = settleDateOrder(below.map(({ cells }) => cells[dates]))
  return { ...table, columns, units, dateOrder, carrier: input.carrier }
}

/**
 * Imports a month of waybills: the judging thread reads, matches and prices ahead, this thread stages rows in small
 * transactions under a batch nobody sees, and one transaction makes the batch visible with its rollups.
 */
export async function importWaybills(kernel: WorkerKernel, input: ImportInput, handle: TaskHandle) {
  const { db, book, lease } = kernel
  const started = performance.now()
  handle.report('reading', 0, null)
  const table = await open(kernel, input)
  const tally = new ImportTally(0)
  const { batch, touched } = await inBatch(kernel, { input, table, started }, async ({ id, show }) => {
    const stage = new WaybillStage(db, { batch: id, conflicts: input.conflicts })
    const { counts } = stage
    await db.withoutSync(async () => {
      for await (const { lines, share } of bundles(kernel, input, table, id)) {
        for (let start = 0; start < lines.length; start += rowsPerLease) {
          handle.signal.throwIfAborted()
          const chunk = lines.slice(start, start + rowsPerLease)
          await lease.run(() => db.transaction(() => stageLines(stage, chunk, tally, id)))
        }
        handle.report('importing', tally.counts.read, share > 0 ? Math.round(tally.counts.read / share) : null)
      }
    })
    handle.signal.throwIfAborted()
    handle.report('finishing', tally.counts.read, tally.counts.read)
    tally.counts.unmatched = counts.unmatched
    tally.counts.unrated = counts.unrated
    await lease.run(() =>
      book.write(() => {
        const audit = show(tally.counts)
        revealBatch(db, id, counts.touched.values())
        rememberColumns(kernel, 'waybills', table.headers, table.columns)
        return { result: undefined, audit }
      }),
    )
    return { batch: id, touched: counts.touched }
  })
  await rateTouchedMonths(kernel, createRatings(db), touched.values())
  return { batch, count: tally.counts.imported }
}

async function* bundles(kernel: WorkerKernel, { path, name }: ImportInput, table: OpenedTable, batch: number) {
  const { headers, headerRow, columns, units, dateOrder, carrier, sheet } = table
  const facts = { headers, headerRow, columns, units, dateOrder, carrier }
  const judging = judgeInThread(kernel.workerDir, { dataDir: kernel.dataDir, path, sheet, table: facts, batch })
  for (;;) {
    const next = await refusingBadWorkbooks(path, () => judging.next(), name)
    if (next.done) return
    yield next.value
  }
}

function stageLines(stage: WaybillStage, lines: JudgedLine[], tally: ImportTally, batch: number): void {
  for (const line of lines) bookLine(tally, line, stage)
  const problems = tally.takeProblems()
  if (problems.length > 0) repository.insertProblems(stage.db, batch, problems)
}

const actions: Record<StageOutcome['kind'], RowAction> = {
  imported: 'import',
  updated: 'update',
  duplicate: 'duplicate',
  conflict: 'conflict',
}

function bookLine(tally: ImportTally, line: JudgedLine, stage: Pick<WaybillStage, 'add'>): void {
  const { row, cells, values, problems } = line
  if (values === null) {
    tally.add(row, problems ? 'reject' : 'skip', cells, problems ?? [])
    return
  }
  const outcome = stage.add(values)
  const conflict =
    outcome.kind === 'conflict'
      ? [{ row, column: null, code: outcome.code, params: outcome.params, severity: 'error' as const }]
      : []
  tally.add(row, actions[outcome.kind], cells, conflict)
}

/** Reads and judges the whole file as the import would, and writes nothing. */
export async function previewWaybills(
  kernel: WorkerKernel,
  input: ImportInput & { limit: number },
  handle: TaskHandle,
): Promise<Preview> {
  const table = await open(kernel, input)
  const keys = new WaybillKeys(kernel.db, input.conflicts)
  const tally = new ImportTally(input.limit)
  for await (const { lines, share } of bundles(kernel, input, table, 0)) {
    handle.signal.throwIfAborted()
    for (const line of lines) bookLine(tally, line, keys)
    handle.report('reading', tally.counts.read, share > 0 ? Math.round(tally.counts.read / share) : null)
  }
  tally.counts.unmatched = keys.counts.unmatched
  tally.counts.unrated = keys.counts.unrated
  return previewOf(tally, table.headers, input.locale)
}
