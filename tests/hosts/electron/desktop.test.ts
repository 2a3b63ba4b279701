import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { tempFolder } from '../temp-folder'
import { intoPage } from '../transports/page-script'
import { installedElectron, runStandIn, startDesktop, windowBrowser } from './desktop'

describe('the window', () => {
  test('shows the program, knows the machine and has no way to Node.js', async () => {
    const { page } = await startDesktop()
    expect(await page.title()).toContain('驿客')
    const world = await page.evaluate(() => ({
      facts: { ...window.yike },
      frozen: Object.isFrozen(window.yike),
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      functions: Object.values(window.yike ?? {}).filter((value) => typeof value === 'function').length,
    }))
    expect(Object.keys(world.facts).toSorted()).toEqual(['chromium', 'electron', 'platform'])
    expect(world.frozen).toBe(true)
    expect(world.node).toEqual([])
    expect(world.functions).toBe(0)
  })

  test('runs no foreign script, reaches no foreign address, gets no permission', async () => {
    const { page } = await startDesktop()
    const tried = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
      const reached = await fetch('https://example.com/').then(
        () => true,
        () => false,
      )
      const { state } = await navigator.permissions.query({ name: 'geolocation' })
      return { title: document.title, reached, state }
    })
    expect(tried.title).not.toBe('taken over')
    expect(tried.reached).toBe(false)
    expect(tried.state).not.toBe('granted')
  })

  test('goes nowhere else and opens nothing', async () => {
    const { page } = await startDesktop()
    const before = page.url()
    await page.evaluate(() => {
      window.open('https://example.com/')
      window.location.href = 'https://example.com/'
    })
    await page.waitForTimeout(500)
    expect(page.url()).toBe(before)
    expect(
      page
        .context()
        .pages()
        .filter((other) => other.url().includes('example.com')),
    ).toEqual([])
  })

  test('comes back where it was left', async () => {
    const dataDir = join(tempFolder(), 'book')
    const first = await startDesktop(dataDir)
    await first.close()
    const memory = join(dataDir, 'desktop', 'window.json')
    const left = JSON.parse(readFileSync(memory, 'utf8')) as { bounds: { width: number }; maximized: boolean }
    writeFileSync(
      memory,
      JSON.stringify({ ...left, bounds: { ...left.bounds, x: 40, y: 50, width: 1200, height: 700 } }),
    )
    const second = await startDesktop(dataDir)
    await second.close()
    expect(JSON.parse(readFileSync(memory, 'utf8'))).toMatchObject({ bounds: { width: 1200, height: 700 } })
  })
})

describe('the port', () => {
  test('carries calls at once, again after a reload, and for nothing but the agreed message', async () => {
    const { page } = await startDesktop()
    await intoPage(page)
    const ask = () => page.evaluate(() => window.trial.api.system.info({}))
    expect(await ask()).toMatchObject({ host: 'electron', files: 'dialog' })
    await page.reload()
    await intoPage(page)
    expect(await ask()).toMatchObject({ host: 'electron' })
    const answered = await page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel()
      const answer = new Promise<boolean>((resolve) => {
        port1.addEventListener('message', () => resolve(true))
        setTimeout(() => resolve(false), 300)
      })
      port1.start()
      window.postMessage('yike:other', window.location.origin, [port2])
      port1.postMessage('{}')
      return answer
    })
    expect(answered).toBe(false)
  })
})

describe('files', () => {
  test('a chosen file is known to the page by ticket and name only; a closed dialog is no error', async () => {
    const desktop = await startDesktop()
    await intoPage(desktop.page)
    const choose = (several: boolean) =>
      desktop.page.evaluate(
        (more) => window.trial.api.files.choose({ title: '选择文件', extensions: ['csv'], several: more }),
        several,
      )
    const [path, other] = [join(tempFolder(), '客户.csv'), join(tempFolder(), '合同.pdf')]
    writeFileSync(path, '名称\n甲公司\n')
    writeFileSync(other, '%PDF-')
    await desktop.willChoose(path)
    const chosen = await choose(false)
    expect(chosen).toMatchObject([{ name: '客户.csv', bytes: 17 }])
    expect(JSON.stringify(chosen)).not.toContain(path)
    await desktop.willChoose(path, other)
    expect((await choose(true)).map(({ name }) => name)).toEqual(['客户.csv', '合同.pdf'])
    await desktop.willChoose()
    expect(await choose(false)).toEqual([])
  })

  test('a dropped file goes in like an upload, and a made file is saved where the user says', async () => {
    const desktop = await startDesktop()
    await intoPage(desktop.page)
    const inspected = await desktop.page.evaluate(async () => {
      const file = new File(['客户编码,名称\nKH1,甲公司\n'], '客户.csv')
      const { ticket, name } = await window.trial.uploadFile(file)
      const { columns } = await window.trial.api.imports.inspect({ kind: 'accounts', ticket })
      return { name, headers: columns.map((column) => column.header) }
    })
    expect(inspected).toEqual({ name: '客户.csv', headers: ['客户编码', '名称'] })

    const target = join(tempFolder(), '我的样表.xlsx')
    await desktop.willSave(target)
    const delivered = await desktop.page.evaluate(async () => {
      const { ticket } = await window.trial.api.accounts.export({ locale: 'zh-CN' })
      return window.trial.api.files.deliver({ ticket })
    })
    expect(delivered).toEqual({ saved: true, path: target, download: null })
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK')
  })

  test('where a file cannot be saved it is said, and what was there is as it was', async () => {
    const desktop = await startDesktop()
    await intoPage(desktop.page)
    // A folder under the name: nothing can be put in its place, on no system.
    const target = tempFolder()
    const kept = join(target, '旧文件.txt')
    writeFileSync(kept, '旧')
    await desktop.willSave(target)
    const answer = await desktop.page.evaluate(async () => {
      const { ticket } = await window.trial.api.accounts.export({ locale: 'zh-CN' })
      return window.trial.api.files.deliver({ ticket }).catch((cause: unknown) => (cause as { data: unknown }).data)
    })
    expect(answer).toMatchObject({ code: 'file-unwritable', params: { file: target } })
    expect(readFileSync(kept, 'utf8')).toBe('旧')
    expect(existsSync(`${target}.part`)).toBe(false)
  })
})

test('a paper is printed through a hidden window that closes again', async () => {
  const desktop = await startDesktop()
  await intoPage(desktop.page)
  const target = join(tempFolder(), '报表.pdf')
  await desktop.willSave(target)
  await desktop.page.evaluate(async () => {
    const month = { from: '2026-03', to: '2026-03' }
    const { ticket } = await window.trial.api.insight.exportRevenue({ ...month, format: 'pdf', locale: 'zh-CN' })
    await window.trial.api.files.deliver({ ticket })
  })
  const pdf = readFileSync(target).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  const [, width] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect([595, 842]).toContain(Math.round(Number(width)))
  expect(await desktop.page.evaluate(() => window.trial.api.system.info({}))).toMatchObject({ host: 'electron' })
})

describe.runIf(installedElectron() === null)('the program, by the stand-in', () => {
  test('opens one window for one book: a second start only taps the first', async () => {
    const dataDir = join(tempFolder(), 'book')
    const { context, endpoint } = await windowBrowser()
    const first = runStandIn(dataDir, endpoint)
    const shown = () => context.pages().filter((page) => page.url().includes('yike.test')).length
    await vi.waitFor(() => expect(shown()).toBe(1), 20_000)
    const second = runStandIn(dataDir, endpoint)
    expect(await second.ended).toBe(0)
    expect(shown()).toBe(1)
    expect(first.child.exitCode).toBeNull()
  })

  test('a book another program holds is named in a box, and the program ends', async () => {
    const dataDir = join(tempFolder(), 'book')
    const { endpoint } = await windowBrowser()
    const { createCore } = await import('#core/core')
    const { hostWithoutDialogs } = await import('../../../src/main/browser/host')
    const core = await createCore({ dataDir, host: hostWithoutDialogs('cli'), workerDir: 'out/main' })
    const run = runStandIn(dataDir, endpoint)
    expect(await run.ended).toBe(1)
    await core.close()
    const box = run.reports.find((report) => report['what'] === 'error-box')
    expect(box?.['content']).toContain('账套正被另一个驿客程序使用')
  })
})
