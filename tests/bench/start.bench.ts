import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../src/main/browser/find-chromium'
import { finishJob, openBenchCore } from './bench-core'
import { line, median } from './measure'

const runs = 5

/** From starting the host process to the workbench's figures on the screen, the browser being open already. */
export async function run(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium, Edge or Chrome found')
  const folder = mkdtempSync(join(tmpdir(), 'yike-bench-'))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const core = await openBenchCore(folder)
    await finishJob(core, (await core.client.jobs.loadDemo({})).job)
    await core.close()
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const times: number[] = []
    for (let index = 0; index <= runs; index++) {
      const page = await context.newPage()
      const start = performance.now()
      const host = spawn(process.execPath, ['out/main/browser.js', '--data', folder, '--no-open'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await page.goto(await addressOf(host.stdout))
      await page.getByTestId('workbench-figures').waitFor()
      times.push((performance.now() - start) / 1000)
      await page.close()
      host.kill()
      await new Promise((resolve) => host.once('exit', resolve))
    }
    line('second start: host process to workbench shown', `${median(times.slice(1)).toFixed(2)} s`, 'under 2 s')
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of output) {
    text += String(chunk)
    const found = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(text)
    if (found) return found[0]
  }
  throw new Error(`the host ended without an address: ${text}`)
}
