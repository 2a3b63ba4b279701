import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/excel/open-workbook'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { saveSetting } from '#core/features/system/system.repository'
import { exportWaybills } from '#core/features/waybills/waybill-export'
import { createWaybillsService } from '#core/features/waybills/waybills.service'
import { runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

describe('exporting waybills', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
    const lines = Array.from(
      { length: 1200 },
      (_, index) => `YT${10_000 + index},2026-10-0${1 + (index % 9)},某某,上海,1,1`,
    )
    await runImport(kernel, 'waybills', ['运单号,寄件日期,客户名称,目的地,重量,件数', ...lines])
  })
  afterEach(() => kernel.dispose())

  const waybills = () => createWaybillsService(kernel, createAccountsService(kernel))
  const query = { page: 1, pageSize: 50, sort: 'number', descending: false, search: '', filter: {} }

  it('holds exactly what is filtered, in the list’s order', async () => {
    const filter = { from: '2026-10-03', to: '2026-10-03' }
    const { ticket } = await exportWaybills(kernel, waybills(), { ...query, filter }, 'zh-CN')
    const workbook = await openWorkbook(kernel.files.take(ticket).path)
    const numbers: unknown[] = []
    for await (const rows of workbook.rows(workbook.sheets[0]?.name ?? '')) {
      numbers.push(
        ...rows.map(({ cells }) => cells[0]).filter((cell) => typeof cell === 'string' && cell.startsWith('YT')),
      )
    }
    await workbook.close()
    const wanted = waybills()
      .list({ ...query, filter, pageSize: 500 })
      .rows.map(({ number }) => number)
    expect(numbers).toHaveLength(134)
    expect(numbers).toEqual(wanted)
  })

  it('leaves the book free for writing while its rows are read', () => {
    const rows = waybills().each(query)
    expect(rows.next().value).toMatchObject({ number: 'YT10000' })
    saveSetting(kernel.db, 'meanwhile', 1)
    expect([...rows]).toHaveLength(1199)
  })
})
