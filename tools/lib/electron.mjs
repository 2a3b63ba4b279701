import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'

const folder = inRoot('node_modules', 'electron')
const failedOnce = inRoot('node_modules', '.yike-electron-unreachable')
const releases = 'https://github.com/electron/electron/releases/download/'
const retryAfter = 7 * 24 * 3600_000

/** The path of Electron's program, or null if it has not been downloaded. */
export function installedElectron() {
  const record = `${folder}/path.txt`
  if (!existsSync(record)) return null
  const path = `${folder}/dist/${readFileSync(record, 'utf8')}`
  return existsSync(path) ? path : null
}

/** The desktop host needs a screen. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Electron's program, downloaded if it can be had: tried once a week and whenever the mirror changes, never in
 * automation. A network that swallows the connection costs a few seconds, not minutes.
 */
export async function ensureElectron() {
  const found = installedElectron()
  if (found || process.env.CI || triedLately()) return found
  const source = mirror()
  if (await isReachable(source)) {
    console.error('Downloading Electron … (正在下载 Electron)')
    await run(process.execPath, [`${folder}/install.js`], { timeout: 300_000 })
  }
  const got = installedElectron()
  if (got) rmSync(failedOnce, { force: true })
  else writeFileSync(failedOnce, JSON.stringify({ source, at: Date.now() }))
  return got
}

function mirror() {
  return process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || releases
}

function triedLately() {
  if (!existsSync(failedOnce)) return false
  const { source, at } = JSON.parse(readFileSync(failedOnce, 'utf8'))
  return source === mirror() && Date.now() - at < retryAfter
}

/** Any answer counts, also a 404 for the folder itself. */
async function isReachable(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })
    return true
  } catch {
    return false
  }
}
