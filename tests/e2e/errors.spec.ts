import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { CFB } from '@e965/xlsx'
import { writeBigFile } from './support/big-file'
import { readWorkbook, sample } from './support/files'
import { Session, temporaryFolder } from './support/session'
import { startImport, toPreview } from './support/wizard'
import { zh } from './support/words'

test.describe.serial('what goes wrong says so', () => {
  let session: Session
  const files = temporaryFolder()
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser)
  })
  test.afterEach(() => session.expectNothingUncaught())
  test.afterAll(async () => {
    await session.end()
    rmSync(files, { recursive: true, force: true })
  })

  test('demonstration data given up while loading leaves the book as empty as it was', async () => {
    const { page } = session
    await page.getByRole('button', { name: zh('shell:firstRun.demo') }).click()
    await page.getByRole('button', { name: zh('components:job.cancel'), exact: true }).click()
    await expect(page.getByText(zh('components:job.cancelled'))).toBeVisible()
    await page.getByRole('button', { name: zh('shell:back'), exact: true }).click()
    await expect(page.getByRole('button', { name: zh('shell:firstRun.demo') })).toBeEnabled()
  })

  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const strange = [
    {
      name: '合同.xlsx',
      code: 'file-not-workbook',
      content: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
    },
    { name: '加密.xlsx', code: 'file-encrypted', content: encrypted },
    { name: '损坏.xlsx', code: 'file-damaged', content: () => readFileSync(sample('客户档案')).subarray(0, 9000) },
    { name: '空的.csv', code: 'file-empty', content: () => Buffer.from('') },
  ] as const

  for (const { name, code, content } of strange)
    test(`a file that is ${code}`, async () => {
      const { page } = session
      await startImport(session, 'accounts', { name, mimeType: xlsx, buffer: content() })
      await expect(page.getByRole('alert').filter({ hasText: zh(`errors:${code}`, { file: name }) })).toBeVisible()
      await expect(page.getByText(zh('imports:file.title.accounts')).or(page.locator('input[type=file]'))).toHaveCount(
        1,
      )
    })

  test('a file of another kind is not even read', async () => {
    const { page } = session
    await startImport(session, 'prices', { name: '价格.docx', mimeType: 'text/plain', buffer: Buffer.from('x') })
    const kinds = '.xlsx .xls'
    await expect(page.getByText(zh('components:file.wrongKind', { name: '价格.docx', kinds }))).toBeVisible()
  })

  test('a price sheet with a wrong cell names sheet and cell, and nothing of it comes in', async () => {
    const { page, visit } = session
    const workbook = await readWorkbook(sample('报价-01'))
    const sheet = workbook.getWorksheet('价格')
    if (!sheet) throw new Error('the sample has no sheet of prices')
    sheet.getCell('C3').value = '面议'
    const path = join(files, '报价-错.xlsx')
    await workbook.xlsx.writeFile(path)
    await startImport(session, 'prices', path)
    await expect(page.getByText(zh('imports:preview.priceErrors', { count: 1 }))).toBeVisible()
    await expect(page.getByText('价格!C3')).toBeVisible()
    await expect(page.getByRole('button', { name: zh('imports:preview.importPrices') })).toBeDisabled()
    await visit('/pricing')
    await expect(page.getByText(zh('pricing:empty.title'))).toBeVisible()
  })

  test('without a column that is needed it does not go on', async () => {
    const { page } = session
    const text = '运单号,客户名称,目的地,重量\n7700000000001,某公司,上海市,1.5\n7700000000002,某公司,上海市,1.5\n'
    await startImport(session, 'waybills', { name: '缺列.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    const missing = zh('imports:columns.missing', { fields: zh('fields:waybill.shippedOn') })
    await expect(page.getByRole('alert').filter({ hasText: missing })).toBeVisible()
    await expect(page.getByRole('button', { name: zh('imports:next.preview') })).toBeDisabled()
  })

  test('an import that is cancelled midway leaves nothing', async () => {
    const { page, visit } = session
    await startBigImport()
    await page.getByRole('button', { name: zh('components:job.cancel'), exact: true }).click()
    await expect(page.getByText(zh('components:job.cancelled'))).toBeVisible({ timeout: 30_000 })
    await visit('/waybills?batch=1')
    await expect(page.getByText(zh('components:list.noMatch'))).toBeVisible()
    await visit('/waybills')
    await expect(page.getByText(zh('waybills:empty.title'))).toBeVisible()
  })

  test('a host that is killed in the middle of an import is missed, and the book is as before', async () => {
    await startBigImport()
    session.program.child.kill('SIGKILL')
    await expect(session.page.getByRole('heading', { name: zh('shell:gone.title') })).toBeVisible({ timeout: 15_000 })

    await session.restart()
    const { page, visit } = session
    await expect(page.getByText(zh('shell:recovered.text', { file: '大文件.csv' }))).toBeVisible()
    await visit('/waybills')
    await expect(page.getByText(zh('waybills:empty.title'))).toBeVisible()
  })

  async function startBigImport(): Promise<void> {
    await startImport(session, 'waybills', writeBigFile(files))
    await toPreview(session.page)
    const start = session.page.locator('.wizard-foot').getByRole('button').last()
    await expect(start).toBeEnabled({ timeout: 60_000 })
    await start.click()
    await expect(session.page.getByRole('progressbar')).toBeVisible()
    // Some rows are staged by now, so that there is something to leave behind.
    await expect(session.page.getByRole('status').filter({ hasText: /[1-9][\d,]* \/ [1-9]/ })).toBeVisible()
  }
})

/** An Office container that holds an encrypted workbook, as far as it can be told from outside. */
function encrypted(): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096))
  return CFB.write(container, { type: 'buffer' }) as Buffer
}
