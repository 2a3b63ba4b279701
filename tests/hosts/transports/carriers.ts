import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { chromium, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { createCore } from '#core/core'
import { findChromium, quietFlags } from '../../../src/main/browser/find-chromium'
import { hostWithoutDialogs } from '../../../src/main/browser/host'
import { Presence } from '../../../src/main/browser/presence'
import { serve } from '../../../src/main/browser/server'
import type { Api } from '../../../src/main/cli/session'
import { startDesktop } from '../electron/desktop'
import { tempFolder } from '../temp-folder'
import { intoPage } from './page-script'
import { scenarios, type Scenario } from './scenarios'

/** Runs a scenario over one transport. */
export type Carrier = (scenario: Scenario) => Promise<unknown>

async function openCore() {
  const core = await createCore({
    dataDir: join(tempFolder(), 'book'),
    host: hostWithoutDialogs('browser'),
    workerDir: resolve('out', 'main'),
  })
  onTestFinished(() => core.close())
  return core
}

async function openServer() {
  const core = await openCore()
  const presence = new Presence(1_000, () => undefined)
  const pageFolder = resolve('out', 'renderer')
  const server = await serve({ core, pageFolder, presence, port: 0, onFailure: fail })
  onTestFinished(() => server.close())
  return server
}

function fail(cause: unknown): void {
  throw cause
}

const direct =
  (api: Api): Carrier =>
  (scenario) =>
    scenarios[scenario](api)

const inPage =
  (page: Page): Carrier =>
  (scenario) =>
    page.evaluate((name) => window.trial.scenarios[name](window.trial.api), scenario)

/** Every way a call can travel. */
export const carriers: Readonly<Record<string, () => Promise<Carrier>>> = {
  'in process': async () => direct((await openCore()).client),

  'HTTP, as the command line calls': async () => {
    const server = await openServer()
    const headers = { authorization: `Bearer ${server.access.token}` }
    const api: Api = createORPCClient(new RPCLink({ url: `http://127.0.0.1:${server.port}/rpc`, headers }))
    return direct(api)
  },

  'HTTP, from the page of the browser host': async () => {
    const server = await openServer()
    const executablePath = findChromium() ?? undefined
    const browser = await chromium.launch({ executablePath, args: [...quietFlags(), '--disable-gpu'] })
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    await page.goto(server.address('code'))
    await page.waitForURL(`http://127.0.0.1:${server.port}/`)
    await page.waitForLoadState('load')
    await intoPage(page)
    return inPage(page)
  },

  'message port, from the page of the desktop host': async () => {
    const { page } = await startDesktop()
    await intoPage(page)
    return inPage(page)
  },
}
