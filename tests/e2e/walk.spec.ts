import { expect, test } from '@playwright/test'
import { Session } from './support/session'
import { zh } from './support/words'
import { approveCostSheet, importCustomers, importPriceSheets } from './walk/import-masters'

test.describe.serial('the job, end to end', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser)
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(() => session.end())

  test('an empty book offers demonstration data or a start of one’s own', async () => {
    const { page } = session
    await expect(page.getByRole('heading', { name: zh('shell:firstRun.title') })).toBeVisible()
    await expect(page.getByRole('button', { name: zh('shell:firstRun.demo') })).toBeEnabled()
  })

  test('customers come in from Excel', () => importCustomers(session))
  test('price sheets come in and are put in force', () => importPriceSheets(session))
  test('a cost sheet waits as a draft until it is approved', () => approveCostSheet(session))
})
