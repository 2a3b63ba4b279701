import type { Preview } from '#shared/contract/imports'
import type { AccountFieldKey } from '#shared/fields/account.fields'
import { customFieldKey } from '#shared/fields/custom-key'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { AccountJudge, applyVerdict } from '../accounts/account-import'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { parseAccount } from '../accounts/parse-account'
import { definitions } from '../custom-fields/custom-values'
import { createPeopleService } from '../people/people.service'
import { loadSurnames } from '../people/person-reading'
import { inBatch } from './batch-life'
import { decideRows } from './decide-rows'
import { keepPerson } from './person-images'
import { type ImportInput, ImportTally, previewOf } from './import-run'
import { changeTeller } from './row-decisions'
import * as repository from './imports.repository'
import { openTable, rememberColumns, rowsBelow, settleMapping, type Table } from './table-source'

/** Reads the whole file and says of each row what it will do. Customer files are small: they are held. */
async function judgeFile(kernel: WorkerKernel, input: ImportInput, tally: ImportTally) {
  const table = await openTable(kernel.db, { ...input, kind: 'accounts' })
  const mapping = settleMapping(table, input)
  const judge = new AccountJudge(createAccountsService(kernel), createPeopleService(kernel))
  const custom = definitions(kernel.db).flatMap((field) => {
    const column = mapping.columns[customFieldKey(field.uid)]
    return column === undefined ? [] : [{ field, column }]
  })
  const layout = { ...mapping, headers: table.headers, custom }
  const rows = await rowsBelow(table, input)
  const decided = decideRows(rows, shapeOf(table, mapping.columns), input, tally, {
    read(cells, row) {
      const { account, problems } = parseAccount(cells, row, layout)
      return { entry: account, problems }
    },
    judge: (account, skipped) => judge.judge(account, skipped),
    differs: ({ code, name }) => ({ code: 'account-differs', params: { text: code || name } }),
  })
  return { table, columns: mapping.columns, decided }
}

function shapeOf(table: Table, columns: Record<string, number>) {
  const placed = (...fields: AccountFieldKey[]) =>
    fields.map((field) => columns[field]).filter((column) => column !== undefined)
  return { headers: table.headers, keyColumns: placed('name', 'code'), requiredColumns: placed('name', 'code') }
}

export async function importAccounts(kernel: WorkerKernel, input: ImportInput, handle: TaskHandle) {
  const { db, book, lease } = kernel
  const started = performance.now()
  const tally = new ImportTally(0)
  handle.report('reading', 0, null)
  const { table, columns, decided } = await judgeFile(kernel, input, tally)
  const spell = await loadPinyin()
  const spellPerson = await loadSurnames()
  const people = createPeopleService(kernel)
  const accounts = createAccountsService(kernel)
  handle.signal.throwIfAborted()
  return inBatch(kernel, { input, table, started }, async (batch) => {
    await lease.run(() =>
      book.write((hlc) => {
        const created = new Map<string, number>()
        for (const [done, { verdict }] of decided.entries()) {
          const context = { hlc, batch: batch.id, spell, spellPerson, created }
          const { id, before, contact } = applyVerdict(accounts, people, verdict, context)
          if (before) repository.keepBefore(db, batch.id, 'account', id, before, accounts.detail(id))
          if (contact?.before) keepPerson(kernel, people, batch.id, contact.id, contact.before)
          handle.report('importing', done + 1, decided.length)
        }
        repository.insertProblems(db, batch.id, tally.problems)
        rememberColumns(kernel, 'accounts', table.headers, columns)
        return { result: undefined, audit: batch.show(tally.counts) }
      }),
    )
    return { batch: batch.id, count: tally.counts.imported }
  })
}

export async function previewAccounts(kernel: WorkerKernel, input: ImportInput & { limit: number }): Promise<Preview> {
  const tally = new ImportTally(input.limit)
  const { table } = await judgeFile(kernel, input, tally)
  const { locale, seesPersonal = false } = input
  return previewOf(tally, table.headers, locale, changeTeller(kernel, { locale, seesPersonal }))
}
