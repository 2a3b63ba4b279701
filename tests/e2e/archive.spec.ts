import { expect, test } from '@playwright/test'
import { choose, listRows } from './support/controls'
import { demoBook } from './support/demo-book'
import { downloadOf, readWorkbook, rowTexts, rowWith } from './support/files'
import { Session } from './support/session'
import { zh } from './support/words'

test.describe.serial('the customer archive', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterAll(() => session.end())
  test.afterEach(() => session.expectQuiet())

  const drawer = () => session.page.locator('.ant-drawer-open')
  const save = () =>
    drawer()
      .getByRole('button', { name: zh('shell:save') })
      .click()

  test('a field defined in the settings is in the form at once, filters the list and leaves with it', async () => {
    const { page, visit } = session
    await visit('/settings?tab=fields')
    await page.getByRole('button', { name: zh('archive:fields.new') }).click()
    await drawer().getByLabel(zh('archive:fields.name'), { exact: true }).fill('返点比例')
    await choose(page, drawer().getByLabel(zh('archive:fields.type')), zh('archive:fields.type.number'))
    await drawer().getByLabel(zh('archive:fields.unit')).fill('%')
    await drawer().getByLabel(zh('archive:fields.decimals')).fill('2')
    await drawer().getByLabel(zh('archive:fields.inList')).check()
    await save()
    await expect(page.getByRole('cell', { name: '返点比例', exact: true })).toBeVisible()

    await visit('/accounts/2?tab=archive')
    await page
      .getByRole('button', { name: zh('shell:edit'), exact: true })
      .first()
      .click()
    const field = drawer().getByLabel('返点比例')
    await field.fill('2.505')
    await expect(
      drawer().getByText(zh('importProblems:value.tooManyDecimals', { text: '2.505', decimals: 2 })),
    ).toBeVisible()
    await field.fill('2.5')
    await save()
    await expect(drawer()).toHaveCount(0)

    await visit('/accounts')
    await expect(page.getByRole('columnheader', { name: '返点比例' })).toBeVisible()
    await page.getByRole('button', { name: zh('archive:filter.more') }).click()
    const from = page.getByLabel(`返点比例 ${zh('archive:filter.from')}`)
    await from.fill('2.5')
    await from.press('Enter')
    await expect(listRows(page, zh('accounts:title'))).toHaveCount(1)
    await page.keyboard.press('Escape')

    const { path } = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:export') }).click())
    const [sheet] = (await readWorkbook(path)).worksheets
    if (!sheet) throw new Error('no sheet')
    const column = rowTexts(sheet, rowWith(sheet, zh('fields:account.code'))).indexOf('返点比例（%）')
    expect(column).toBeGreaterThan(0)
    expect(sheet.getRow(rowWith(sheet, 'KH000002')).getCell(column + 1).value).toBe(2.5)
  })

  test('a change of state asks for its reason and stands in the history', async () => {
    const { page, visit } = session
    await visit('/accounts/3?tab=archive')
    await page
      .getByRole('button', { name: zh('shell:edit'), exact: true })
      .first()
      .click()
    await choose(page, drawer().getByLabel(zh('accounts:lifecycle'), { exact: true }), zh('accounts:lifecycle.paused'))
    await save()
    await expect(drawer().getByText(zh('archive:lifecycle.reasonNeeded'))).toBeVisible()
    await drawer().getByLabel(zh('archive:lifecycle.reason'), { exact: true }).fill('产线检修两周')
    await save()
    await expect(drawer()).toHaveCount(0)
    const history = page.locator('section', { hasText: zh('archive:lifecycle.title') })
    await expect(history.getByText('产线检修两周').first()).toBeVisible()
    await expect(history.locator('li').first()).toContainText(zh('accounts:lifecycle.paused'))
  })

  test('a group shows its members together and a member leads to it', async () => {
    const { page, visit } = session
    await visit('/accounts/2?tab=group')
    await expect(page.getByRole('row')).toHaveCount(4)
    await page.getByRole('link', { name: /锦裳童装/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('锦裳童装')
    await page
      .locator('.account-page')
      .getByRole('link', { name: /锦裳服饰集团/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('锦裳服饰集团')
  })
})
