import type { Preview } from '#shared/contract/imports'
import { classifyRow } from '#shared/domain/import/classify-row'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import { settleDateOrder } from '#shared/domain/import/parse-date'
import { translate } from '#shared/i18n/index'
import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import { applyContact, ContactJudge, type ContactVerdict, drawLines } from '../people/contact-import'
import { parseContact } from '../people/parse-contact'
import { createPeopleService } from '../people/people.service'
import { loadSurnames } from '../people/person-reading'
import { rowsBelow } from './account-import-task'
import { batchHeader, openBatch } from './batch-life'
import { type ImportInput, ImportTally, previewOf, type RowAction } from './import-run'
import * as repository from './imports.repository'
import { keepPerson } from './person-images'
import { changeTeller, skippedProblem } from './row-decisions'
import { mappingToRemember, openTable, settleMapping, signatureOf } from './table-source'

const actions: Record<ContactVerdict['kind'], RowAction> = {
  new: 'import',
  same: 'duplicate',
  changed: 'update',
  refused: 'reject',
}

type Writing = Extract<ContactVerdict, { kind: 'new' | 'changed' }>

/** Reads the whole file and says of each row what it will do. Lists of contacts are small: they are held. */
async function judgeFile(kernel: WorkerKernel, input: ImportInput, tally: ImportTally) {
  const table = await openTable(kernel.db, { ...input, kind: 'contacts' })
  const { columns } = settleMapping(table, input)
  refuseWithoutCustomer(columns, input)
  const judge = new ContactJudge(createPeopleService(kernel), loadMatcher(kernel.db))
  const rows = await rowsBelow(table, input)
  const dates = columns['lastContactOn'] ?? -1
  const layout = { columns, headers: table.headers, dateOrder: settleDateOrder(rows.map(({ cells }) => cells[dates])) }
  const key = [columns['name'] ?? 0]
  const shape = { headers: table.headers, keyColumns: key, requiredColumns: key }
  const skipped = new Set(input.skipRows)
  const writing: Writing[] = []
  const lines: { row: number; verdict: Writing }[] = []
  for (const raw of rows) {
    const kind = classifyRow(raw, shape)
    if (kind === 'otherTable') break
    if (kind !== 'data') {
      tally.add(raw.row, 'skip', raw.cells)
      continue
    }
    const { contact, problems } = parseContact(raw.cells, raw.row, layout)
    if (!contact) {
      tally.add(raw.row, 'reject', raw.cells, problems)
      continue
    }
    const isSkipped = skipped.has(raw.row)
    const verdict = judge.judge(contact, isSkipped)
    const finding = verdict.kind === 'changed' ? { changes: verdict.changes } : {}
    if (verdict.kind === 'refused') tally.add(raw.row, 'reject', raw.cells, [error(raw.row, verdict.problem)])
    else if (verdict.kind !== 'same' && isSkipped) {
      tally.add(raw.row, 'reject', raw.cells, [skippedProblem(raw.row)], finding)
    } else if (verdict.kind === 'changed' && input.conflicts === 'keep') {
      const params = { text: contact.person.name }
      tally.add(raw.row, 'conflict', raw.cells, [error(raw.row, { code: 'contact-differs', params })], finding)
    } else {
      tally.add(raw.row, actions[verdict.kind], raw.cells, [], finding)
      if (verdict.kind === 'same') continue
      writing.push(verdict)
      lines.push({ row: raw.row, verdict })
    }
  }
  // A superior may stand below his people in the file: looked for when the whole file is known.
  for (const { row, verdict } of lines) {
    const { reportsTo: text, accountId } = verdict
    if (text === '' || judge.knowsBoss(accountId, text)) continue
    tally.problems.push({ row, column: null, code: 'unknown-boss', params: { text }, severity: 'warning' })
  }
  return { table, columns, writing }
}

function error(row: number, { code, params }: Pick<FoundProblem, 'code' | 'params'>): FoundProblem {
  return { row, column: null, code, params, severity: 'error' }
}

/** Neither column is needed by itself, but one of the two is. */
function refuseWithoutCustomer(columns: Record<string, number>, { locale }: ImportInput): void {
  if (columns['accountCode'] !== undefined || columns['accountName'] !== undefined) return
  throw new Refused('mapping-incomplete', { fields: translate(locale, 'fields:contact.accountName') })
}

export async function importContacts(kernel: WorkerKernel, input: ImportInput, handle: TaskHandle) {
  const { db, book, lease } = kernel
  const started = performance.now()
  const tally = new ImportTally(0)
  handle.report('reading', 0, null)
  const { table, columns, writing } = await judgeFile(kernel, input, tally)
  const spell = await loadSurnames()
  const people = createPeopleService(kernel)
  handle.signal.throwIfAborted()
  const batch = await openBatch(kernel, input, batchHeader(table))
  try {
    await lease.run(() =>
      book.write((hlc) => {
        const write = { hlc, batch: batch.id, spell }
        const written = writing.map((verdict, done) => {
          handle.report('importing', done + 1, writing.length)
          return applyContact(people, verdict, write)
        })
        drawLines(people, written, write)
        for (const { id, before } of written) if (before) keepPerson(kernel, people, batch.id, id, before)
        repository.insertProblems(db, batch.id, tally.problems)
        repository.showBatch(db, batch.id)
        repository.updateBatch(db, batch.id, {
          state: 'visible',
          counts: JSON.stringify(tally.counts),
          finished_at: book.now(),
          seconds: (performance.now() - started) / 1000,
        })
        const remembered = mappingToRemember(table.headers, columns)
        repository.rememberMapping(db, 'contacts', signatureOf(table.headers), remembered, book.now())
        return { result: undefined, audit: batch.audit('import', tally.counts) }
      }),
    )
  } catch (cause) {
    await batch.abandon()
    throw cause
  }
  return { batch: batch.id, count: tally.counts.imported + tally.counts.updated }
}

export async function previewContacts(kernel: WorkerKernel, input: ImportInput & { limit: number }): Promise<Preview> {
  const tally = new ImportTally(input.limit)
  const { table } = await judgeFile(kernel, input, tally)
  const { locale, seesPersonal = false } = input
  return previewOf(tally, table.headers, locale, changeTeller(kernel, { locale, seesPersonal }))
}
