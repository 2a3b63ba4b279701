import { expect, test } from '@playwright/test'
import { demoBook } from './support/demo-book'
import { Session } from './support/session'
import { zh, zhPattern } from './support/words'

test.describe.serial('two customers that are one', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('are found by what was typed, with what fitted', async () => {
    const { page, visit } = session
    await visit('/workbench')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: zh('shell:palette.placeholder') })
    for (const [typed, kind] of [
      ['ysyp', 'short-name'],
      ['13800001000', 'phone'],
    ] as const) {
      await field.fill(typed)
      const found = page.getByRole('option').filter({ hasText: '云尚优品' }).first()
      await expect(found).toContainText(zhPattern('duplicates:matched', { kind: zh(`duplicates:match.${kind}`) }))
    }
    await page.keyboard.press('Escape')
  })

  test('are pointed out, kept apart and taken back', async () => {
    const { page } = session
    await page.getByRole('button', { name: zh('duplicates:hintAction') }).click()
    const rows = page.getByRole('grid', { name: zh('duplicates:title') }).locator('tbody tr')
    await expect(rows).toHaveCount(3)
    await rows
      .last()
      .getByRole('button', { name: zh('duplicates:apart') })
      .click()
    await expect(rows).toHaveCount(2)
    await page.getByRole('button', { name: zh('shell:undo'), exact: true }).click()
    await expect(rows).toHaveCount(3)
  })

  test('are merged and taken apart again', async () => {
    const { page, visit } = session
    await visit('/accounts/duplicates')
    await page
      .getByRole('button', { name: zh('duplicates:compare') })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: zh('duplicates:compare.title') })).toBeVisible()
    await page.getByRole('radio', { name: /李雪梅/ }).check()
    await page.getByRole('button', { name: zh('duplicates:compare.merge') }).click()
    await expect(page.getByRole('heading', { name: /云尚优品/, level: 1 })).toBeVisible()
    await expect(page.locator('.page-header')).toContainText('李雪梅')

    await visit('/accounts/61')
    await expect(page.getByText(zh('duplicates:merged.into'))).toBeVisible()
    await page.getByRole('button', { name: zh('duplicates:merged.undo') }).click()
    await expect(page.getByText(zh('duplicates:merged.into'))).toHaveCount(0)
    await visit('/accounts/1')
    await expect(page.locator('.page-header')).toContainText('王海涛')
    await visit('/accounts/duplicates?tab=merges')
    await expect(page.getByRole('grid').getByText(zh('duplicates:merged.undone'), { exact: true })).toBeVisible()
  })
})
