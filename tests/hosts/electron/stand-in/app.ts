import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type Electron from 'electron'
import { browserReady } from './browser'
import { declinable, Emitter } from './emitter'

const paths = new Map<string, string>([['documents', process.env['STAND_IN_DOCUMENTS'] ?? tmpdir()]])

/** Only a sandboxed program may open windows: the stand-in knows no others. */
export const sandbox = { enabled: false }

let quitting = false

type UsedOfApp = Pick<
  Electron.App,
  | 'setPath'
  | 'getPath'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'on'
  | 'once'
>

class App extends Emitter {
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Path does not exist: ${path}`)
    paths.set(name, path)
  }

  getPath(name: string): string {
    const path = paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setAppUserModelId(_id: string): void {}

  enableSandbox(): void {
    sandbox.enabled = true
  }

  /** The first program writes its number down; a later one taps it on the shoulder. */
  requestSingleInstanceLock(): boolean {
    const lock = join(this.getPath('userData'), 'stand-in.lock')
    const first = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (first > 0 && isRunning(first)) {
      process.kill(first, 'SIGUSR2')
      return false
    }
    writeFileSync(lock, String(process.pid))
    process.on('SIGUSR2', () => this.tell('second-instance', {}, [], ''))
    return true
  }

  async whenReady(): Promise<void> {
    await browserReady
  }

  quit(): void {
    if (quitting) return
    quitting = true
    this.tell('before-quit', declinable({}))
    for (const close of closers) close()
    const event = declinable({})
    this.tell('will-quit', event)
    if (!event.defaultPrevented) this.exit()
  }

  exit(code = 0): void {
    process.exit(code)
  }
}

export const app = new App() satisfies UsedOfApp

/** How to close each open window. */
export const closers = new Set<() => void>()

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
