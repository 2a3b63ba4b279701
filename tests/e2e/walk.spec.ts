import { expect, test } from '@playwright/test'
import { Session } from './support/session'
import { zh } from './support/words'
import { approveCostSheet, importCustomers, importPriceSheets } from './walk/import-masters'
import { findDuplicates, importMessyMonth, readRejectsBack } from './walk/import-month'
import { findPlanAgain, printPlan, writePlan } from './walk/plan'
import { quotePrice } from './walk/quote'
import { compareReport, readReportBack } from './walk/revenue'
import { findEverythingAgain, undoWaybills } from './walk/undo'
import { explainPrices, settleUnmatched } from './walk/waybills'

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
  test('the messy month comes in as planned', () => importMessyMonth(session))
  test('the rejected rows come back with their reasons', () => readRejectsBack(session))
  test('the same month in another file is known already', () => findDuplicates(session))
  test('waybills without a customer are settled', () => settleUnmatched(session))
  test('every price explains itself', () => explainPrices(session))
  test('a quote says how it is reckoned', () => quotePrice(session))
  test('the report agrees with the waybills and comes as a finished workbook', async () => {
    const total = await compareReport(session)
    await readReportBack(session, total)
  })
  test('a plan is written and saved', () => writePlan(session))
  test('the plan is printed', () => printPlan(session))
  test('waybills are taken back, batch by batch', () => undoWaybills(session))
  test('after a restart everything is as it was left', async () => {
    await session.restart()
    await findEverythingAgain(session)
    await findPlanAgain(session)
  })
})
