/**
 * Takes the pictures of README from the built program, in Chinese and English, with the demonstration book:
 *
 *   node_modules/.bin/node tools/run-ts.mjs tools/make-pictures.ts [folder]
 *
 * Needs an installed Chromium, Edge or Chrome, and pdftoppm (poppler) for the paper.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { locales, type Locale, translate, type WordKey } from '#shared/i18n/index'
import { findChromium, quietFlags } from '../src/main/browser/find-chromium'
import { choose } from '../tests/e2e/support/controls'
import { demoBook } from '../tests/e2e/support/demo-book'
import { downloadOf, sample, sampleNames } from '../tests/e2e/support/files'
import { chooseInTopBar } from '../tests/e2e/support/places'
import { Session, temporaryFolder } from '../tests/e2e/support/session'

interface Studio {
  session: Session
  t: (key: WordKey) => string
  /** Saves what the window shows. */
  take: (name: string) => Promise<void>
  /** Path of a picture. */
  path: (name: string) => string
}

const short: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh', en: 'en' }

export async function main([folder = join('docs', 'pictures')]: string[]): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium, Edge or Chrome is installed.')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath, args: [...quietFlags(), '--disable-gpu'] })
  try {
    await inBothLanguages(browser, folder, demoBook(), demoPictures)
    await inBothLanguages(browser, folder, mastersBook(), importPictures)
  } finally {
    await browser.close()
  }
}

async function inBothLanguages(
  browser: Browser,
  folder: string,
  book: string,
  pictures: readonly ((studio: Studio) => Promise<void>)[],
): Promise<void> {
  const session = await Session.start(browser, book)
  try {
    for (const locale of locales) {
      if (locale === 'en') await chooseInTopBar(session.page, translate('zh-CN', 'shell:language.label'), 'English')
      const path = (name: string) => join(folder, `${name}-${short[locale]}.png`)
      const take = async (name: string) => {
        await settle(session.page)
        await session.page.screenshot({ path: path(name), animations: 'disabled' })
        console.log(path(name))
      }
      for (const picture of pictures) await picture({ session, t: (key) => translate(locale, key), take, path })
    }
  } finally {
    await session.end()
  }
}

/** Nothing is being fetched, drawn or announced, and no pointer hovers over anything. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(1365, 767)
  await page.waitForFunction(() => document.querySelector('.ant-message-notice') === null)
  await page.waitForTimeout(600)
}

/** A customer of the demonstration book with much to tell. */
const shown = 6

const demoPictures = [workbench, customer, map, editor, quote, quotation, whatIf, waybill, revenue, plan] as const

async function workbench({ session: { visit, page }, take }: Studio) {
  await visit('/workbench')
  await page.getByTestId('workbench-figures').waitFor()
  await page.locator('.chart svg').first().waitFor()
  await take('workbench')
}

async function customer({ session: { visit, page }, take }: Studio) {
  await visit(`/accounts/${shown}`)
  await page.locator('.chart svg').first().waitFor()
  await take('customer')
}

async function map({ session: { visit, page }, take }: Studio) {
  await visit(`/accounts/${shown}?tab=contacts&view=map`)
  await page.locator('.map-person').first().waitFor()
  await take('map')
}

/** The next version of a sheet that is in force. */
async function editor({ session: { visit, page }, take }: Studio) {
  await visit('/pricing/new?from=2&as=version')
  await page.locator('.sheet-grid td').first().waitFor()
  await take('editor')
}

async function quote({ session: { visit, page }, t, take }: Studio) {
  await visit('/pricing/quote?accountId=1')
  await choose(page, page.getByRole('combobox', { name: t('pricing:quote.product') }), '特惠')
  await page.getByRole('textbox', { name: t('pricing:quote.to') }).fill('广东深圳')
  await page.getByRole('textbox', { name: t('pricing:quote.weight') }).fill('3.6')
  await page.locator('.answer-total').waitFor()
  await take('quote')
}

async function quotation({ session: { visit, page }, t, path }: Studio) {
  await visit('/quotations/1')
  await page.getByTestId('quotation-sum').waitFor()
  const printed = await downloadOf(page, () => page.getByRole('button', { name: t('quotations:do.print') }).click())
  firstPage(printed.path, path('quotation-paper'))
}

/** All prices three per cent up. */
async function whatIf({ session: { visit, page }, t, take }: Studio) {
  await visit('/simulation/new?kind=change')
  await page.getByLabel(t('simulation:form.percent')).fill('3')
  await page.getByRole('button', { name: t('simulation:form.start') }).click()
  await page.getByTestId('simulation-figures').waitFor()
  await take('what-if')
}

async function waybill({ session: { visit, page }, t, take }: Studio) {
  await visit('/waybills?accountId=1&sort=revenueFen&desc=1')
  await page.getByRole('grid').locator('tbody tr').nth(2).locator('td').first().click()
  await page.getByRole('table', { name: t('waybills:panel.cost') }).waitFor()
  const heading = page.getByRole('heading', { name: t('waybills:panel.revenue') })
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await take('waybill')
  await page.keyboard.press('Escape')
}

async function revenue({ session: { visit, page }, take }: Studio) {
  await visit('/insight')
  await page.locator('.chart svg').first().waitFor()
  await take('revenue')
}

async function plan({ session: { visit, page }, t, take, path }: Studio) {
  await visit(`/plans/${shown}`)
  await page.locator('.chart svg').first().waitFor()
  await take('plan')
  const printed = await downloadOf(page, () => page.getByRole('button', { name: t('shell:print') }).click())
  firstPage(printed.path, path('plan-paper'))
}

function firstPage(pdf: string, picture: string): void {
  // pdftoppm names what it makes itself.
  const made = picture.replace(/\.png$/, '')
  execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', pdf, made])
  console.log(picture)
}

const importPictures = [importPreview] as const

async function importPreview({ session: { visit, page }, t, take }: Studio) {
  await visit('/imports')
  await page
    .getByRole('button', { name: t('imports:start.waybills') })
    .first()
    .click()
  await page.locator('input[type=file]').setInputFiles(sample('运单明细-2026-10.xlsx'))
  await page.getByRole('button', { name: t('imports:next.preview') }).click()
  await page.locator('.preview-rows tbody tr').first().waitFor()
  await take('import')
}

/** A book into which customers and prices of the samples have been imported, and no waybills yet. */
function mastersBook(): string {
  const folder = temporaryFolder()
  const yike = (...args: string[]) =>
    execFileSync(process.execPath, [join('out', 'main', 'cli.js'), '--data', folder, ...args], { stdio: 'ignore' })
  yike('import', 'accounts', sample('客户档案'))
  for (const name of sampleNames().filter((one) => one.startsWith('报价-')))
    yike('import', 'prices', sample(name), '--approve')
  return folder
}
