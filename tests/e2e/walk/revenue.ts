import { expect, type Locator, type Page } from '@playwright/test'
import type { Worksheet } from 'exceljs'
import { fenOf, listedCount, listRows } from '../support/controls'
import { downloadOf, readWorkbook, rowTexts, rowWith } from '../support/files'
import type { Session } from '../support/session'
import { zh } from '../support/words'

interface Sums {
  revenue: number
  cost: number
  margin: number
}

/** The report and the list of waybills speak of the same money, to the fen. */
export async function compareReport({ page, visit }: Session): Promise<Sums> {
  await visit('/waybills')
  await expect(page.getByText(zh('waybills:sum.revenue')).last()).toBeVisible()
  const listed = await listSums(page)
  expect(listed.revenue).toBeGreaterThan(0)

  await visit('/insight')
  await expect(page.getByRole('heading', { name: zh('insight:screen.title') })).toBeVisible()
  await expect(page.getByRole('img', { name: /^收入排名/ }).locator('svg')).toBeVisible()
  const grid = page.getByRole('grid', { name: zh('insight:screen.title') })
  const total = await figuresOf(grid, grid.locator('tfoot tr'))
  expect(total).toEqual(listed)

  const shown = [...(await shownRows(page, grid)), ...(await shownRows(page, grid, 2))]
  expect(shown).toHaveLength(await listedCount(page))
  const sum = (key: keyof Sums) => shown.reduce((whole, row) => whole + row[key], 0)
  expect({ revenue: sum('revenue'), cost: sum('cost'), margin: sum('margin') }).toEqual(total)
  return total
}

/** The figures of the rows of a page of the list. */
async function shownRows(page: Page, grid: Locator, number = 1): Promise<Sums[]> {
  if (number > 1) {
    const next = page.getByRole('listitem', { name: String(number), exact: true })
    await next.click()
    await expect(next).toHaveClass(/active/)
  }
  return Promise.all((await listRows(page, zh('insight:screen.title')).all()).map((row) => figuresOf(grid, row)))
}

async function listSums(page: Page): Promise<Sums> {
  const amount = async (key: 'revenue' | 'cost' | 'margin') => {
    const text = await page
      .locator('.list-foot span', { hasText: zh(`waybills:sum.${key}`) })
      .first()
      .innerText()
    return fenOf(text.replace(zh(`waybills:sum.${key}`), ''))
  }
  return { revenue: await amount('revenue'), cost: await amount('cost'), margin: await amount('margin') }
}

async function figuresOf(grid: Locator, row: Locator): Promise<Sums> {
  const headers = (await grid.locator('thead th').allInnerTexts()).map((text) => text.trim())
  // Before the amount may stand how many waybills it leaves out; an unknown cost has no amount at all.
  const amount = async (key: 'revenue' | 'cost' | 'margin') => {
    const cell = row.locator('td').nth(headers.indexOf(zh(`insight:col.${key}`)))
    const [text] = await cell.locator('.figure').allInnerTexts()
    return text === undefined ? 0 : fenOf(text)
  }
  return { revenue: await amount('revenue'), cost: await amount('cost'), margin: await amount('margin') }
}

/** The finished workbook: values, sums as formulas with their results, a header that stays. */
export async function readReportBack({ page }: Session, total: Sums): Promise<void> {
  const accounts = await listedCount(page)
  const { name, path } = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:export') }).click())
  expect(name).toMatch(/\.xlsx$/)
  const workbook = await readWorkbook(path)
  const sheet = workbook.getWorksheet(zh('insight:revenue.sheet.accounts'))
  if (!sheet) throw new Error('the workbook has no sheet of customers')
  const headerRow = rowWith(sheet, zh('insight:col.account'))
  const headers = rowTexts(sheet, headerRow)
  const [view] = sheet.views
  expect(view).toMatchObject({ state: 'frozen', ySplit: headerRow })

  const columns = { revenue: 'insight:col.revenue', cost: 'insight:col.cost', margin: 'insight:col.margin' } as const
  const totalRow = headerRow + accounts + 1
  for (const key of ['revenue', 'cost', 'margin'] as const) {
    const column = headers.indexOf(zh(columns[key])) + 1
    const cells = Array.from({ length: accounts }, (_, index) => fenIn(sheet, headerRow + 1 + index, column))
    expect(cells.reduce((sum, fen) => sum + fen, 0)).toBe(total[key])
    expect(sheet.getCell(totalRow, column).formula).toMatch(/^(SUM|SUBTOTAL)\(/)
    expect(fenIn(sheet, totalRow, column)).toBe(total[key])
  }
  expect(workbook.getWorksheet(zh('insight:revenue.sheet.tiers'))).toBeDefined()
}

/** The amount of a cell in fen; of a formula its stored result. */
function fenIn(sheet: Worksheet, row: number, column: number): number {
  const { value, result } = sheet.getCell(row, column)
  const figure = result ?? value
  return typeof figure === 'number' ? Math.round(figure * 100) : 0
}
