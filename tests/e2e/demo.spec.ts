import { expect, test, type Page } from '@playwright/test'
import { addMonths } from '#shared/domain/months'
import { catalogues } from '#shared/i18n/index'
import { fenOf, listedCount, listRows } from './support/controls'
import { chooseDark, chooseInTopBar, mainPages, navigationKeys } from './support/places'
import { Session } from './support/session'
import { patternOf, words, zh } from './support/words'

const en = words('en')
const chinese = /\p{Script=Han}/u

test.describe.serial('the demonstration book', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser)
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('is loaded from the first page, with progress', async () => {
    const { page } = session
    await page.getByRole('button', { name: zh('shell:firstRun.demo') }).click()
    await expect(page.getByRole('progressbar')).toBeVisible()
    await expect(page.getByRole('button', { name: zh('components:job.cancel'), exact: true })).toBeVisible()
    await expect(page.getByTestId('workbench-figures')).toBeVisible({ timeout: 90_000 })
    await expect(page.getByText(zh('shell:demoTag'), { exact: true })).toBeVisible()
  })

  test('the workbench shows the month the waybills add up to', async () => {
    const { page, visit } = session
    const tile = (key: 'revenue' | 'margin') =>
      page
        .getByTestId('workbench-figures')
        .locator('> *', { hasText: zh(`workbench:${key}`) })
        .first()
    const shown = {
      revenue: fenOf(await tile('revenue').locator('.figure').first().innerText()),
      margin: fenOf(await tile('margin').locator('.figure').first().innerText()),
    }
    expect(shown.revenue).toBeGreaterThan(10_000_00)
    await expect(page.getByRole('heading', { name: zh('workbench:months') })).toBeVisible()
    await expect(page.locator('.workbench-tasks li').first()).toBeVisible()
    await visit('/waybills')
    const sum = async (key: 'revenue' | 'margin') => {
      const text = await page
        .locator('.list-foot span', { hasText: zh(`waybills:sum.${key}`) })
        .first()
        .innerText()
      return fenOf(text.replace(zh(`waybills:sum.${key}`), ''))
    }
    expect({ revenue: await sum('revenue'), margin: await sum('margin') }).toEqual(shown)
  })

  test('the month switcher moves every figure', async () => {
    const { page, visit } = session
    await visit('/workbench')
    const months = page.getByRole('group', { name: zh('shell:month.label') })
    const revenue = page.getByTestId('workbench-figures').locator('.figure').first()
    const before = await revenue.innerText()
    await expect(months.getByRole('button', { name: zh('shell:month.next') })).toBeDisabled()
    await months.getByRole('button', { name: zh('shell:month.previous') }).click()
    await expect(revenue).not.toHaveText(before)
    await months.getByRole('button', { name: zh('shell:month.next') }).click()
    await expect(revenue).toHaveText(before)

    const latest = (await months.locator('.month-name').innerText()).match(/\d+/g)?.map(Number) ?? []
    const earlier = addMonths(`${latest[0]}-${String(latest[1]).padStart(2, '0')}`, -12)
    await months.locator('.month-name').click()
    await page.getByRole('button', { name: zh('shell:month.earlierYear') }).click()
    await page
      .locator('.month-grid')
      .getByRole('button')
      .nth(Number(earlier.slice(5)) - 1)
      .click()
    await expect(revenue).not.toHaveText(before)
    await visit('/waybills')
    const row = listRows(page, zh('waybills:title')).first()
    await expect(row).toContainText(earlier)
    await months.locator('.month-name').click()
    await page.getByRole('button', { name: zh('shell:month.latest') }).click()
  })

  test('the palette finds customers and pages by initials', async () => {
    const { page } = session
    await openPalette(page, 'ysyp')
    const first = page.getByRole('option').first()
    await expect(first).toContainText('云尚优品')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('云尚优品')
    await openPalette(page, 'bb')
    const report = page.getByRole('option', { name: zh('shell:action.go', { page: zh('shell:nav.insight') }) })
    await expect(report).toBeVisible()
    await report.click()
    await expect(page.getByRole('heading', { name: zh('insight:screen.title') })).toBeVisible()
  })

  test('a list is walked and opened by keyboard', async () => {
    const { page, visit } = session
    await visit('/accounts')
    const rows = listRows(page, zh('accounts:title'))
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await expect(rows.nth(1)).toBeFocused()
    const name = await rows.nth(1).getByRole('link').first().innerText()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  })

  test('a removed customer is brought back', async () => {
    const { page, visit } = session
    await visit('/accounts')
    const before = await listedCount(page)
    const rows = listRows(page, zh('accounts:title'))
    const name = await rows.nth(2).getByRole('link').first().innerText()
    await rows.nth(2).getByRole('checkbox').check()
    await page.getByRole('button', { name: zh('shell:remove') }).click()
    await expect(page.getByText(zh('accounts:removed', { count: 1 }))).toBeVisible()
    await expect(page.getByText(zh('components:list.count', { count: before - 1 }))).toBeVisible()
    await expect(rows.filter({ hasText: name })).toHaveCount(0)
    await page.getByRole('button', { name: zh('shell:undo'), exact: true }).click()
    await expect(page.getByText(zh('components:list.count', { count: before }))).toBeVisible()
    await expect(rows.filter({ hasText: name })).toHaveCount(1)
  })

  test('dark is dark, and stays', async () => {
    const { page } = session
    expect(await brightness(page)).toBeGreaterThan(200)
    await chooseDark(page)
    await expect.poll(() => brightness(page)).toBeLessThan(60)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await brightness(page)).toBeLessThan(60)
  })

  test('in English no Chinese word of the program is left', async () => {
    const { page, visit } = session
    await chooseInTopBar(page, zh('shell:language.label'), 'English')
    for (const key of navigationKeys)
      await expect(page.getByRole('navigation', { name: en('shell:nav.main') }).getByText(en(key))).toBeVisible()
    const found: string[] = []
    for (const { name, address, ready } of mainPages) {
      await visit(address)
      await page.locator(ready).first().waitFor()
      const said = await page.locator('nav, h1, h2, h3, th, label, .page-header button, .list-bar').allInnerTexts()
      const left = said.flatMap((text) => text.split('\n')).filter(isOfTheProgram)
      found.push(...left.map((text) => `${name}: ${text}`))
    }
    expect(found).toEqual([])
  })
})

/** Every Chinese text of the program with something to read in it, as a pattern that its parameters fit. */
const programTexts = Object.values(catalogues['zh-CN'])
  .flatMap((words) => Object.values<string>(words))
  .filter((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 1 && !text.includes('\n'))
  .map((text) => new RegExp(`^${patternOf(text)}$`))

/** A Chinese word of the program; what people wrote into the book is Chinese in any language. */
function isOfTheProgram(text: string): boolean {
  return chinese.test(text) && !isOfTheBook(text) && programTexts.some((pattern) => pattern.test(text))
}

/** Of the book although the program knows the words too: marked names, the language, promises of a contract. */
function isOfTheBook(text: string): boolean {
  return /[（(]示例[）)]|^简体中文$|^(签收及时率|提货窗口|理赔时效)$/.test(text)
}

async function openPalette(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: zh('shell:palette.placeholder') }).fill(typed)
}

/** Of the ground of the page, 0 to 255. */
async function brightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)?.map(Number) ?? []
  return (red + green + blue) / 3
}
