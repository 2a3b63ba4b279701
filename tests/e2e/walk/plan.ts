import { expect } from '@playwright/test'
import { choose, listRows } from '../support/controls'
import { downloadOf } from '../support/files'
import { readPdf } from '../support/pdf'
import type { Session } from '../support/session'
import { zh } from '../support/words'

const customer = '墨香书苑'
const need = '开学季前两周增加一个早班揽收，破损按面单全额理赔。'

/** A plan is begun from the list, filled with the book's figures, edited and saved. */
export async function writePlan({ page, visit }: Session): Promise<void> {
  await visit('/plans')
  await expect(page.getByText(zh('plans:empty.title'))).toBeVisible()
  await page
    .getByRole('button', { name: zh('plans:list.new') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await choose(page, dialog.getByRole('combobox').first(), customer, 'mxsy')
  await dialog.getByRole('button', { name: zh('plans:list.open') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(customer)
  await expect(page.getByText(zh('plans:page.new'))).toBeVisible()
  const business = page.getByRole('region', { name: zh('plans:section.business'), exact: true })
  await expect(business.getByRole('img').locator('svg')).toBeVisible()

  await page.getByRole('textbox', { name: zh('plans:field.needs') }).fill(need)
  await page.getByRole('textbox', { name: zh('plans:field.walletFen') }).fill('12,000')
  await page.getByRole('button', { name: zh('plans:field.addCompetitor') }).click()
  await page
    .getByRole('textbox', { name: zh('plans:field.competitor') })
    .last()
    .fill('示例快运')
  await expect(page.getByText(zh('plans:page.dirty'))).toBeVisible()
  await page.getByRole('button', { name: zh('plans:page.save'), exact: true }).click()
  await expect(page.getByText(zh('plans:page.savedDone'))).toBeVisible()
  await expect(page.getByText(zh('plans:page.dirty'))).toHaveCount(0)
}

/** The printed plan is an A4 paper with what was written and what the book knows. */
export async function printPlan({ page }: Session): Promise<void> {
  const { name, path } = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:print') }).click())
  expect(name).toMatch(new RegExp(`${customer}.*\\.pdf$`))
  const pdf = readPdf(path)
  expect(pdf.pages).toBeGreaterThanOrEqual(2)
  expect([Math.round(pdf.width), Math.round(pdf.height)]).toEqual([595, 842])
  if (pdf.text === null) return
  const plain = pdf.text.replaceAll(/\s/g, '')
  for (const text of [zh('plans:paper.title'), need, '示例快运', '12,000.00', zh('plans:paper.approval')])
    expect(plain).toContain(text.replaceAll(/\s/g, ''))
  expect(plain).toContain(`第${pdf.pages}页，共${pdf.pages}页`)
}

/** What was written is still there, in the list and in the plan. */
export async function findPlanAgain({ page, visit }: Session): Promise<void> {
  await visit('/plans')
  const rows = listRows(page, zh('plans:title'))
  await expect(rows).toHaveCount(1)
  await rows.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: zh('plans:field.needs') })).toHaveValue(need)
  await expect(page.getByRole('textbox', { name: zh('plans:field.walletFen') })).toHaveValue(/12,?000/)
}
