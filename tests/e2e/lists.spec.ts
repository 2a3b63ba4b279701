import { expect, test } from '@playwright/test'
import { choose, listedCount, listRows } from './support/controls'
import { demoBook } from './support/demo-book'
import { Session } from './support/session'
import { importAndWait, startImport, toPreview } from './support/wizard'
import { zh, zhPattern } from './support/words'

test.describe.serial('lists: views, many at once, files row by row', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterAll(() => session.end())
  test.afterEach(() => session.expectQuiet())

  const views = () => session.page.locator('.view-button')
  const chooseView = async (text: string) => {
    await views().click()
    await session.page.getByRole('menuitem', { name: text, exact: true }).click()
  }

  test('a view is saved, found again after a restart and sets filters, order and columns', async () => {
    const { page, visit } = session
    await visit('/accounts?tier=gold&sort=code&desc=1')
    const gold = await listedCount(page)
    await page.getByRole('button', { name: zh('components:list.columns'), exact: true }).click()
    await page.getByRole('checkbox', { name: zh('archive:form.tags'), exact: true }).check()
    await page.keyboard.press('Escape')
    await chooseView(zh('components:view.saveAs'))
    await page.getByLabel(zh('components:view.name')).fill('黄金客户')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('shell:save') })
      .click()
    await expect(views()).toHaveText('黄金客户')

    await session.restart()
    await session.visit('/accounts')
    await expect.poll(() => listedCount(session.page)).toBeGreaterThan(gold)
    await chooseView('黄金客户')
    await expect.poll(() => listedCount(session.page)).toBe(gold)
    await expect(session.page.getByRole('columnheader', { name: zh('archive:form.tags') })).toBeVisible()
    await expect(session.page.getByRole('columnheader', { name: zh('accounts:code'), exact: true })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    expect(session.page.url()).toContain('tier=gold')
  })

  test('one field of all that fit is changed, and taken back from the notification', async () => {
    const { page, visit } = session
    await visit('/accounts?manager=王海涛')
    const rows = listRows(page, zh('accounts:title'))
    // Until the answer is there the list shows what it showed before.
    await expect(rows.filter({ hasNotText: '王海涛' })).toHaveCount(0)
    const count = await listedCount(page)
    await rows.first().getByRole('checkbox').check()
    await page.getByRole('button', { name: zhPattern('archive:bulk.everything') }).click()
    await page.getByRole('button', { name: zh('archive:bulk.open') }).click()
    const drawer = page.locator('.ant-drawer-open')
    await choose(page, drawer.getByLabel(zh('archive:bulk.field')), zh('archive:bulk.field.tags'))
    const add = drawer.getByLabel(zh('archive:bulk.tagsAdd'))
    await add.fill('年底拜访')
    await add.press('Enter')
    await add.press('Escape')
    await drawer.getByRole('button', { name: zh('archive:bulk.preview') }).click()
    await drawer.getByRole('button', { name: zh('archive:bulk.apply', { count }) }).click()
    const done = zh('archive:bulk.done', { count, field: zh('archive:bulk.field.tags') })
    await expect(page.getByText(done)).toBeVisible()

    await visit('/accounts?tag=年底拜访')
    await expect.poll(() => listedCount(page)).toBe(count)
    await page.getByRole('button', { name: zh('shell:undo'), exact: true }).click()
    await expect(page.getByText(zh('components:list.noMatch'))).toBeVisible()
  })

  test('of a changed customer file one row is refused, and only the other one changes', async () => {
    const { page } = session
    const lines = ['客户编码,客户名称,客户经理', ...['KH000003', 'KH000005'].map((code) => `${code},NAME,郑晓东`)]
    await session.visit('/accounts?view=0&sort=code')
    const rows = listRows(page, zh('accounts:title'))
    const nameOf = async (code: string) => (await rows.filter({ hasText: code }).getByRole('link').innerText()).trim()
    for (const [at, code] of ['KH000003', 'KH000005'].entries()) {
      lines[at + 1] = (lines[at + 1] ?? '').replace('NAME', await nameOf(code))
    }
    await startImport(session, 'accounts', {
      name: '客户更新.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    })
    await toPreview(page)
    await page
      .getByRole('button', { name: zh('imports:decide.changes', { count: 1 }) })
      .first()
      .click()
    await expect(page.locator('.decided-changes')).toContainText('郑晓东')
    await page.getByRole('checkbox', { name: zh('imports:decide.accept', { row: 2 }) }).uncheck()
    await importAndWait(page, zh('imports:preview.import', { count: 1 }))
    await expect(page.getByText(zh('problems:skipped-by-clerk')).first()).toBeVisible()

    await session.visit('/accounts?view=0&manager=郑晓东')
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText('KH000005')
  })
})
