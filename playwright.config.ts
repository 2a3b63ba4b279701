import { defineConfig } from '@playwright/test'
import { findChromium, quietFlags } from './src/main/browser/find-chromium'

const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium, Edge or Chrome is installed; npm test says how to get one.')

// Without a UTF-8 locale a browser loses Chinese file names on their way in and out.
const { LC_ALL, LC_CTYPE, LANG } = process.env
if (!/utf-?8/i.test(LC_ALL ?? LC_CTYPE ?? LANG ?? '')) process.env['LC_ALL'] = 'C.UTF-8'

/** End-to-end tests drive the built program in a real browser; each starts its own program on a book of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.tmp/e2e',
  timeout: 120_000,
  // Each file has its own program and book; most of a test waits for the window.
  workers: 2,
  retries: 0,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...quietFlags(), '--disable-gpu'] },
  },
})
