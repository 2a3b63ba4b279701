import { expect } from '@playwright/test'
import { sample, sampleNames } from '../support/files'
import { listRows } from '../support/controls'
import type { Session } from '../support/session'
import { chooseFile, importAndWait, previewSentence, resultFigure, startImport, toPreview } from '../support/wizard'
import { zh } from '../support/words'

/** From the first-run page by its own button to the imported customers. */
export async function importCustomers({ page }: Session): Promise<void> {
  await page.getByRole('button', { name: zh('shell:firstRun.empty') }).click()
  await chooseFile(page, 'accounts', sample('客户档案'))
  await expect(page.getByText(zh('imports:columns.headerRow'))).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: zh('imports:columns.headerRow') })).toHaveValue('2')
  await toPreview(page)
  await expect(page.getByText(previewSentence({ read: 60, imported: 60 }))).toBeVisible()
  await importAndWait(page, zh('imports:preview.import', { count: 60 }))
  expect(await resultFigure(page, 'imported')).toBe(60)
  expect(await resultFigure(page, 'rejected')).toBe(0)
  await page.getByRole('button', { name: zh('imports:result.seeAccounts') }).click()
  await expect(page.getByText(zh('components:list.count', { count: 60 }))).toBeVisible()
}

/**
 * Every price workbook of the samples but the last, put in force by the import itself; one wizard after the other, each
 * opened over the result of the one before, as the palette does.
 */
export async function importPriceSheets(session: Session): Promise<void> {
  const { page, visit } = session
  const names = sampleNames().filter((name) => name.startsWith('报价-'))
  expect(names).toHaveLength(12)
  for (const name of names.slice(0, -1)) {
    await visit('/imports/prices')
    await chooseFile(page, 'prices', sample(name))
    await finishPriceSheet(session, true)
  }
}

/** The cost sheet comes in as a draft and is put in force from the list of price sheets. */
export async function approveCostSheet(session: Session): Promise<void> {
  const { page } = session
  await startImport(session, 'prices', sample('报价-12-网点成本'))
  await finishPriceSheet(session, false)
  await page.getByRole('button', { name: zh('imports:result.seePrices') }).click()
  await expect(page.getByText(zh('components:list.count', { count: 12 }))).toBeVisible()
  const draft = listRows(page, zh('pricing:title')).filter({ hasText: zh('pricing:status.draft') })
  await expect(draft).toHaveCount(1)
  await draft.getByRole('checkbox').check()
  await page.getByRole('button', { name: zh('pricing:review.approveCount', { count: 1 }) }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText(zh('pricing:status.approved'))
  await question.getByRole('button', { name: zh('pricing:sheet.approve'), exact: true }).click()
  await page.getByRole('button', { name: zh('shell:close'), exact: true }).click()
  await expect(draft).toHaveCount(0)
}

async function finishPriceSheet({ page }: Session, approve: boolean): Promise<void> {
  const box = page.getByRole('checkbox', { name: zh('imports:options.approve') })
  await box.setChecked(approve)
  await importAndWait(page, zh('imports:preview.importPrices'))
  await expect(page.getByRole('heading', { name: zh('imports:result.sheets') })).toBeVisible()
}
