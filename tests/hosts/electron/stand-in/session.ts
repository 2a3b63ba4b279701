import type { Page, Route } from '@playwright/test'
import type Electron from 'electron'
import { browserReady, fromShown } from './browser'
import { declinable, Emitter } from './emitter'

type PageHandler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

/** What the browser may be asked for that Electron would ask the program about. */
const askable = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const

type UsedOfSession = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
>

/** Where pages get their files from, and what is let through. */
class Session extends Emitter {
  readonly #handlers = new Map<string, PageHandler>()
  #beforeRequest: BeforeRequest = (_details, answer) => answer({})
  #check: PermissionCheck = null

  readonly protocol = {
    handle: (scheme: string, handler: PageHandler) => void this.#handlers.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => void (this.#beforeRequest = listener),
  }

  setPermissionRequestHandler(_handler: unknown): void {}

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#check = handler
  }

  setDevicePermissionHandler(_handler: unknown): void {}

  /** Lets the page have what the program's handlers let it have. */
  async guard(page: Page): Promise<void> {
    const check = this.#check ?? (() => true)
    const granted = askable.filter((name) => check(null, name as 'geolocation', '', {} as never))
    await (await browserReady).grantPermissions(granted)
    // A handler that throws is a failed request, as in Electron.
    await page.route('**/*', (route) => this.#answer(route).catch(() => route.abort('failed')))
    page.on('download', (download) => {
      const event = declinable({})
      this.tell('will-download', event, {}, {})
      if (event.defaultPrevented) void download.cancel()
    })
  }

  async #answer(route: Route): Promise<void> {
    const sent = route.request()
    const url = fromShown(sent.url())
    let cancelled = false
    this.#beforeRequest({ url }, ({ cancel }) => (cancelled = cancel === true))
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1))
    if (cancelled || !handler) return route.abort('blockedbyclient')
    const bytes = sent.postDataBuffer()
    const body = bytes ? { body: new Uint8Array(bytes) } : {}
    const response = await handler(new Request(url, { method: sent.method(), ...body }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }
}

const defaultSession = new Session() satisfies UsedOfSession
const partitions = new Map<string, Session>()

export const session = {
  defaultSession,
  fromPartition: (name: string) => {
    const made = partitions.get(name) ?? new Session()
    partitions.set(name, made)
    return made
  },
}

export type { Session }

let privileged: Electron.CustomScheme[] = []

/** Electron's global `protocol` is the default session's. */
export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void (privileged = schemes),
  handle: (scheme: string, handler: PageHandler) => {
    if (!privileged.some((known) => known.scheme === scheme)) throw new Error(`${scheme} has no privileges`)
    defaultSession.protocol.handle(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>
