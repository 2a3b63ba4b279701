import { existsSync } from 'node:fs'
import { findChromium } from '../../src/main/browser/find-chromium.ts'
import { run } from './run.mjs'

const debianPackages = ['chromium', 'fonts-noto-cjk']

/** What to do where no browser is installed and none may be installed without asking. */
export function howToGetChromium() {
  if (process.platform === 'win32') return 'winget install Microsoft.Edge'
  if (process.platform === 'darwin') return 'brew install --cask chromium'
  return `sudo apt-get install -y ${debianPackages.join(' ')}`
}

/** The path of an installed Chromium, Edge or Chrome; installed by apt first where this is root on Debian. Null: none. */
export async function ensureChromium() {
  const found = findChromium()
  if (found || !isRootOnDebian()) return found
  console.error(`Installing ${debianPackages.join(' and ')} … (正在安装浏览器)`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages], { env })
  return findChromium()
}

function isRootOnDebian() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/etc/debian_version')
}
