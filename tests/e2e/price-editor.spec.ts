import { expect, test, type Page } from '@playwright/test'
import { demoBook } from './support/demo-book'
import { downloadOf, readWorkbook } from './support/files'
import { Session } from './support/session'
import { zh } from './support/words'

const grid = (page: Page) => page.getByRole('grid', { name: zh('pricingEditor:prices.grid') })
const cell = (page: Page, row: number, column: number) =>
  grid(page).locator(`td[data-row="${row}"][data-column="${column}"]`)
/** The text of a cell; the one under the cursor has it in its field. */
const textOf = (page: Page, row: number, column: number) => cell(page, row, column).locator('.grid-text')

test.describe.serial('writing prices', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('the next version is begun from the one in force', async () => {
    const { page, visit } = session
    await visit('/pricing/2')
    await page.getByRole('button', { name: zh('pricingEditor:more'), exact: true }).click()
    await page.getByRole('menuitem', { name: zh('pricingEditor:newVersion') }).click()
    await expect(textOf(page, 1, 1)).toHaveText('6.3')
    await expect(page.getByText(zh('pricingEditor:problems.none'))).toBeVisible()
  })

  test('typing, copying a block, filling and undoing work as in a spreadsheet', async () => {
    const { page } = session
    await cell(page, 1, 1).click()
    await page.keyboard.type('6.8')
    await page.keyboard.press('Enter')
    await expect(textOf(page, 1, 1)).toHaveText('6.8')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Control+v')
    await expect(textOf(page, 2, 1)).toHaveText('6.8')
    await expect(textOf(page, 2, 2)).toHaveText('6.3+1.6')
    await cell(page, 2, 1).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect(textOf(page, 4, 1)).toHaveText('6.8')
    for (const _ of [1, 2]) await page.keyboard.press('Control+z')
    await expect(textOf(page, 2, 1)).toHaveText('7.4')
    await expect(textOf(page, 4, 1)).toHaveText('11.6')
    await page.keyboard.press('Control+z')
    await expect(textOf(page, 1, 1)).toHaveText('6.3')
    await page.keyboard.press('Control+y')
    await expect(textOf(page, 1, 1)).toHaveText('6.8')
  })

  test('a price that falls with the weight is told, an error leads to its cell', async () => {
    const { page } = session
    await cell(page, 1, 1).click()
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    // 1.5 kg costs 6.3 + 1.6, rounded to half kilograms.
    await expect(page.getByRole('button', { name: /1\.5 kg .*7\.9 .*1 kg .*9 / })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText(zh('pricingEditor:problems.none'))).toBeVisible()
    await cell(page, 0, 2).click()
    await page.keyboard.type('2-30')
    await page.keyboard.press('Enter')
    const problem = page.getByRole('button', {
      name: zh('rating:problem.column-gap', { first: '0-1', second: '2-30' }),
    })
    await expect(problem).toBeVisible()
    await cell(page, 4, 1).click()
    await problem.click()
    await expect(cell(page, 0, 2).locator('input')).toBeFocused()
    await page.keyboard.type('1-30')
    await page.keyboard.press('Tab')
    await expect(problem).toHaveCount(0)
  })

  test('what is not saved survives; saving stores the draft', async () => {
    const { page } = session
    await expect(page.getByText(zh('pricingEditor:unsaved'))).toBeVisible()
    await page.waitForTimeout(800)
    await page.reload()
    await expect(page.getByText(zh('pricingEditor:restored'))).toBeVisible()
    await expect(textOf(page, 1, 1)).toHaveText('6.8')
    await page.keyboard.press('Control+s')
    await expect(page).toHaveURL(/pricing\/\d+\/edit$/)
    await expect(page.getByText(zh('pricingEditor:unsaved'))).toHaveCount(0)
  })

  test('it is compared with the version before, cell by cell, and as a workbook', async () => {
    const { page } = session
    await page.getByRole('link', { name: zh('pricingEditor:back') }).click()
    await page.getByRole('button', { name: zh('pricingEditor:more'), exact: true }).click()
    await page.getByRole('menuitem', { name: zh('pricingEditor:compareWith') }).click()
    const table = page.getByRole('region', { name: zh('pricing:sheet.table') })
    await expect(table.locator('.compare-changed')).toHaveCount(1)
    await expect(table.locator('.compare-changed')).toContainText('+0.50')
    const file = await downloadOf(page, () =>
      page.getByRole('button', { name: zh('pricingEditor:compare.export') }).click(),
    )
    const sheet = (await readWorkbook(file.path)).worksheets[0]
    expect(sheet?.getRow(5).getCell(9).value).toBe(0.5)
  })

  test('a mass change is shown before it becomes a draft', async () => {
    const { page } = session
    await page.getByRole('link', { name: zh('pricingEditor:back') }).click()
    await page.getByRole('button', { name: zh('pricingEditor:more'), exact: true }).click()
    await page.getByRole('menuitem', { name: zh('pricingEditor:massChange') }).click()
    const accept = page.getByRole('button', { name: zh('pricingEditor:mass.accept') })
    await expect(accept).toBeDisabled()
    await page.getByLabel(zh('pricingEditor:mass.percent')).fill('3')
    const preview = page.getByRole('region', { name: zh('pricingEditor:mass.preview') })
    await expect(preview.locator('tbody tr').first()).toContainText('6.8 → 7')
    await accept.click()
    await expect(page).toHaveURL(/pricing\/\d+$/)
    await expect(page.getByText(zh('pricing:version.number', { version: 5 })).first()).toBeVisible()
    await expect(page.locator('.bracket-table tbody tr').first()).toContainText('7')
  })
})
