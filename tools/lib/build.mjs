import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { Plain, run } from './run.mjs'

const stamp = inRoot('out', '.built')
const lock = inRoot('node_modules', '.yike-build')
const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Builds into out/ if a source is newer than the last build. Two commands started together build once. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await holdLock()
  try {
    if (!isBuilt()) await build()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

async function build() {
  console.error('Building … (正在构建)')
  const started = new Date()
  const code = await run(process.execPath, [
    inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  if (code !== 0) throw new Plain(`The build failed (exit code ${code}); its reason stands above.`)
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started)
}

function isBuilt() {
  const built = modified(stamp)
  return built > 0 && sources.every((source) => newest(inRoot(source)) <= built)
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Folders count too: their time changes when a file in them is deleted or renamed. */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

async function holdLock() {
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause
    }
    if (lockIsStale()) rmSync(lock, { recursive: true, force: true })
    else await sleep(200)
  }
}

/** The builder wrote its number a moment after taking the lock; one without a number for long died in between. */
function lockIsStale() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')) || Number.NaN, 0)
    return false
  } catch (cause) {
    if (cause.code === 'EPERM') return false
    return cause.code === 'ESRCH' || Date.now() - modified(lock) > 10_000
  }
}
