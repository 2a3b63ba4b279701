import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium, quietFlags } from '../../../src/main/browser/find-chromium'
import { announceHost, findRunningHost } from '../../../src/main/browser/running-host'
import { startProgram, type Program } from '../program'
import { tempFolder } from '../temp-folder'

async function started(dataDir: string, args?: string[], env?: object): Promise<Program> {
  const program = await startProgram(dataDir, args, env)
  onTestFinished(() => program.stop())
  return program
}

async function browserPage() {
  const executablePath = findChromium() ?? undefined
  const browser = await chromium.launch({ executablePath, args: [...quietFlags(), '--disable-gpu'] })
  onTestFinished(() => browser.close())
  return browser.newPage()
}

test('the printed address shows the program; the address bar keeps no secret', async () => {
  const program = await started(join(tempFolder(), 'book'))
  const page = await browserPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(program.address)
  await page.waitForURL((url) => url.pathname === '/')
  await page.locator('#root > *').first().waitFor()
  expect(page.url()).not.toMatch(/key|code/)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(errors).toEqual([])
})

test('it says on disk where it listens, to its own user only, and takes that back when told to stop', async () => {
  const dataDir = join(tempFolder(), 'book')
  const program = await started(dataDir)
  const record = join(dataDir, 'host.json')
  expect(statSync(record).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(record, 'utf8'))).toMatchObject({ port: Number(new URL(program.address).port) })
  await program.stop()
  expect(await program.ended).toBe(0)
  expect(existsSync(record)).toBe(false)
})

test('a second start of the same book joins the first and ends', async () => {
  const dataDir = join(tempFolder(), 'book')
  const first = await started(dataDir)
  const second = await started(dataDir)
  expect(await second.ended).toBe(0)
  expect(second.address).toBe(first.address)
  expect(second.output()).toContain('已经打开')
})

test('two starts at the same moment end with one host and one joined', async () => {
  const dataDir = join(tempFolder(), 'book')
  const both = await Promise.all([started(dataDir), started(dataDir)])
  expect(both[0]?.address).toBe(both[1]?.address)
})

test('what a killed host left behind is no host', async () => {
  const dataDir = tempFolder()
  announceHost(dataDir, { port: 1, token: 'x'.repeat(43) })
  expect(await findRunningHost(dataDir)).toBeNull()
  writeFileSync(join(dataDir, 'host.json'), '{"port":')
  expect(await findRunningHost(dataDir)).toBeNull()
})

test('where there is no screen it says what to do and keeps running', async () => {
  const program = await started(join(tempFolder(), 'book'), [], { DISPLAY: '', WAYLAND_DISPLAY: '' })
  await expect.poll(() => program.output()).toContain('ELECTRON_MIRROR')
  expect(program.child.exitCode).toBeNull()
})

test('it stops after its window: here the user opened it in the browser the program started', async () => {
  const dataDir = join(tempFolder(), 'book')
  const folder = tempFolder()
  const browser = join(folder, 'browser.mjs')
  // Stands for the user's browser: opens the address it is given, holds the page's connection for a moment and closes.
  writeFileSync(
    browser,
    `#!${process.execPath}
const address = process.argv.find((arg) => arg.startsWith('--app=')).slice(6)
const opened = await fetch(address)
const cookie = opened.headers.get('set-cookie').split(';')[0]
const abort = new AbortController()
await fetch(new URL('/presence', address), { headers: { cookie }, signal: abort.signal })
setTimeout(() => { abort.abort(); process.exit() }, 300)
`,
    { mode: 0o755 },
  )
  const program = await started(dataDir, [], { DISPLAY: ':99', YIKE_CHROMIUM: browser })
  expect(await program.ended).toBe(0)
})

test.each([
  [['--fast'], 2, '--no-open'],
  [['--port', 'x'], 2, '端口'],
  [['--lang', 'en', '--colour'], 2, 'Wrong use'],
])('wrong use %j is answered in one sentence', (args, exit, words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('out', 'main', 'browser.js'), ...args], {
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([exit, ''])
  expect(stderr).toContain(words)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
})

test('a port that is taken is named', async () => {
  const first = await started(join(tempFolder(), 'book'))
  const { port } = new URL(first.address)
  const second = startProgram(join(tempFolder(), 'book'), ['--no-open', '--port', port])
  await expect(second).rejects.toThrow(`端口 ${port} 正被其他程序使用`)
})
