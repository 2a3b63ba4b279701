import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { financialYearInput, type FinancialYearInput } from '#shared/contract/credit'
import { defaultCreditRule } from '#shared/domain/credit/credit-rule'
import { openWorkbook } from '#core/excel/open-workbook'
import { createAccountsService, type AccountsService } from '#core/features/accounts/accounts.service'
import { exportCredit } from '#core/features/credit/credit-export'
import { createCreditService, type CreditService } from '#core/features/credit/credit.service'
import { auditPage } from '#core/features/system/system.repository'
import { openTestKernel } from '../support/test-book'

describe('financial health', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accounts: AccountsService
  let credit: CreditService
  let account: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    accounts = createAccountsService(kernel)
    credit = createCreditService(kernel, accounts)
    const input = accountInput.parse({ name: '杭州云栖食品有限公司', creditDays: 30, creditLimitFen: 500_000 })
    account = (await accounts.create(input)).id
  })
  afterEach(() => kernel.dispose())

  function month(key: string, revenueFen: number, of = account) {
    kernel.db.raw
      .prepare('INSERT INTO account_month VALUES (?, ?, 10, 10, 5000, ?, 0, 0, 0, 0, 0, ?)')
      .run(of, key, revenueFen, `${key}-20`)
  }

  const sound = (more: Partial<FinancialYearInput> = {}) =>
    financialYearInput.parse({
      year: 2025,
      currentAssetsFen: 500_000_000,
      currentLiabilitiesFen: 200_000_000,
      revenueFen: 2_000_000_000,
      netProfitFen: 160_000_000,
      averageAssetsFen: 1_600_000_000,
      receivablesFen: 200_000_000,
      inventoryFen: 300_000_000,
      costFen: 1_500_000_000,
      ...more,
    })

  it('keeps one record a year, changed with its history, removed and brought back', async () => {
    const { id } = await credit.saveYear(account, 0, sound())
    await expect(credit.saveYear(account, 0, sound())).rejects.toMatchObject({ code: 'duplicate-name', field: 'year' })
    await credit.saveYear(account, 1, sound({ netProfitFen: -1 }))
    const [audit] = auditPage(kernel.db, { entity: 'financial-year', page: 1, pageSize: 1 }).rows
    expect(JSON.parse(audit?.value ?? '{}')).toMatchObject({
      changes: [{ field: 'netProfitFen', old: 160_000_000, new: -1 }],
    })
    await expect(credit.saveYear(account, 1, sound())).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await credit.removeYear(id)
    expect(credit.health(account).years).toEqual([])
    const again = await credit.saveYear(account, 0, sound())
    await expect(credit.restoreYear(id)).rejects.toMatchObject({ code: 'duplicate-name' })
    await credit.removeYear(again.id)
    await credit.restoreYear(id)
    expect(credit.health(account).years.map(({ year, netProfitFen }) => [year, netProfitFen])).toEqual([[2025, -1]])
  })

  it('says “not applicable” for a year without liabilities, and grades the rest', async () => {
    await credit.saveYear(account, 0, sound({ currentLiabilitiesFen: 0 }))
    const [year] = credit.health(account).years
    expect(year?.figures[0]).toMatchObject({ kind: 'not-applicable', reason: 'zero-denominator' })
    expect(year?.rating).toMatchObject({ kind: 'rated', figures: 4 })
  })

  it('takes the full months up to the book’s newest one for the mean bill', async () => {
    await credit.saveYear(account, 0, sound())
    expect(credit.health(account).years[0]?.suggestion).toEqual({ kind: 'none', reason: 'no-bills' })
    // The book stands at 22 November 2026: November is running, October 2025 is too long ago.
    month('2026-11', 9_999_999)
    month('2026-10', 300_000)
    month('2025-11', 100_000)
    month('2025-10', 9_999_999)
    expect(credit.health(account).years[0]?.suggestion).toMatchObject({
      billFrom: '2025-11',
      billTo: '2026-10',
      billSumFen: 400_000,
      billMonths: 2,
      averageBillFen: 200_000,
      limitFen: 700_000,
    })
  })

  it('writes limit and term into the archive and keeps what they were made from', async () => {
    month('2026-10', 1_000_000)
    const { id } = await credit.saveYear(account, 0, sound())
    const { version } = credit.health(account).current
    expect(await credit.takeOver(account, version, id)).toEqual({ limitFen: 3_600_000, creditDays: 60 })
    expect(accounts.detail(account)).toMatchObject({ creditDays: 60, creditLimitFen: 3_600_000 })
    const [rating, written] = auditPage(kernel.db, { page: 1, pageSize: 2 }).rows
    expect([rating?.entity, written?.entity]).toEqual(['credit-rating', 'account'])
    expect(JSON.parse(written?.value ?? '{}')).toMatchObject({
      changes: expect.arrayContaining([
        { field: 'creditDays', old: 30, new: 60 },
        { field: 'creditLimitFen', old: 500_000, new: 3_600_000 },
      ]),
    })
    // What was taken over stays as it was, whatever becomes of figures and rule.
    await credit.setRule({ ...defaultCreditRule, leastScores: { A: 100, B: 99, C: 98 } })
    await credit.saveYear(account, 1, sound({ netProfitFen: -1 }))
    const { records, years } = credit.health(account)
    expect(years[0]?.rating).toMatchObject({ grade: 'D' })
    expect(records).toMatchObject([
      { year: 2025, ratedOn: '2026-11-22', grade: 'A', limitFen: 3_600_000, rating: { scoreTenths: 940 } },
    ])
  })

  it('takes nothing over that nobody suggested, or into an account that was changed meanwhile', async () => {
    const { id } = await credit.saveYear(account, 0, sound())
    const { version } = credit.health(account).current
    await expect(credit.takeOver(account, version, id)).rejects.toMatchObject({ code: 'no-credit-suggestion' })
    month('2026-10', 1_000_000)
    await expect(credit.takeOver(account, version + 1, id)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(credit.takeOver(account, version, 99)).rejects.toMatchObject({ code: 'not-found' })
    expect(credit.health(account).records).toEqual([])
  })

  it('refuses a rule that contradicts itself, and audits one that does not', async () => {
    const wrong = { ...defaultCreditRule, leastScores: { A: 50, B: 60, C: 40 } }
    expect(() => credit.setRule(wrong)).toThrow(expect.objectContaining({ code: 'credit-rule-order' }))
    await credit.setRule({ ...defaultCreditRule, yearDays: 360 })
    expect(credit.rule().yearDays).toBe(360)
    expect(auditPage(kernel.db, { entity: 'setting', page: 1, pageSize: 1 }).rows[0]?.entity_uid).toBe('credit.rule')
  })

  it('exports every year with what follows from it', async () => {
    await credit.saveYear(account, 0, sound({ currentLiabilitiesFen: 0 }))
    await credit.saveYear(account, 0, sound({ year: 2024, netProfitFen: -1_000_000_00 }))
    const { ticket } = await exportCredit(kernel, credit, { id: account, name: '云栖' }, 'zh-CN')
    const workbook = await openWorkbook(kernel.files.take(ticket).path)
    const yearsOf = async (sheet: string) => {
      const rows: unknown[][] = []
      for await (const some of workbook.rows(sheet)) rows.push(...some.map(({ cells }) => cells))
      return rows.filter(([year]) => year === '2024' || year === '2025')
    }
    const [judged, entered] = [await yearsOf('财务健康'), await yearsOf('填报数据')]
    await workbook.close()
    expect(entered.map((cells) => [cells[0], cells[4]])).toEqual([
      ['2024', -1_000_000],
      ['2025', 1_600_000],
    ])
    expect(judged.map((cells) => [cells[0], cells[1]])).toEqual([
      ['2024', '2.50'],
      ['2025', null],
    ])
    // A sheet is fitted to the width of A4: with more columns nobody could read it.
    for (const [year] of [judged, entered]) expect(year?.length).toBeLessThanOrEqual(12)
  })
})
