import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { findChromium, quietFlags } from './find-chromium'

/** True where a window can be shown at all. */
export function hasScreen(platform = process.platform, env: Record<string, string | undefined> = process.env): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Opens the address as a window without address bar or tabs. The browser gets a profile of its own in the book's
 * folder: it remembers the window's place and shares nothing with the user's own browsing.
 * @returns the browser's process, or null if there is no screen or no browser
 */
export function openWindow(address: string, dataDir: string): ChildProcess | null {
  const chromium = hasScreen() ? findChromium() : null
  if (chromium === null) return null
  const child = spawn(
    chromium,
    [...quietFlags(), `--user-data-dir=${join(dataDir, 'window')}`, '--window-size=1440,900', `--app=${address}`],
    { stdio: 'ignore' },
  )
  // A browser that cannot be started ends like one that was closed.
  child.on('error', () => child.emit('exit', 127, null))
  return child
}
