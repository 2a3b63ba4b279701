import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { choose } from './support/controls'
import { demoBook } from './support/demo-book'
import { downloadOf, readWorkbook } from './support/files'
import { readPdf } from './support/pdf'
import { Session } from './support/session'
import { zh } from './support/words'

test.describe.configure({ mode: 'serial' })

let session: Session
let files: string

test.beforeAll(async ({ browser }) => {
  files = mkdtempSync(join(tmpdir(), 'yike-contracts-'))
  session = await Session.start(browser, demoBook())
})
test.afterAll(async () => {
  await session.end()
  rmSync(files, { recursive: true, force: true })
})
test.afterEach(() => session.expectQuiet())

const number = 'XS-2026-77'

test('a contract is entered, signed later, and a file attached', async () => {
  const { page, visit } = session
  await visit('/contracts')
  await page.getByRole('button', { name: zh('contracts:new') }).click()
  const drawer = page.getByRole('dialog')
  await choose(page, drawer.getByLabel(zh('contracts:field.accountId')), '云尚优品', 'KH000001')
  await drawer.getByLabel(zh('contracts:field.title')).fill('旺季补充合同')
  await drawer.getByLabel(zh('contracts:field.number')).fill(number)
  await drawer.getByLabel(zh('contracts:field.creditDays')).fill('20')
  await drawer.getByRole('button', { name: zh('contracts:form.addPromise') }).click()
  await page.getByRole('menuitem', { name: zh('contracts:promise.kind.on-time') }).click()
  await drawer.getByLabel(zh('contracts:promise.target')).fill('98.5')
  await drawer.getByRole('button', { name: zh('shell:save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('旺季补充合同')
  await expect(page.getByText(zh('contracts:note.draft'))).toBeVisible()
  await expect(page.getByText('≥ 98.5%')).toBeVisible()

  await page.getByRole('tab', { name: zh('contracts:tab.files') }).click()
  const path = join(files, '盖章扫描件.pdf')
  writeFileSync(path, '%PDF-1.4 scan')
  await page
    .getByRole('region', { name: zh('attachments:title') })
    .locator('input[type=file]')
    .setInputFiles([path])
  await expect(page.getByRole('row').filter({ hasText: '盖章扫描件.pdf' })).toBeVisible()
})

test('what ends is found at a glance, renewed, and printed', async () => {
  const { page, visit } = session
  await visit('/contracts')
  await page.getByRole('button', { name: zh('contracts:tile.ending', { days: 30 }) }).click()
  const rows = page.getByRole('grid', { name: zh('contracts:title') }).locator('tbody tr')
  await expect(rows).toHaveCount(2)
  const workbook = await readWorkbook(
    (await downloadOf(page, () => page.getByRole('button', { name: zh('shell:export') }).click())).path,
  )
  expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toMatch(/HT20\d{8}/)
  await rows
    .first()
    .getByText(/^HT20\d{8}/)
    .click()
  await page.getByRole('button', { name: zh('contracts:do.renew') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('contracts:do.renew') })
    .click()
  await expect(page.getByText(zh('contracts:note.draft'))).toBeVisible()
  await expect(page.getByText(zh('contracts:note.predecessor'))).toBeVisible()

  const paper = await downloadOf(page, () => page.getByRole('button', { name: zh('contracts:do.print') }).click())
  const pdf = readPdf(paper.path)
  expect(pdf.pages).toBeGreaterThanOrEqual(1)
  if (pdf.text !== null) expect(pdf.text).toContain(zh('contracts:field.promises'))
})

test('a promise is measured and counts as kept', async () => {
  const { page, visit } = session
  await visit('/contracts/1?tab=fulfilment')
  const name = '理赔时效'
  // Its months follow the day on which the demonstration book was made.
  const cell = page.getByRole('row').filter({ hasText: name }).getByRole('button').first()
  await cell.click()
  await page.getByLabel(zh('contracts:fulfil.value')).fill('6.5')
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: zh('shell:save') })
    .click()
  await expect(cell).toContainText('6.5 天')
  await expect(cell).toContainText(zh('contracts:fulfil.kept'))
})
