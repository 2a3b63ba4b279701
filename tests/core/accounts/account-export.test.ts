import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountFilter, accountInput } from '#shared/contract/accounts'
import { cellText } from '#shared/domain/import/cell-text'
import type { CellValue } from '#shared/domain/import/raw-row'
import { customFieldKey } from '#shared/fields/custom-key'
import { loadPinyin } from '#core/features/accounts/account-pinyin'
import { exportAccounts } from '#core/features/accounts/account-export'
import { type AccountsService, createAccountsService } from '#core/features/accounts/accounts.service'
import { createCustomFieldsService } from '#core/features/custom-fields/custom-fields.service'
import { openWorkbook } from '#core/excel/open-workbook'
import { openTestKernel } from '../support/test-book'

describe('the customer list as a workbook', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  let rebate: string
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
    const fields = createCustomFieldsService(kernel)
    const make = (name: string) =>
      fields.create({ name, type: 'number', unit: '%', decimals: 1, options: [], required: false, inList: true })
    rebate = (await make('返点')).uid
    await make('另一项')
    // More than a page of the core's own reading, so that pages are joined in order.
    const spell = await loadPinyin()
    kernel.book.write((hlc) => {
      for (let at = 1; at <= 520; at++) {
        const even = at % 2 === 0
        const input = accountInput.parse({
          code: `K${String(at).padStart(4, '0')}`,
          name: `${even ? '杭州' : '宁波'}第${at}公司`,
          manager: even ? '王海涛' : '李雪梅',
          ...(even && { custom: { [rebate]: String((at % 7) + 0.5) } }),
        })
        accounts.insert(input, hlc, null, spell)
      }
      return { result: undefined, audit: null }
    })
  })
  afterEach(() => kernel.dispose())

  /** The lines of the first sheet from its header on, without the totals. */
  async function exported(query: Parameters<typeof exportAccounts>[2]['query'], columns?: string[]) {
    const { ticket } = await exportAccounts(kernel, accounts, {
      query,
      locale: 'zh-CN',
      columns,
      monthTiers: new Map(),
    })
    const workbook = await openWorkbook(kernel.files.take(ticket).path)
    const lines: CellValue[][] = []
    for await (const rows of workbook.rows(workbook.sheets[0]?.name ?? '')) {
      lines.push(...rows.map(({ cells }) => [...cells]))
    }
    await workbook.close()
    const head = lines.findIndex(([first]) => first === '客户编码')
    return { filter: cellText(lines[1]?.[0]), headers: lines[head] ?? [], rows: lines.slice(head + 1) }
  }

  const everything = { page: 1, pageSize: 50, descending: false, search: '', filter: accountFilter.parse({}) }

  it('holds exactly what is filtered and searched, in the order of the screen, whatever page it shows', async () => {
    const query = {
      ...everything,
      page: 3,
      search: '杭州',
      sort: customFieldKey(rebate),
      descending: true,
      filter: accountFilter.parse({ manager: '王海涛', custom: { [rebate]: '2..5' } }),
    }
    const { filter, rows } = await exported(query)
    const listed: string[] = []
    for (let page = 1; page <= 8; page++) listed.push(...accounts.list({ ...query, page }).rows.map(({ code }) => code))
    const codes = rows.map(([code]) => code).filter((code) => cellText(code).startsWith('K'))
    expect(codes).toEqual(listed)
    expect(codes.length).toBeGreaterThan(50)
    for (const word of ['王海涛', '返点 2..5', '杭州']) expect(filter).toContain(word)
    const all = await exported(everything)
    expect(all.rows.filter(([code]) => cellText(code).startsWith('K'))).toHaveLength(520)
  })

  it('has the columns the list shows, in its order, custom fields among them', async () => {
    const query = { ...everything, search: 'K0002' }
    const shown = await exported(query, [customFieldKey(rebate), 'updatedAt', 'name', 'manager'])
    expect(shown.headers.filter(Boolean)).toEqual(['客户编码', '客户名称', '返点（%）', '修改时间', '客户经理'])
    expect(shown.rows[0]?.slice(0, 4)).toEqual(['K0002', '杭州第2公司', 2.5, { date: '2026-11-22' }])
    const all = await exported(query)
    expect(all.headers).toContain('另一项（%）')
    expect(all.headers.map(String).filter((header) => header.includes('毛利率'))).toHaveLength(1)
  })
})
