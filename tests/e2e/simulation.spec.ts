import { expect, test } from '@playwright/test'
import { choose, fenOf } from './support/controls'
import { demoBook } from './support/demo-book'
import { downloadOf, readWorkbook } from './support/files'
import { Session } from './support/session'
import { zh } from './support/words'

test.describe.serial('what-if', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('raises all prices, compares and leaves the waybills as they are', async () => {
    const { page, visit } = session
    await visit('/simulation/new?kind=change')
    await page.getByLabel(zh('simulation:form.percent')).fill('3')
    await page.getByRole('button', { name: zh('simulation:form.start') }).click()
    const figures = page.getByTestId('simulation-figures')
    await expect(figures).toBeVisible({ timeout: 60_000 })
    const after = fenOf(await figures.locator('.figure-tile-value').first().innerText())
    const note = await figures.locator('.figure-tile-note').first().innerText()
    const before = fenOf(note.match(/[\d,]+\.\d{2}/)?.[0] ?? '')
    expect(after).toBeGreaterThan(before)
    expect(after).toBeLessThan(Math.ceil(before * 1.04))
    await page.getByRole('tab', { name: zh('simulation:by.worst') }).click()
    await expect(page.getByRole('tabpanel').locator('tbody tr').first()).toBeVisible()
    const { path } = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:export') }).click())
    expect((await readWorkbook(path)).worksheets.length).toBeGreaterThanOrEqual(4)
  })

  test('tries another customer’s sheet as this customer’s own', async () => {
    const { page, visit } = session
    await visit('/simulation/new?accountId=3')
    await page.getByRole('button', { name: zh('simulation:form.start') }).click()
    await expect(page.getByText(zh('simulation:form.sheetMissing'))).toBeVisible()
    await choose(page, page.getByRole('combobox', { name: zh('simulation:form.sheet') }), '一口价')
    await page.getByText(zh('simulation:form.forAccount')).click()
    await page.getByRole('button', { name: zh('simulation:form.start') }).click()
    await expect(page.getByTestId('simulation-figures')).toBeVisible({ timeout: 30_000 })
    await visit('/simulation')
    await expect(page.locator('tbody tr')).toHaveCount(2)
  })
})
