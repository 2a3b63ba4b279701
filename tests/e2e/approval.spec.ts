import { expect, test, type Page } from '@playwright/test'
import exceljs from 'exceljs'
import { choose, fenOf, listRows } from './support/controls'
import { demoBook } from './support/demo-book'
import { downloadOf } from './support/files'
import { readPdf } from './support/pdf'
import { Session } from './support/session'
import { importAndWait, startImport } from './support/wizard'
import { zh, zhPattern } from './support/words'

const name = '试用客户标快价'
const customer = '杭州清和大药房医药有限公司'
/** In force from the next year on, whenever that is: until then it waits. */
const nextYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() + 1

/** A price sheet below the floor of an account manager, for a customer of the demonstration book. */
async function cheapSheet() {
  const workbook = new exceljs.Workbook()
  const info = workbook.addWorksheet('报价信息')
  const terms: [string, string][] = [
    ['报价名称', name],
    ['客户', `${customer}（示例）`],
    ['产品', '标快'],
    ['生效日期', `${nextYear}-01-01`],
    ['进位', '进0.5'],
    ['抛比', '8000'],
    ['税率', '6%'],
  ]
  for (const row of terms) info.addRow(row)
  const prices = workbook.addWorksheet('价格')
  prices.addRow(['目的地', '0-1', '1以上'])
  prices.addRow(['*', '2', '2+0.5'])
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer())
  return { name: '报价-试用.xlsx', mimeType: 'application/octet-stream', buffer }
}

async function workAs(page: Page, role: 'manager' | 'account-manager'): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(zh('shell:role.label')) })
    .click()
  await page.getByRole('menuitem', { name: zh(`shell:role.${role}`) }).click()
  await expect(page.getByText(zh('shell:role.changed', { role: zh(`shell:role.${role}`) }))).toBeVisible()
}

const button = (page: Page, text: string) => page.getByRole('button', { name: text, exact: true })

test.describe.serial('a price on its way: imported, handed in, approved, quoted, tried, on paper', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('an account manager imports a sheet and hands it in; he cannot approve it', async () => {
    const { page } = session
    await workAs(page, 'account-manager')
    await startImport(session, 'prices', await cheapSheet())
    await importAndWait(page, zh('imports:preview.importPrices'))
    await page.getByRole('button', { name: zh('imports:result.seePrices') }).click()
    await page.getByPlaceholder(zh('pricing:search')).fill(name)
    const rows = listRows(page, zh('pricing:title'))
    await expect(rows).toHaveCount(1)
    await rows.getByText(name).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(button(page, zh('pricing:sheet.approve'))).toHaveCount(0)
    await button(page, zh('pricing:review.submit')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('客户要求对标同行')
    await dialog.getByRole('button', { name: zh('pricing:review.submit'), exact: true }).click()
    await expect(page.getByText(zh('pricing:check.below'))).toBeVisible()
    await expect(page.getByText(/差 [\d,.]+ 元/).first()).toBeVisible()
    await expect(page.getByText('客户要求对标同行').first()).toBeVisible()
    await expect(page.getByRole('button', { name: zh('pricingEditor:edit'), exact: true })).toHaveCount(0)
  })

  test('the manager finds it in the queue and approves it', async () => {
    const { page, visit } = session
    await workAs(page, 'manager')
    await visit('/workbench')
    await page.getByRole('button', { name: zhPattern('pricing:review.queue') }).click()
    const rows = listRows(page, zh('pricing:title'))
    await expect(rows).toHaveCount(2)
    await rows.filter({ hasText: name }).getByRole('checkbox').check()
    await page.keyboard.press('a')
    // The bar above the list has a button of the same words.
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('pricing:sheet.approve'), exact: true })
      .click()
    await expect(page.getByText(zh('pricing:approve.done', { name })).last()).toBeVisible()
    await button(page, zh('shell:close')).click()
    await expect(rows).toHaveCount(1)
    await visit('/pricing?q=' + encodeURIComponent(name))
    await expect(page.getByText(zh('pricing:status.coming')).first()).toBeVisible()
  })

  test('many tickets are priced with it', async () => {
    const { page, visit } = session
    await visit('/pricing/quote/lines')
    await choose(page, page.getByRole('combobox', { name: zh('pricing:quote.accountHint') }), customer, '清和大药房')
    await choose(page, page.getByRole('combobox', { name: zh('pricing:quote.product') }), '标快')
    await page.getByRole('textbox', { name: zh('pricing:quote.date') }).fill(`${nextYear}-01-05`)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: zh('pricing:lines.input') }).fill('上海 2.5\n乌有乡 1\n成都 0.8 3件')
    await page.keyboard.press('Control+Enter')
    const table = page.getByRole('table', { name: zh('pricing:lines.title') })
    // 2.5 kg: 2 + 2 × 0.5.
    await expect(table.getByRole('row').nth(1)).toContainText('3.00')
    await expect(table.getByRole('row').nth(2)).toContainText('乌有乡')
    await expect(table.getByRole('row').nth(3)).toContainText('2.00')
  })

  test('what it would have earned in the last months is tried first', async () => {
    const { page, visit } = session
    await visit(`/pricing?q=${encodeURIComponent(name)}`)
    await listRows(page, zh('pricing:title')).getByText(name).click()
    // The list has a button of the same words, which leads elsewhere.
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await button(page, zh('simulation:title')).click()
    await expect(page.getByText(zhPattern('simulation:form.size'))).toBeVisible()
    await button(page, zh('simulation:form.start')).click()
    const figures = page.getByTestId('simulation-figures')
    await expect(figures).toBeVisible({ timeout: 30_000 })
    const after = fenOf(await figures.locator('.figure-tile-value').first().innerText())
    const note = await figures.locator('.figure-tile-note').first().innerText()
    // A sheet below the floor brings less than what the customer pays now.
    expect(after).toBeLessThan(fenOf(note.match(/[\d,]+\.\d{2}/)?.[0] ?? ''))
  })

  test('a quotation of it is printed with its amount in words', async () => {
    const { page, visit } = session
    await visit('/quotations/new')
    await page.getByLabel(zh('quotations:form.company')).fill('杭州试用贸易有限公司')
    await button(page, zh('quotations:part.addSheet')).click()
    await choose(page, page.getByLabel(zh('quotations:part.choose')), name, name)
    await button(page, zh('quotations:estimate.add')).click()
    await page.getByLabel(`${zh('quotations:estimate.to')} 1`).fill('上海')
    await page.getByLabel(`${zh('quotations:estimate.kg')} 1`).fill('2.5')
    await page.getByLabel(`${zh('quotations:estimate.tickets')} 1`).fill('1000')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('heading', { level: 1, name: /^BJ\d{10}$/ })).toBeVisible()
    await expect(page.getByTestId('quotation-sum')).toContainText('叁仟元整')
    const { path } = await downloadOf(page, () => page.getByRole('button', { name: zh('quotations:do.print') }).click())
    // The window says under which name; what a busy browser tells the test is not always it.
    await expect(page.getByText(/报价单-BJ\d{10}-杭州试用贸易有限公司\.pdf/)).toBeVisible()
    const paper = readPdf(path)
    expect(paper.pages).toBeGreaterThan(0)
    if (paper.text !== null) expect(paper.text).toContain('叁仟元整')
  })
})
