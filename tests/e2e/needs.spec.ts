import { expect, test } from '@playwright/test'
import { choose } from './support/controls'
import { demoBook } from './support/demo-book'
import { Session } from './support/session'
import { zh } from './support/words'

/** A customer of the demonstration of whom little is written down yet. */
const customer = '/accounts/41'

test.describe.serial('needs, share of wallet and financial health', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterAll(() => session.end())

  const field = (key: Parameters<typeof zh>[0]) =>
    session.page.locator('.ant-drawer').getByLabel(zh(key), { exact: true })
  const save = async () => {
    await session.page
      .locator('.ant-drawer')
      .getByRole('button', { name: zh('shell:save') })
      .click()
    await expect(session.page.locator('.ant-drawer-content')).toHaveCount(0)
  }

  test('a site with its pick-up windows; two that overlap are told while typing', async () => {
    const { page, visit } = session
    await visit(`${customer}?tab=needs`)
    await page.getByRole('button', { name: zh('needs:site.add') }).click()
    await field('needs:site.name').fill('二号仓')
    for (const number of [0, 1]) {
      await page.getByRole('button', { name: zh('needs:window.add') }).click()
      await page.locator('.window-row:not(.window-head)').nth(number).getByLabel(zh('needs:window.from')).fill('9:00')
      await page.locator('.window-row:not(.window-head)').nth(number).getByLabel(zh('needs:window.to')).fill('11:30')
    }
    await expect(page.locator('.field-group').getByRole('alert')).toContainText('09:00–11:30')
    await page.getByRole('button', { name: zh('needs:window.remove', { number: 2 }) }).click()
    await save()
    await expect(page.getByRole('row', { name: /二号仓/ })).toContainText('周一至周五 09:00–11:30')
  })

  test('needs beside what the waybills show', async () => {
    const { page, visit } = session
    await visit(`${customer}?tab=needs&part=needs`)
    await page.getByRole('button', { name: zh('needs:start') }).click()
    await field('needs:monthlyTickets').fill('1,200')
    await page.locator('.ant-drawer').getByLabel('0–0.5 kg').fill('40')
    await save()
    await expect(page.locator('.needs-tab .facts').first()).toContainText('1,200')
    await expect(page.getByRole('row', { name: /^0–0.5/ })).toContainText('40%')
  })

  test('shares of more than 100 % are refused with their sum', async () => {
    const { page, visit } = session
    await visit(`${customer}?tab=needs&part=wallet`)
    await page.getByRole('button', { name: zh('needs:competition.add') }).click()
    const drawer = page.locator('.ant-drawer')
    await page.getByRole('button', { name: zh('needs:competition.addRow') }).click()
    const names = drawer.getByRole('combobox')
    await choose(page, names.nth(0), '迅达速运')
    await choose(page, names.nth(1), '远航快递')
    const shares = drawer.getByLabel(zh('needs:competition.share'), { exact: true })
    await shares.nth(0).fill('70')
    await shares.nth(1).fill('40')
    await expect(drawer.getByText(zh('needs:competition.sumOver', { sum: '110%' }))).toBeVisible()
    await drawer.getByRole('button', { name: zh('shell:save') }).click()
    await expect(drawer.getByText(zh('errors:shares-above-whole', { sum: '110' }))).toBeVisible()
    await shares.nth(1).fill('30')
    await save()
    await expect(page.getByRole('row', { name: /远航快递/ })).toContainText('30%')
  })

  test('white space is filled by click and key', async () => {
    const { page, visit } = session
    await visit(`${customer}?tab=needs&part=white`)
    const cell = page.locator('.white-cell').first()
    await cell.click()
    await expect(cell).toHaveText(zh('needs:white.state.ours'))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('3')
    await expect(page.getByTestId('white-share')).toHaveText('50%')
    await page.reload()
    await expect(page.getByTestId('white-share')).toHaveText('50%')
  })

  test('a year without liabilities: not applicable, graded all the same, and taken over', async () => {
    const { page, visit } = session
    await visit(`${customer}?tab=credit`)
    await page.getByRole('button', { name: zh('credit:add') }).click()
    await field('credit:year').fill('2025')
    for (const [key, text] of [
      ['currentAssetsFen', '5,000,000'],
      ['currentLiabilitiesFen', '0'],
      ['revenueFen', '20,000,000'],
      ['netProfitFen', '1,600,000'],
      ['averageAssetsFen', '16,000,000'],
      ['receivablesFen', '2,000,000'],
    ] as const) {
      await field(`credit:field.${key}`).fill(text)
    }
    await save()
    await expect(page.getByRole('row', { name: zh('credit:figure.currentRatio') }).first()).toContainText(
      zh('credit:notApplicable'),
    )
    const limit = await page.getByTestId('suggested-limit').innerText()
    await page.getByRole('button', { name: zh('credit:takeOver') }).click()
    await expect(page.getByText(zh('credit:same'))).toBeVisible()
    await visit(`${customer}?tab=archive`)
    await expect(page.getByText(limit, { exact: true }).first()).toBeVisible()
    session.expectNothingUncaught()
  })
})
