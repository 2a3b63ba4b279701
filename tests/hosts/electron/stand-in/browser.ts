import { chromium, type BrowserContext } from '@playwright/test'

/**
 * The Chromium the windows live in. The test started it and looks at the same pages through a connection of its own.
 */
export const browserReady: Promise<BrowserContext> = connect()

async function connect(): Promise<BrowserContext> {
  const endpoint = process.env['STAND_IN_BROWSER']
  if (!endpoint) throw new Error('STAND_IN_BROWSER names no browser')
  const browser = await chromium.connectOverCDP(endpoint)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no context')
  return context
}

/** Stock Chromium knows no scheme of ours: `yike://app/` is shown as this origin and translated back everywhere. */
const shown = /^https:\/\/(\w+)\.yike\.test\//

export function toShown(address: string): string {
  return address.replace(/^yike:\/\/(\w+)\//, 'https://$1.yike.test/')
}

export function fromShown(address: string): string {
  return address.replace(shown, 'yike://$1/')
}
