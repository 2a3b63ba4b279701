import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type Electron from 'electron'
import { app, closers, sandbox } from './app'
import { browserReady, fromShown, toShown } from './browser'
import { declinable, Emitter } from './emitter'
import { carryIpc } from './ports'
import { preloadWorld } from './preload-world'
import { session, type Session } from './session'

type Preferences = Omit<Electron.WebPreferences, 'session'> & { session?: Session }
type Options = Omit<Electron.BrowserWindowConstructorOptions, 'webPreferences'> & { webPreferences?: Preferences }

class WebContents extends Emitter {
  #opener: () => { action: string } = () => ({ action: 'allow' })
  readonly #page: () => Promise<Page>

  constructor(page: () => Promise<Page>) {
    super()
    this.#page = page
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.#opener = handler
  }

  mayOpen(): boolean {
    return this.#opener().action !== 'deny'
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { preferCSSPageSize, printBackground, displayHeaderFooter } = options
    return (await this.#page()).pdf({ preferCSSPageSize, printBackground, displayHeaderFooter })
  }
}

type UsedOfWindow = Pick<
  Electron.BrowserWindow,
  | 'on'
  | 'once'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'maximize'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'destroy'
>

/** A window is a page of a real Chromium; only sandboxed, isolated windows without Node.js can be made at all. */
export class BrowserWindow extends Emitter {
  readonly webContents: WebContents
  readonly #page: Promise<Page>
  readonly #bounds: Electron.Rectangle
  #maximized = false
  #closed = false

  constructor({ x = 0, y = 0, width = 800, height = 600, webPreferences = {} }: Options) {
    super()
    const { sandbox: sandboxed, contextIsolation, nodeIntegration, webSecurity } = webPreferences
    const safe = sandbox.enabled && sandboxed && contextIsolation && nodeIntegration === false && webSecurity
    if (!safe) throw new Error('the stand-in makes safe windows only')
    this.#bounds = { x, y, width, height }
    this.webContents = new WebContents(() => this.#page)
    app.tell('web-contents-created', {}, this.webContents)
    this.#page = this.#open(webPreferences)
    closers.add(this.#close)
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page
    await page.goto(toShown(address))
    this.tell('ready-to-show')
  }

  show(): void {}
  focus(): void {}
  restore(): void {}

  isMinimized(): boolean {
    return false
  }

  maximize(): void {
    this.#maximized = true
  }

  isMaximized(): boolean {
    return this.#maximized
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds
  }

  /** Without asking anybody, as Electron does. */
  destroy(): void {
    this.#closed = true
    closers.delete(this.#close)
    void this.#page.then((page) => page.close())
  }

  async #open({ preload, session: own = session.defaultSession, javascript }: Preferences): Promise<Page> {
    const page = await (await browserReady).newPage()
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height })
    await own.guard(page)
    if (preload) {
      await carryIpc(page, this.webContents)
      await page.addInitScript({ content: preloadWorld(readFileSync(preload, 'utf8')) })
    }
    if (javascript === false) {
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
    }
    await this.#watchNavigation(page)
    page.on('close', this.#close)
    return page
  }

  /** Asks before the page leaves for another address and before it opens a window, as Electron does. */
  async #watchNavigation(page: Page): Promise<void> {
    await page.route('**/*', (route) => {
      const request = route.request()
      const leaves =
        request.isNavigationRequest() && request.frame() === page.mainFrame() && page.url() !== 'about:blank'
      if (!leaves) return route.fallback()
      const event = declinable({ url: fromShown(request.url()) })
      this.webContents.tell('will-navigate', event)
      return event.defaultPrevented ? route.abort('aborted') : route.fallback()
    })
    page.on('popup', (popup) => {
      if (!this.webContents.mayOpen()) void popup.close()
    })
  }

  readonly #close = (): void => {
    if (this.#closed) return
    this.#closed = true
    closers.delete(this.#close)
    this.tell('close', declinable({}))
    void this.#page.then((page) => page.close())
    this.tell('closed')
    if (closers.size === 0) app.tell('window-all-closed')
  }
}

export type WindowFits = BrowserWindow extends UsedOfWindow ? true : never
const fits: WindowFits = true
export { fits }
