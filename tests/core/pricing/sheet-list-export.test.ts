import { afterEach, beforeEach, expect, it } from 'vitest'
import { openWorkbook } from '#core/excel/open-workbook'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createAccountCostsService } from '#core/features/profit/account-costs.service'
import { exportCosts } from '#core/features/profit/profit-export'
import { seedAccount } from '../insight/seed'
import { openTestKernel } from '../support/test-book'
import { priceForm } from './forms'

let kernel: Awaited<ReturnType<typeof openTestKernel>>

beforeEach(async () => {
  kernel = await openTestKernel()
})
afterEach(() => kernel.dispose())

/** The texts of the first sheet's rows. */
async function rowsOf({ ticket }: { ticket: string }): Promise<string[]> {
  const workbook = await openWorkbook(kernel.files.take(ticket).path)
  const rows: string[] = []
  for await (const block of workbook.rows(workbook.sheets[0]?.name ?? ''))
    rows.push(...block.map(({ cells }) => JSON.stringify(cells)))
  await workbook.close()
  return rows
}

const all = { descending: false, search: '', filter: {} }

it('price sheets leave as the list shows and filters them', async () => {
  const table = { columns: ['0以上'], rows: [{ key: '*', cells: ['10'] }] }
  const now = priceForm({ 报价名称: '今年价', 产品: '标快', 生效日期: '2026-01-01' }, table)
  const later = priceForm({ 报价名称: '明年价', 产品: '特惠', 生效日期: '2027-01-01', 失效日期: '2027-12-31' }, table)
  const pricing = createPricingService(kernel)
  await pricing.importForms([now, later], { approve: true, resolveAccount: () => ({ id: 0 }) })
  const rows = await rowsOf(await pricing.exportList(all, 'zh-CN'))
  expect(rows.find((row) => row.includes('今年价'))).toContain('生效')
  expect(rows.find((row) => row.includes('明年价'))).toContain('待生效')
  const filtered = await rowsOf(await pricing.exportList({ ...all, filter: { product: '特惠' } }, 'en'))
  expect(filtered.some((row) => row.includes('今年价'))).toBe(false)
  expect(filtered.find((row) => row.includes('明年价'))).toContain('Coming')
})

it('dedicated costs leave with their sum and what was filtered', async () => {
  const accountId = await seedAccount(kernel, { name: '云栖食品' })
  const costs = createAccountCostsService(kernel, createAccountsService(kernel))
  const input = { accountId, month: '2026-09', waybillNumber: '', note: '' }
  await costs.add({ ...input, kind: 'service', item: '驻场人员', fen: 12_345 })
  await costs.add({ ...input, kind: 'claim', item: '破损', fen: 655 })
  const query = { ...all, page: 1, pageSize: 50 }
  const both = await rowsOf(await exportCosts(kernel, all, costs.list(query).rows, 'zh-CN'))
  expect(both.find((row) => row.includes('驻场人员'))).toContain('123.45')
  expect(both.find((row) => row.includes('合计'))).toContain('130')
  const filter = { kind: 'claim' as const }
  const claims = await rowsOf(
    await exportCosts(kernel, { ...all, filter }, costs.list({ ...query, filter }).rows, 'zh-CN'),
  )
  expect(claims.some((row) => row.includes('驻场人员'))).toBe(false)
  expect(claims.slice(0, 3).join()).toContain('理赔')
})
