import { expect, type Locator, type Page } from '@playwright/test'
import { sampleMonth } from '#core/features/demo/generator/sample-month'
import { choose, fenOf, listedCount, listRows } from '../support/controls'
import type { Session } from '../support/session'
import { count, importAndWait, resultFigure, startImport, toPreview } from '../support/wizard'
import { zh, zhPattern } from '../support/words'

const importedRows = sampleMonth().rows.filter(({ fate }) => fate === 'import').length
const warehouse = '墨香书苑华东仓'

/** The month's new sender gets an archive of its own; a warehouse's name becomes the alias of the customer it belongs to. */
export async function settleUnmatched(session: Session): Promise<void> {
  const { page, visit } = session
  await importWarehouseRows(session)
  await visit('/waybills/unmatched')
  const rows = listRows(page, zh('waybills:unmatched.title'))
  await expect(rows).toHaveCount(2)

  const known = rows.filter({ hasText: warehouse })
  await choose(page, known.getByRole('combobox'), '墨香书苑', 'mxsy')
  await expect(page.getByText(zhPattern('waybills:unmatched.assigned', { written: warehouse, count: 2 }))).toBeVisible()
  await expect(rows).toHaveCount(1)

  const sender = await groupOf(rows.first())
  expect(sender.tickets).toBeGreaterThan(50)
  await rows
    .first()
    .getByRole('button', { name: zh('waybills:unmatched.create'), exact: true })
    .click()
  const created = zhPattern('waybills:unmatched.created', { account: sender.written })
  await expect(page.getByText(created)).toBeVisible()
  await expect(page.getByText(zh('waybills:unmatched.allTitle'))).toBeVisible()

  await visit(`/accounts?q=${encodeURIComponent(sender.written)}`)
  await expect(listRows(page, zh('accounts:title')).filter({ hasText: sender.written })).toHaveCount(1)
  await visit(`/waybills?period=all&q=${encodeURIComponent(warehouse)}`)
  await expect(listRows(page, zh('waybills:title')).filter({ hasText: zh('waybills:status.rated') })).toHaveCount(2)
}

async function importWarehouseRows(session: Session): Promise<void> {
  const { page } = session
  const lines = [
    '运单号,寄件日期,客户名称,产品,目的地,重量(kg),件数',
    `8800000000011,2026-10-11,${warehouse},标快,江苏省南京市,1.2,1`,
    `8800000000012,2026-10-12,${warehouse},标快,上海市,3.4,2`,
  ]
  await startImport(session, 'waybills', {
    name: '华东仓.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  })
  await toPreview(page)
  await importAndWait(page, zh('imports:preview.import', { count: 2 }))
  expect(await resultFigure(page, 'unmatched')).toBe(2)
}

async function groupOf(row: Locator): Promise<{ written: string; tickets: number }> {
  const cells = row.getByRole('gridcell')
  return { written: await cells.nth(0).innerText(), tickets: Number(await cells.nth(2).innerText()) }
}

/** The list narrows to what is asked, and a row explains its price so that its lines add up to the fen. */
export async function explainPrices({ page, visit }: Session, more = 2): Promise<void> {
  await visit('/waybills?period=all')
  const rows = listRows(page, zh('waybills:title'))
  await expect(rows.first()).toBeVisible()
  const all = importedRows + more
  await expect(page.getByText(zh('components:list.count', { count: count(all) }))).toBeVisible()
  await choose(page, page.getByRole('combobox', { name: zh('waybills:filter.status') }), zh('waybills:status.rated'))
  await expect(page.getByText(zh('components:list.count', { count: count(all) }))).toHaveCount(0)
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
  const rated = await listedCount(page)
  expect(rated).toBeLessThan(all)
  expect(rated).toBeGreaterThan(all * 0.8)
  await expect(rows.filter({ hasText: zh('waybills:status.exception') })).toHaveCount(0)

  for (const index of [0, 7, 19]) {
    await rows.nth(index).locator('td').first().click()
    await expectExplained(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

async function expectExplained(page: Page): Promise<void> {
  const panel = page.getByRole('dialog')
  const margin = panel.locator('section').last().locator('p')
  await expect(margin).toBeVisible()
  const net: number[] = []
  for (const key of ['waybills:panel.revenue', 'waybills:panel.cost'] as const) {
    const table = panel.getByRole('table', { name: zh(key) })
    const lines = (await table.locator('tbody td:last-child').allInnerTexts()).filter((text) => text.trim() !== '')
    const [gross, tax, netOfTax] = (await table.locator('tfoot td').allInnerTexts()).map(fenOf)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map(fenOf).reduce((sum, fen) => sum + fen, 0)).toBe(gross)
    if (tax !== undefined) expect((gross ?? 0) - tax).toBe(netOfTax)
    net.push(netOfTax ?? gross ?? 0)
  }
  const [revenue = 0, cost = 0] = net
  const sum = (await margin.innerText()).match(/-?[\d,]+\.\d{2}/g)?.map(fenOf)
  expect(sum).toEqual([revenue, cost, revenue - cost])
}
