import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import type { ImportOptions } from '#shared/contract/imports'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createImportsService } from '#core/features/imports/imports.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createWaybillsService } from '#core/features/waybills/waybills.service'
import { openTestKernel } from '../support/test-book'

const header = '运单号,寄件日期,客户名称,目的地,重量,件数,运费,产品'

/** 5.00 yuan flat to 3 kg within China, 2.00 cost. */
const sheet = (use: string) => ({
  info: { 报价名称: `通用${use}`, 用途: use, 生效日期: '2026-01-01' },
  columns: ['0-3', '3以上'],
  rows: [{ key: '*', cells: use === '成本' ? ['2', '2+1'] : ['5', '5+2'] }],
})

describe('importing waybills', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
    const accounts = createAccountsService(kernel)
    await accounts.create(accountInput.parse({ name: '杭州云栖食品有限公司', shortName: '云栖食品' }))
    const pricing = createPricingService(kernel)
    const stored = await pricing.importForms([sheet('销售'), sheet('成本')], {
      approve: true,
      resolveAccount: () => 'unknown',
    })
    if (stored.sheets.length !== 2) throw new Error(JSON.stringify(stored.problems))
  })
  afterEach(() => kernel.dispose())

  function services() {
    const accounts = createAccountsService(kernel)
    return {
      accounts,
      imports: createImportsService(kernel, { sheetsOfBatch: () => [] }),
      waybills: createWaybillsService(kernel, accounts),
    }
  }

  function options(lines: string[], more: Partial<ImportOptions> = {}): ImportOptions {
    const path = join(kernel.dataDir, `运单-${Math.abs(lines.join('').length)}.csv`)
    writeFileSync(path, [header, ...lines].join('\n'))
    return {
      kind: 'waybills',
      ticket: kernel.files.offer(path).ticket,
      conflicts: 'keep',
      carrier: '示例速递',
      approve: false,
      locale: 'zh-CN',
      ...more,
    }
  }

  const session = { userName: 'tester', role: 'manager' as const, permissions: new Set(['pricing.approve'] as const) }

  async function run(lines: string[], more: Partial<ImportOptions> = {}) {
    const { imports } = services()
    const { job } = await imports.start(options(lines, more), session)
    const { batch } = await kernel.jobs.finished(job)
    return imports.batch(batch ?? 0, 'zh-CN')
  }

  it('matches, prices and costs the rows, and says why a row was rejected', async () => {
    const batch = await run([
      'YT0001,2026-10-03,云栖食品,浙江省杭州市,1.2,1,5.00,标快',
      'YT0002,2026/10/4,杭州云栖食品有限公司,江苏 南京,4.2kg,2,9.00,标快',
      'YT0003,2026-10-05,没有这家公司,上海,1,1,5,标快',
      'YT0004,不是日期,云栖食品,上海,1,1,5,标快',
      'YT0005,2026-10-05,云栖食品,上海,0,1,5,标快',
      'YT0001,2026-10-03,云栖食品,浙江省杭州市,1.2,1,5.00,标快',
      '合计,,,,,6,34.00,',
    ])
    expect(batch.counts).toEqual({
      read: 6,
      imported: 4,
      updated: 0,
      rejected: 1,
      duplicates: 1,
      skipped: 1,
      unmatched: 1,
      unrated: 1,
    })
    expect(batch.problems.map(({ row, code, column }) => ({ row, code, column }))).toEqual([
      { row: 5, code: 'value.notADate', column: '寄件日期' },
    ])
    const { waybills } = services()
    const { rows, sums } = waybills.list({
      page: 1,
      pageSize: 10,
      sort: 'number',
      descending: false,
      search: '',
      filter: {},
    })
    expect(
      rows.map(({ number, status, revenueFen, costFen, reason }) => [number, status, revenueFen, costFen, reason]),
    ).toEqual([
      ['YT0001', 'rated', 500, 200, null],
      ['YT0002', 'rated', 1300, 600, null],
      ['YT0003', 'unmatched', null, null, 'unknown-account'],
      ['YT0005', 'exception', null, null, 'weight-missing'],
    ])
    expect(sums).toMatchObject({ revenueFen: 1800, costFen: 800, marginFen: 1000 })
    expect(waybills.verifyRollups().wrong).toBe(0)
  })

  it('undoes a batch and takes it again with the same result', async () => {
    const lines = [
      'YT0001,2026-10-03,云栖食品,浙江省杭州市,1.2,1,5.00,标快',
      'YT0002,2026-10-04,云栖食品,上海,1,1,5,标快',
    ]
    const first = await run(lines)
    const { imports, waybills } = services()
    await kernel.jobs.finished(imports.undo(first.batch).job)
    expect(waybills.list({ page: 1, pageSize: 10, descending: false, search: '', filter: {} }).total).toBe(0)
    expect(waybills.verifyRollups()).toMatchObject({ checked: 0, wrong: 0 })
    expect(imports.batch(first.batch, 'en').undone).toBe(true)
    expect((await run(lines)).counts.imported).toBe(2)
  })

  it('keeps or updates a row whose content differs, and its undo puts the old content back', async () => {
    await run(['YT0001,2026-10-03,云栖食品,浙江省杭州市,1.2,1,5.00,标快'])
    const changed = ['YT0001,2026-10-03,云栖食品,浙江省杭州市,5,1,5.00,标快']
    const kept = await run(changed)
    expect(kept.counts).toMatchObject({ imported: 0, updated: 0, rejected: 1 })
    expect(kept.problems[0]?.code).toBe('conflict')
    const updated = await run(changed, { conflicts: 'update' })
    expect(updated.counts).toMatchObject({ imported: 0, updated: 1, rejected: 0 })
    const { imports, waybills } = services()
    const revenue = () =>
      waybills.list({ page: 1, pageSize: 1, descending: false, search: '', filter: {} }).sums.revenueFen
    expect(revenue()).toBe(1300)
    await kernel.jobs.finished(imports.undo(updated.batch).job)
    expect(revenue()).toBe(500)
    expect(waybills.verifyRollups().wrong).toBe(0)
  })

  it('previews what an import would do without writing anything', async () => {
    const { imports, waybills } = services()
    const preview = await imports.preview(
      { ...options(['YT0001,2026-10-03,云栖食品,上海,1,1,5,标快', 'YT0002,坏,云栖食品,上海,1,1,5,标快']), limit: 10 },
      undefined,
    )
    expect(preview.counts).toMatchObject({ read: 2, imported: 1, rejected: 1 })
    expect(preview.rows.map(({ action }) => action)).toEqual(['import', 'reject'])
    expect(waybills.list({ page: 1, pageSize: 1, descending: false, search: '', filter: {} }).total).toBe(0)
  })

  it('learns an alias with one click and rates what was waiting', async () => {
    await run(['YT0001,2026-10-03,云栖电商部,上海,1,1,5,标快', 'YT0002,2026-10-04,云栖电商部,上海,1,1,5,标快'])
    const { waybills, accounts } = services()
    const unmatched = waybills.unmatched({ page: 1, pageSize: 10, search: '' })
    expect(unmatched.rows).toMatchObject([{ name: '云栖电商部', tickets: 2 }])
    const [account] = accounts.search('云栖', 1, true)
    await waybills.assign('', '云栖电商部', account?.id ?? 0)
    expect(waybills.unmatched({ page: 1, pageSize: 10, search: '' }).total).toBe(0)
    expect(waybills.verifyRollups().wrong).toBe(0)
    const later = await run(['YT0003,2026-10-05,云栖电商部,上海,1,1,5,标快'])
    expect(later.counts.unmatched).toBe(0)
  })

  it('refuses the same waybill in another month', async () => {
    await run(['YT0001,2026-09-03,云栖食品,上海,1,1,5,标快'])
    const batch = await run(['YT0001,2026-10-03,云栖食品,上海,1,1,5,标快'])
    expect(batch.problems[0]?.code).toBe('cross-period')
    expect(batch.problems[0]?.text).toContain('2026-09')
  })
})
