import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { BatchRow, ImportCounts, ImportKind, ImportOptions, Inspection, Preview } from '#shared/contract/imports'
import type { Locale } from '#shared/i18n/index'
import type { JobResult } from '../../jobs/job-registry'
import type { Kernel, Session } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import type { ImportInput } from './import-run'
import * as repository from './imports.repository'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import { inspectPrices } from './price-import-task'
import { describeProblems } from './problem-words'
import { sampleWorkbook } from './samples'
import { inspectTable } from './table-source'
import { writeRejects } from './rejects'

export type ImportsService = ReturnType<typeof createImportsService>

/** Kinds of jobs that change many rows: one at a time. */
const bulkJobs = new Set(['import', 'undo', 'rate', 'demo'])
const shownProblems = 500

/** What the imports feature needs of others to describe a batch. */
export interface ImportFacts {
  sheetsOfBatch(batch: number): { id: number; name: string; version: number }[]
}

export function createImportsService(kernel: Kernel, facts: ImportFacts) {
  const { db, jobs, files, lease } = kernel

  function refuseWhileBulk(): void {
    if (jobs.running().some(({ kind }) => bulkJobs.has(kind))) throw new Refused('import-running')
  }

  async function inputOf(options: ImportOptions): Promise<ImportInput> {
    const { path, name } = files.take(options.ticket)
    const { ticket: _ticket, ...rest } = options
    return { ...rest, path, name, hash: await hashOf(path) }
  }

  function batchOf(batch: number): repository.BatchRecord {
    const record = repository.batchById(db, batch)
    if (!record) throw new Refused('not-found', { what: 'batch' })
    return record
  }

  return {
    inspect(input: { kind: ImportKind; ticket: string; sheet?: string; headerRow?: number }): Promise<Inspection> {
      const { path, name } = files.take(input.ticket)
      const { kind } = input
      return kind === 'prices' ? inspectPrices(path, name) : inspectTable(db, { ...input, kind, path, name })
    },
    async preview(
      options: ImportOptions & { limit: number },
      signal: AbortSignal | undefined,
      seesPersonal = false,
    ): Promise<Preview> {
      const handle = { signal: signal ?? new AbortController().signal, report: () => {} }
      const input = { ...(await inputOf(options)), limit: options.limit, seesPersonal }
      return runInWorker<Preview>(kernel, `preview-${options.kind}`, input, handle)
    },
    async start(options: ImportOptions, session: Session): Promise<{ job: string }> {
      if (options.approve && !session.permissions.has('pricing.approve')) {
        throw new Refused('permission-denied', { permission: 'pricing.approve' })
      }
      refuseWhileBulk()
      const input = await inputOf(options)
      refuseWhileBulk()
      const work = `import-${options.kind}`
      return { job: jobs.start('import', (handle) => runInWorker<JobResult>(kernel, work, input, handle)) }
    },
    undo(batch: number): { job: string } {
      refuseWhileBulk()
      const record = batchOf(batch)
      if (record.state === 'undone') throw new Refused('already-undone')
      if (record.state !== 'visible') throw new Refused('batch-not-undoable')
      return { job: jobs.start('undo', (handle) => runInWorker<JobResult>(kernel, 'undo', { batch }, handle)) }
    },
    kindOf: (batch: number): ImportKind => batchOf(batch).kind,
    batches(query: repository.BatchQuery) {
      const { rows, total } = repository.listBatches(db, query)
      return { rows: rows.map(rowOf), total }
    },
    batch(batch: number, locale: Locale) {
      const record = batchOf(batch)
      const found = repository.problemsOf(db, batch, shownProblems).map(foundOf)
      const codes = repository.problemCodes(db, batch)
      return {
        ...rowOf(record),
        problems: describeProblems(found, locale),
        problemTotal: codes.reduce((sum, { count }) => sum + count, 0),
        problemCodes: codes.map(({ code, count, params }) => {
          const example = { row: null, column: null, code, params: parameters(params), severity: 'error' as const }
          return { code, count, text: describeProblems([example], locale)[0]?.text ?? code }
        }),
        sheets: facts.sheetsOfBatch(batch),
      }
    },
    rejects: (batch: number, locale: Locale, seesPersonal: boolean) =>
      writeRejects(kernel, batchOf(batch), { locale, seesPersonal }),
    sample: (kind: ImportKind) => sampleWorkbook(kernel, kind),
    forgetMapping: (kind: ImportKind) => lease.run(() => repository.forgetMappings(db, kind)),
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function parameters(json: string): Record<string, string | number> {
  return JSON.parse(json) as Record<string, string | number>
}

function foundOf(record: repository.ProblemRecord): FoundProblem {
  const { row, sheet, col, code, params, severity } = record
  return { row, sheet, column: col, code, params: parameters(params), severity }
}

function rowOf(record: repository.BatchRecord): BatchRow {
  return {
    batch: record.id,
    kind: record.kind,
    file: record.file_name,
    sheet: record.sheet,
    state: record.state,
    counts: JSON.parse(record.counts) as ImportCounts,
    at: record.finished_at ?? record.started_at,
    seconds: record.seconds,
    undone: record.state === 'undone',
    actor: record.actor,
  }
}
