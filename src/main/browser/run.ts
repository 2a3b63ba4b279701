import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { translate, type Locale } from '#shared/i18n/index'
import { createCore, type Core } from '#core/core'
import { Refused } from '#core/refused'
import { CommandProblem } from '../cli/problem'
import { hostWithoutDialogs } from './host'
import { hasScreen, openWindow } from './open-window'
import { Presence } from './presence'
import { announceHost, findRunningHost, windowAddress, withdrawHost, type RunningHost } from './running-host'
import { serve } from './server'

/** How long after its last page the host stops; a reload takes less. */
const graceMilliseconds = 5_000

export interface BrowserHostOptions {
  dataDir: string
  /** 0: any free port. */
  port: number
  /** Open a window and stop with it. Otherwise only the address is printed, and the host runs until it is told to stop. */
  open: boolean
  /** Folder of the built hosts and workers, `out/main`. */
  programFolder: string
  locale: Locale
  say: (line: string) => void
}

/**
 * Runs the program on a loopback address until its window is closed or it is told to stop. If a host already serves
 * this book, its window is opened instead.
 * @throws Refused if the book cannot be opened
 */
export async function runBrowserHost(options: BrowserHostOptions): Promise<void> {
  const running = await findRunningHost(options.dataDir)
  if (running) return joinWindow(running, options)
  let core: Core
  try {
    core = await createCore({
      dataDir: options.dataDir,
      host: hostWithoutDialogs('browser'),
      workerDir: options.programFolder,
    })
  } catch (cause) {
    // Two starts at the same moment: the other one has the book and is about to say where it listens.
    const other = isLocked(cause) ? await waitForHost(options.dataDir) : null
    if (!other) throw cause
    return joinWindow(other, options)
  }
  try {
    await serveUntilStopped(core, options)
  } finally {
    await core.close()
  }
}

async function serveUntilStopped(core: Core, options: BrowserHostOptions): Promise<void> {
  const { dataDir, locale, say } = options
  const stop = Promise.withResolvers<void>()
  const opening = options.open && hasScreen()
  let stopsWithWindow = opening
  const presence = new Presence(graceMilliseconds, () => {
    if (stopsWithWindow) stop.resolve()
  })
  const server = await serve({
    core,
    pageFolder: join(options.programFolder, '../renderer'),
    presence,
    port: options.port,
    onFailure: (cause) => console.error(cause),
  }).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EADDRINUSE' ? new CommandProblem('portTaken', { port: options.port }, 1) : cause
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, stop.resolve)
  try {
    announceHost(dataDir, { port: server.port, token: server.access.token })
    const window = opening ? openWindow(server.address('code'), dataDir) : null
    say(translate(locale, 'hosts:address', { address: server.address('token') }))
    if (!window) stopsWithWindow = false
    if (options.open && !window) say(translate(locale, 'hosts:noWindow'))
    window?.on('exit', () => {
      if (presence.everSeen) return
      stopsWithWindow = false
      say(translate(locale, 'hosts:noWindow'))
    })
    await stop.promise
  } finally {
    for (const signal of signals) process.off(signal, stop.resolve)
    withdrawHost(dataDir)
    await server.close()
  }
}

async function joinWindow(host: RunningHost, { open, dataDir, locale, say }: BrowserHostOptions): Promise<void> {
  const window = open ? openWindow(await windowAddress(host), dataDir) : null
  window?.unref()
  say(translate(locale, 'hosts:joined', { address: `${host.origin}/open?key=${host.token}` }))
}

function isLocked(cause: unknown): boolean {
  return cause instanceof Refused && cause.code === 'book-locked'
}

async function waitForHost(dataDir: string): Promise<RunningHost | null> {
  for (let tries = 0; tries < 25; tries++) {
    await sleep(200)
    const host = await findRunningHost(dataDir)
    if (host) return host
  }
  return null
}
