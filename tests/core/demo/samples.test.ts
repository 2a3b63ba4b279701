import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/excel/open-workbook'
import { sampleMonth, type SampleFate } from '#core/features/demo/generator/sample-month'
import { importAccounts } from '#core/features/imports/account-import-task'
import { importPrices } from '#core/features/imports/price-import-task'
import { undoBatch } from '#core/features/imports/undo-task'
import { importWaybills } from '#core/features/imports/waybill-import-task'
import { main as makeSamples } from '../../../tools/make-samples'
import { openTestKernel } from '../support/test-book'

const folder = resolve('resources/samples')
const files = readdirSync(folder).toSorted()
const quiet = { report: () => {}, signal: new AbortController().signal }

/** What a file says: cells and formats of a workbook (its bytes hold the time of writing), the bytes of a text. */
async function content(path: string): Promise<unknown> {
  if (path.endsWith('.csv')) return readFileSync(path).toString('base64')
  const workbook = await openWorkbook(path)
  const { sheets } = await workbook.grids()
  await workbook.close()
  return sheets
}

type Kernel = Awaited<ReturnType<typeof openTestKernel>>

function input(kind: 'accounts' | 'prices' | 'waybills', name: string) {
  const path = join(folder, name)
  const options = { conflicts: 'keep', carrier: '', approve: true, locale: 'zh-CN' } as const
  return { kind, path, name, hash: name, ...options }
}

const rows = <T>(kernel: Kernel, sql: string): T[] => kernel.db.raw.prepare(sql).all() as T[]

async function newcomer(): Promise<Kernel> {
  const kernel = await openTestKernel()
  await importAccounts(kernel, input('accounts', '客户档案.xlsx'), quiet)
  for (const file of files.filter((name) => name.startsWith('报价-')))
    await importPrices(kernel, input('prices', file), quiet)
  return kernel
}

describe('the sample workbooks', () => {
  it('are what the generator writes today', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'yike-samples-'))
    await makeSamples([fresh])
    expect(readdirSync(fresh).toSorted()).toEqual(files)
    for (const file of files)
      expect({ file, content: await content(join(fresh, file)) }).toEqual({
        file,
        content: await content(join(folder, file)),
      })
    rmSync(fresh, { recursive: true })
  })
})

describe('a newcomer imports the samples into an empty book', () => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await newcomer()
    await importWaybills(kernel, input('waybills', '运单明细-2026-10.xlsx'), quiet)
  })
  afterAll(() => kernel.dispose())

  const counts = (kind: string) =>
    rows<{ counts: string }>(kernel, `SELECT counts FROM import_batch WHERE kind = '${kind}' ORDER BY id`).map(
      (batch) => JSON.parse(batch.counts) as Record<string, number>,
    )

  it('takes every customer and every price sheet', () => {
    expect(counts('accounts')).toMatchObject([{ read: 60, imported: 60, rejected: 0 }])
    expect(counts('prices')).toHaveLength(12)
    expect(rows(kernel, `SELECT count(*) AS n FROM price_sheet WHERE status = 'approved'`)).toEqual([{ n: 12 }])
  })

  it('makes of every row of the messy month what was planned, and accounts for every fen', () => {
    const month = sampleMonth()
    const of = (fate: SampleFate) => month.rows.filter((row) => row.fate === fate)
    expect(counts('waybills')).toMatchObject([
      {
        read: month.rows.length,
        imported: of('import').length,
        duplicates: of('duplicate').length,
        rejected: of('reject').length + of('conflict').length,
      },
    ])
    const refused = rows<{ row: number }>(
      kernel,
      `SELECT DISTINCT row FROM import_problem p JOIN import_batch b ON b.id = p.batch_id
       WHERE b.kind = 'waybills' AND severity = 'error' ORDER BY row`,
    )
    expect(refused.map(({ row }) => row)).toEqual(
      [...of('reject'), ...of('conflict')].map(({ row }) => row).toSorted((a, b) => a - b),
    )
    const [billed] = rows<{ fen: number }>(kernel, 'SELECT sum(billed_fen) AS fen FROM waybill')
    const planned = (fates: SampleFate[]) => fates.flatMap(of).reduce((sum, { fen }) => sum + fen, 0)
    expect(billed?.fen).toBe(planned(['import']))
    expect(planned(['import', 'duplicate', 'reject', 'conflict'])).toBe(
      month.rows.reduce((sum, { fen }) => sum + fen, 0),
    )
    const shown = month.sheet.find(([first]) => first?.value === '合计')?.[17]?.value
    expect(Math.round(Number(shown) * 100)).toBe(month.rows.reduce((sum, { fen }) => sum + fen, 0))
  })

  it('has something for every screen: unmatched, exceptions with their reasons, charges and credits', () => {
    const reasons = rows<{ reason: string }>(
      kernel,
      'SELECT DISTINCT reason FROM waybill WHERE reason IS NOT NULL ORDER BY reason',
    )
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'ambiguous-place',
      'credit-as-billed',
      'fee-as-billed',
      'place-not-in-sheet',
      'unknown-account',
      'unknown-place',
      'weight-missing',
    ])
    const [rated] = rows<{ share: number }>(
      kernel,
      `SELECT 1.0 * count(*) FILTER (WHERE status = 'rated') / count(*) AS share FROM waybill`,
    )
    expect(rated?.share).toBeGreaterThan(0.85)
  })

  it('finds in the careful copy of the month the same rows, value by value', async () => {
    await importWaybills(kernel, input('waybills', '运单明细-2026-10.csv'), quiet)
    const imported = sampleMonth().clean.length - 1
    expect(counts('waybills')[1]).toMatchObject({ read: imported, imported: 0, duplicates: imported, rejected: 0 })
  })
})

describe('undoing the customers of the samples', () => {
  it('takes them away, groups and members, where nothing depends on them', async () => {
    const kernel = await openTestKernel()
    const { batch } = await importAccounts(kernel, input('accounts', '客户档案.xlsx'), quiet)
    await undoBatch(kernel, { batch }, quiet)
    expect(rows(kernel, 'SELECT count(*) AS n FROM account')).toEqual([{ n: 0 }])
    await kernel.dispose()
  })
})
