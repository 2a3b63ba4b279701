import { expect, test } from '@playwright/test'
import { fenOf, listRows } from './support/controls'
import { demoBook } from './support/demo-book'
import { downloadOf, readWorkbook, rowWith } from './support/files'
import { Session } from './support/session'
import { zh } from './support/words'

test.describe.serial('contribution value and rebates', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('a dedicated cost lowers the contribution to the fen, and its undo puts it back', async () => {
    const { page, visit } = session
    await visit('/accounts/2?tab=profit')
    const total = page.locator('tfoot').first().locator('td').last()
    const before = fenOf(await total.innerText())
    await page.getByRole('button', { name: zh('profit:costs.add') }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel(zh('profit:col.item')).fill('专用托盘')
    await drawer.getByLabel(zh('profit:col.amount')).fill('0')
    await drawer.getByRole('button', { name: zh('shell:save') }).click()
    await expect(drawer.getByText(zh('profit:costs.nonzero'))).toBeVisible()
    await drawer.getByLabel(zh('profit:col.amount')).fill('１２３.４５')
    await drawer.getByRole('button', { name: zh('shell:save') }).click()
    await expect(drawer).toBeHidden()
    await expect.poll(async () => fenOf(await total.innerText())).toBe(before - 12_345)
    await visit('/profit/costs')
    const row = listRows(page, zh('profit:tab.costs')).filter({ hasText: '专用托盘' })
    await row.getByRole('button').click()
    await page.getByRole('button', { name: zh('shell:undo') }).click()
    await expect(row).toHaveCount(1)
  })

  test('the report opens in Excel with its parts', async () => {
    const { page, visit } = session
    await visit('/profit/contribution')
    await expect(listRows(page, zh('profit:title')).first()).toBeVisible()
    const { path } = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:export') }).click())
    const workbook = await readWorkbook(path)
    const sheet = workbook.worksheets[0]
    expect(sheet).toBeDefined()
    if (sheet) expect(rowWith(sheet, zh('profit:col.contribution'))).toBeGreaterThan(1)
  })

  test('rebates are derived, and computed again they are the same', async () => {
    const { page, visit } = session
    await visit('/profit/rebates')
    await listRows(page, zh('profit:tab.rebates')).first().locator('td').nth(2).click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByText(zh('profit:rebates.total'))).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await page.getByRole('banner').waitFor()
    await page.locator('.page-header').getByRole('button').last().click()
    await expect(page.getByText(zh('profit:rebates.same'))).toBeVisible()
  })
})
