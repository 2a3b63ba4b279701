/**
 * Takes the pictures of README with the demonstration book, from the built program:
 *
 *   node_modules/.bin/node tools/make-pictures.mjs
 *
 * Needs an installed Chromium, Edge or Chrome, and pdftoppm (poppler) for the paper.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../src/main/browser/find-chromium.ts'

const pictures = 'docs/pictures'
const folder = mkdtempSync(join(tmpdir(), 'yike-pictures-'))
const cli = (book, ...args) =>
  execFileSync(process.execPath, ['out/main/cli.js', ...args, '--data', join(folder, book)])

async function startHost(book) {
  const host = spawn(process.execPath, ['out/main/browser.js', '--data', book, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  for await (const chunk of host.stdout) {
    text += chunk
    const found = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(text)
    if (found) return { host, address: found[0] }
  }
  throw new Error(`the host ended without an address: ${text}`)
}

/** Goes to a page of the program and waits until it is at rest. */
async function show(page, route) {
  await page.evaluate((hash) => (location.hash = hash), route)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1200)
}

const take = (page, name) => page.screenshot({ path: join(pictures, `${name}.png`) })

async function takeAll(page, language) {
  for (const [name, route] of [
    ['workbench', '/workbench'],
    ['customer', '/accounts/6'],
    ['revenue', '/insight'],
    ['plan', '/plans/6'],
  ]) {
    await show(page, route)
    await take(page, `${name}-${language}`)
  }
  await show(page, '/waybills?status=rated')
  await page.locator('tbody tr').nth(3).click()
  await page.waitForTimeout(1200)
  await take(page, `waybill-${language}`)
}

async function takeQuote(page) {
  await show(page, '/pricing/quote?accountId=1')
  await page.getByLabel('目的地').first().fill('新疆 乌鲁木齐')
  await page.getByLabel(/重量/).first().fill('2.3')
  await page.waitForTimeout(1500)
  await take(page, 'quote-zh')
}

/** A newcomer's book: sample customers and prices are in, the messy month is looked at. */
async function takeImport(browser) {
  const samples = 'resources/samples'
  cli('new', 'import', 'accounts', `${samples}/客户档案.xlsx`)
  for (const file of readdirSync(samples).filter((name) => name.startsWith('报价-'))) {
    cli('new', 'import', 'prices', join(samples, file), '--approve')
  }
  const { host, address } = await startHost(join(folder, 'new'))
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await page.goto(address)
  await page.waitForTimeout(2000)
  await show(page, '/imports/waybills')
  await page.setInputFiles('input[type=file]', `${samples}/运单明细-2026-10.xlsx`)
  await page.getByRole('button', { name: '下一步：预览' }).click()
  await page.waitForTimeout(4000)
  await take(page, 'import-zh')
  host.kill()
}

try {
  cli('demo', 'demo')
  cli('demo', 'plan', 'print', '--account', 'KH000006', '--out', join(folder, 'plan.pdf'))
  execFileSync('pdftoppm', ['-r', '80', '-f', '1', '-l', '1', '-png', join(folder, 'plan.pdf'), join(folder, 'plan')])
  renameSync(join(folder, 'plan-1.png'), join(pictures, 'plan-paper-zh.png'))
  const { host, address } = await startHost(join(folder, 'demo'))
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await page.goto(address)
  await page.waitForTimeout(2500)
  await takeAll(page, 'zh')
  await takeQuote(page)
  await show(page, '/settings')
  await page.getByText('English', { exact: true }).first().click()
  await page.waitForTimeout(800)
  await takeAll(page, 'en')
  host.kill()
  await takeImport(browser)
  await browser.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
