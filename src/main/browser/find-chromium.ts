import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// Imports nothing of the project: the tools read this file as it stands, before anything is built.

type Environment = Record<string, string | undefined>

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Edge first: it is on every Windows 10 and 11. */
const windowsPrograms = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
]

const windowsRoots = ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA']

/** Where an installed Chromium, Edge or Chrome is looked for, best first. `YIKE_CHROMIUM` names one by hand. */
export function chromiumPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  const named = env['YIKE_CHROMIUM'] ? [env['YIKE_CHROMIUM']] : []
  if (platform === 'win32') {
    const roots = windowsRoots.flatMap((name) => env[name] ?? [])
    return [...named, ...windowsPrograms.flatMap((program) => roots.map((root) => `${root}\\${program}`))]
  }
  if (platform === 'darwin') return [...named, ...macApps]
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return [...named, ...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))]
}

/** The path of an installed Chromium, Edge or Chrome, or null. */
export function findChromium(platform: NodeJS.Platform = process.platform, env: Environment = process.env) {
  return chromiumPlaces(platform, env).find(isRunnable) ?? null
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}

/** Flags of every Chromium the program starts: no first-run pages, nothing fetched, nothing synchronised. */
export function quietFlags(): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0
  return [
    ...(root ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
}
