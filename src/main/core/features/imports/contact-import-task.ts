import type { Preview } from '#shared/contract/imports'
import { settleDateOrder } from '#shared/domain/import/parse-date'
import { translate } from '#shared/i18n/index'
import { Refused } from '../../refused'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { loadMatcher } from '../accounts/account-matching.service'
import { applyContact, ContactJudge, drawLines } from '../people/contact-import'
import { parseContact } from '../people/parse-contact'
import { createPeopleService } from '../people/people.service'
import { loadSurnames } from '../people/person-reading'
import { inBatch } from './batch-life'
import { decideRows } from './decide-rows'
import { type ImportInput, ImportTally, previewOf } from './import-run'
import * as repository from './imports.repository'
import { keepPerson } from './person-images'
import { changeTeller } from './row-decisions'
import { openTable, rememberColumns, rowsBelow, settleMapping } from './table-source'

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
  const decided = decideRows(rows, shape, input, tally, {
    read(cells, row) {
      const { contact, problems } = parseContact(cells, row, layout)
      return { entry: contact, problems }
    },
    judge: (contact, skipped) => judge.judge(contact, skipped),
    differs: ({ person }) => ({ code: 'contact-differs', params: { text: person.name } }),
  })
  // A superior may stand below his people in the file: looked for when the whole file is known.
  for (const { row, verdict } of decided) {
    const { reportsTo: text, accountId } = verdict
    if (text === '' || judge.knowsBoss(accountId, text)) continue
    tally.problems.push({ row, column: null, code: 'unknown-boss', params: { text }, severity: 'warning' })
  }
  return { table, columns, writing: decided.map(({ verdict }) => verdict) }
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
  return inBatch(kernel, { input, table, started }, async (batch) => {
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
        rememberColumns(kernel, 'contacts', table.headers, columns)
        return { result: undefined, audit: batch.show(tally.counts) }
      }),
    )
    return { batch: batch.id, count: tally.counts.imported + tally.counts.updated }
  })
}

export async function previewContacts(kernel: WorkerKernel, input: ImportInput & { limit: number }): Promise<Preview> {
  const tally = new ImportTally(input.limit)
  const { table } = await judgeFile(kernel, input, tally)
  const { locale, seesPersonal = false } = input
  return previewOf(tally, table.headers, locale, changeTeller(kernel, { locale, seesPersonal }))
}
