import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'
import { startProgram, type Program } from '#tests/hosts/program'

/** The built program on a book of its own, and a window on it. */
export class Session {
  readonly #folder: string
  readonly #browser: Browser
  /** What no script caught, and what the console said; nothing of it is ever right. */
  readonly #uncaught: string[] = []
  readonly #complaints: string[] = []
  #program: Program | null = null
  #page: Page | null = null

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser
    this.#folder = folder
  }

  static async start(browser: Browser, folder = temporaryFolder()): Promise<Session> {
    const session = new Session(browser, folder)
    await session.open()
    return session
  }

  get page(): Page {
    if (!this.#page) throw new Error('the session is not open')
    return this.#page
  }

  get program(): Program {
    if (!this.#program) throw new Error('the session is not open')
    return this.#program
  }

  /** Starts the host and opens its window. */
  async open(): Promise<void> {
    this.#program = await startProgram(this.#folder, ['--no-open', '--port', '0'])
    const context = await this.#browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    page.on('pageerror', (error) => this.#uncaught.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text())
    })
    this.#page = page
    await page.goto(this.#program.address)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

  /** Stops the host as Ctrl+C does; its window is closed first, as a user does. */
  async stop(): Promise<void> {
    await this.#page?.context().close()
    this.#page = null
    await this.#program?.stop()
    this.#program = null
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.open()
  }

  /** Goes to a page of the program by its address, e.g. `/waybills?period=all`, and waits until it stands there. */
  readonly visit = async (address: string): Promise<void> => {
    await this.page.goto(new URL(`/#${address}`, this.program.address).href)
    await this.page.waitForFunction(
      () => document.querySelector('main')?.dataset['place'] === globalThis.location.hash.slice(1),
    )
  }

  /** The console and the page had nothing to complain of so far. */
  expectQuiet(): void {
    this.expectNothingUncaught()
    expect(this.#complaints).toEqual([])
  }

  /** Where the program refuses, the console notes the refused call; the page itself is to stay whole. */
  expectNothingUncaught(): void {
    expect(this.#uncaught).toEqual([])
  }

  /** Stops what runs and removes the book. */
  async end(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yike-e2e-'))
}
