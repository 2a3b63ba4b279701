import type { Preview } from '#shared/contract/imports'
import { classifyRow } from '#shared/domain/import/classify-row'
import type { RawRow } from '#shared/domain/import/raw-row'
import type { AccountFieldKey } from '#shared/fields/account.fields'
import { customFieldKey } from '#shared/fields/custom-key'
import { openWorkbook } from '../../excel/open-workbook'
import { refusingBadWorkbooks } from '../../excel/refuse-workbook'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { AccountJudge, type AccountVerdict, applyVerdict } from '../accounts/account-import'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import { parseAccount } from '../accounts/parse-account'
import { definitions } from '../custom-fields/custom-values'
import { createPeopleService } from '../people/people.service'
import { loadSurnames } from '../people/person-reading'
import { batchHeader, openBatch } from './batch-life'
import { keepPerson } from './person-images'
import { type ImportInput, ImportTally, previewOf, type RowAction } from './import-run'
import { changeTeller, skippedProblem } from './row-decisions'
import * as repository from './imports.repository'
import { mappingToRemember, openTable, settleMapping, signatureOf, type Table } from './table-source'

interface Judged {
  raw: RawRow
  verdict: AccountVerdict
}

const actions: Record<AccountVerdict['kind'], RowAction> = {
  new: 'import',
  same: 'duplicate',
  changed: 'update',
  refused: 'reject',
}

/** Reads the whole file and says of each row what it will do. Customer files are small: they are held. */
async function judgeFile(kernel: WorkerKernel, input: ImportInput, tally: ImportTally) {
  const table = await openTable(kernel.db, { ...input, kind: 'accounts' })
  const mapping = settleMapping(table, input)
  const judge = new AccountJudge(createAccountsService(kernel), createPeopleService(kernel))
  const custom = definitions(kernel.db).flatMap((field) => {
    const column = mapping.columns[customFieldKey(field.uid)]
    return column === undefined ? [] : [{ field, column }]
  })
  const skipped = new Set(input.skipRows)
  const judged: Judged[] = []
  for (const raw of await rowsBelow(table, input)) {
    const kind = classifyRow(raw, shapeOf(table, mapping.columns))
    if (kind === 'otherTable') break
    if (kind !== 'data') {
      tally.add(raw.row, 'skip', raw.cells)
      continue
    }
    const layout = { ...mapping, headers: table.headers, custom }
    const { account, problems } = parseAccount(raw.cells, raw.row, layout)
    if (!account) {
      tally.add(raw.row, 'reject', raw.cells, problems)
      continue
    }
    const isSkipped = skipped.has(raw.row)
    const verdict = judge.judge(account, isSkipped)
    const finding = verdict.kind === 'changed' || verdict.kind === 'same' ? verdict : {}
    const writes = verdict.kind === 'new' || verdict.kind === 'changed'
    if (writes && isSkipped) {
      tally.add(raw.row, 'reject', raw.cells, [skippedProblem(raw.row)], finding)
      continue
    }
    if (verdict.kind === 'changed' && input.conflicts === 'keep') {
      tally.add(raw.row, 'conflict', raw.cells, [keptProblem(raw.row, account.code || account.name)], finding)
      continue
    }
    const found =
      verdict.kind === 'refused' ? [{ ...verdict.problem, row: raw.row, column: null, severity: 'error' as const }] : []
    tally.add(raw.row, actions[verdict.kind], raw.cells, found, finding)
    judged.push({ raw, verdict })
  }
  return { table, columns: mapping.columns, judged }
}

function keptProblem(row: number, text: string) {
  return { row, column: null, code: 'account-differs', params: { text }, severity: 'error' as const }
}

/** The rows under a table's header, held. */
export async function rowsBelow(table: Table, input: ImportInput): Promise<RawRow[]> {
  return refusingBadWorkbooks(
    input.path,
    async () => {
      const workbook = await openWorkbook(input.path)
      try {
        const rows: RawRow[] = []
        for await (const some of workbook.rows(table.sheet))
          rows.push(...some.filter(({ row }) => row > table.headerRow))
        return rows
      } finally {
        await workbook.close()
      }
    },
    input.name,
  )
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
  const { table, columns, judged } = await judgeFile(kernel, input, tally)
  const spell = await loadPinyin()
  const spellPerson = await loadSurnames()
  const people = createPeopleService(kernel)
  const accounts = createAccountsService(kernel)
  handle.signal.throwIfAborted()
  const batch = await openBatch(kernel, input, batchHeader(table))
  try {
    await lease.run(() =>
      book.write((hlc) => {
        const created = new Map<string, number>()
        for (const [done, { verdict }] of judged.entries()) {
          if (verdict.kind !== 'new' && verdict.kind !== 'changed') continue
          const context = { hlc, batch: batch.id, spell, spellPerson, created }
          const { id, before, contact } = applyVerdict(accounts, people, verdict, context)
          if (before) repository.keepBefore(db, batch.id, 'account', id, before, accounts.detail(id))
          if (contact?.before) keepPerson(kernel, people, batch.id, contact.id, contact.before)
          handle.report('importing', done + 1, judged.length)
        }
        repository.insertProblems(db, batch.id, tally.problems)
        repository.showBatch(db, batch.id)
        repository.updateBatch(db, batch.id, {
          state: 'visible',
          counts: JSON.stringify(tally.counts),
          finished_at: book.now(),
          seconds: (performance.now() - started) / 1000,
        })
        const remembered = mappingToRemember(table.headers, columns)
        repository.rememberMapping(db, 'accounts', signatureOf(table.headers), remembered, book.now())
        return { result: undefined, audit: batch.audit('import', tally.counts) }
      }),
    )
  } catch (cause) {
    await batch.abandon()
    throw cause
  }
  return { batch: batch.id, count: tally.counts.imported }
}

export async function previewAccounts(kernel: WorkerKernel, input: ImportInput & { limit: number }): Promise<Preview> {
  const tally = new ImportTally(input.limit)
  const { table } = await judgeFile(kernel, input, tally)
  const { locale, seesPersonal = false } = input
  return previewOf(tally, table.headers, locale, changeTeller(kernel, { locale, seesPersonal }))
}
