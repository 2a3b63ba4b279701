import { spawn } from 'node:child_process'
import { chromium } from '@playwright/test'
import { findChromium } from '../../src/main/browser/find-chromium'
import { inBenchFolder, openDemoCore } from './bench-core'
import { line, median } from './measure'

const runs = 5

/** From starting the host process to the workbench's figures on the screen, the browser being open already. */
export async function run(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium, Edge or Chrome found')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await inBenchFolder(async (folder) => {
      await (await openDemoCore(folder)).close()
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
    })
  } finally {
    await browser.close()
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
