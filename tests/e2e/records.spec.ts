import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { demoBook } from './support/demo-book'
import { downloadOf, readWorkbook, rowTexts, rowWith } from './support/files'
import { Session } from './support/session'
import { zh } from './support/words'

test.describe.configure({ mode: 'serial' })

let session: Session
let files: string

test.beforeAll(async ({ browser }) => {
  files = mkdtempSync(join(tmpdir(), 'yike-records-'))
  session = await Session.start(browser, demoBook())
})
test.afterAll(async () => {
  await session.end()
  rmSync(files, { recursive: true, force: true })
})
test.afterEach(() => session.expectQuiet())

test('a file is attached, leaves as it came, is removed and brought back', async () => {
  const { page, visit } = session
  await visit('/accounts/2?tab=attachments')
  const list = page.getByRole('region', { name: zh('attachments:title') })
  await expect(list.getByRole('row')).toHaveCount(4)

  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256))
  const path = join(files, '补充协议.pdf')
  writeFileSync(path, bytes)
  const second = join(files, '工具.exe')
  writeFileSync(second, 'MZ not really')
  await list.locator('input[type=file]').setInputFiles([path, second])
  await expect(page.getByText(zh('attachments:added', { count: 2 }))).toBeVisible()
  const row = list.getByRole('row').filter({ hasText: '补充协议.pdf' })
  await expect(row).toContainText(createHash('sha256').update(bytes).digest('hex').slice(0, 10))

  const open = () => row.getByRole('button', { name: zh('attachments:openNamed', { name: '补充协议.pdf' }) }).click()
  const download = await downloadOf(page, open)
  expect(download.name).toBe('补充协议.pdf')
  expect(readFileSync(download.path).equals(bytes)).toBe(true)

  await list.getByRole('button', { name: zh('attachments:openNamed', { name: '工具.exe' }) }).click()
  await expect(page.getByText(zh('attachments:warn.text'))).toBeVisible()
  await page.getByRole('button', { name: zh('shell:cancel') }).click()

  await row.getByRole('button', { name: zh('attachments:removeNamed', { name: '补充协议.pdf' }) }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: zh('shell:undo') }).click()
  await expect(row).toHaveCount(1)

  const zip = await downloadOf(page, () => list.getByRole('button', { name: zh('attachments:saveAll') }).click())
  expect(zip.name).toMatch(/^KH000002 .+\.zip$/)
  expect(readFileSync(zip.path).includes(bytes)).toBe(true)
})

test('a note stands in the timeline, is edited, removed and brought back', async () => {
  const { page, visit } = session
  await visit('/accounts/2?tab=timeline')
  await page.getByRole('button', { name: zh('timeline:note.add') }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(zh('timeline:kind.visit'), { exact: true }).click()
  await drawer.getByLabel(zh('timeline:note.withWhom')).fill('陈经理')
  await drawer.getByLabel(zh('timeline:note.text')).fill('旺季加开两班车')
  await drawer.getByRole('button', { name: zh('shell:save') }).click()
  const event = page.getByRole('listitem').filter({ hasText: '旺季加开两班车' })
  await expect(event).toContainText(zh('timeline:event.noteWith', { kind: zh('timeline:kind.visit'), whom: '陈经理' }))

  await event.getByTitle(zh('shell:edit')).click()
  await drawer.getByLabel(zh('timeline:note.text')).fill('旺季加开三班车')
  await drawer.getByRole('button', { name: zh('shell:save') }).click()
  const edited = page.getByRole('listitem').filter({ hasText: '旺季加开三班车' })
  await expect(edited).toHaveCount(1)
  await edited.getByTitle(zh('shell:remove')).click()
  await expect(edited).toHaveCount(0)
  // What was removed before may still be offered back beside it.
  await page
    .locator('.ant-notification-notice')
    .filter({ hasText: zh('timeline:note.removed') })
    .getByRole('button', { name: zh('shell:undo') })
    .click()
  await expect(edited).toHaveCount(1)

  await page.getByLabel(zh('timeline:filter.text')).fill('三班车')
  await page.keyboard.press('Enter')
  await expect(page.getByText(zh('timeline:shown', { count: 1 }))).toBeVisible()
  const made = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:export') }).click())
  const [sheet] = (await readWorkbook(made.path)).worksheets
  if (!sheet) throw new Error('the timeline has no sheet')
  expect(rowTexts(sheet, rowWith(sheet, '旺季加开三班车'))).toContain(zh('timeline:kind.visit'))
})

test('a changed field shows what it was and what it became, in the archive and in the trail', async () => {
  const { page, visit } = session
  await visit('/accounts/2?tab=archive')
  await page
    .getByRole('main')
    .getByRole('button', { name: zh('shell:edit') })
    .first()
    .click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel(zh('fields:account.address')).fill('新园区 8 号')
  await drawer.getByRole('button', { name: zh('shell:save') }).click()
  const change = page.locator('.change-text').filter({ hasText: '新园区 8 号' })
  await expect(change).toContainText(/.+号 → 新园区 8 号/)

  await visit('/settings?tab=audit&action=update&entity=account')
  await page.getByRole('grid').locator('tbody tr').first().click()
  await expect(page.getByRole('dialog').locator('.change-text')).toContainText('新园区 8 号')
})
