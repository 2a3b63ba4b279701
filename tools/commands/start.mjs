import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '../lib/build.mjs'
import { ensureChromium } from '../lib/chromium.mjs'
import { ensureElectron, hasScreen } from '../lib/electron.mjs'
import { inRoot } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

/** Options that only the browser host has: whoever names one wants an address, not a desktop window. */
const browserHostOptions = ['--port', '--no-open']

/** `npm start`: Electron where it is or can be had, otherwise the browser host in an installed browser. */
export default async function start(args) {
  await ensureBuilt()
  const wantsAddress = args.some((arg) => browserHostOptions.includes(arg.split('=')[0]))
  const electron = wantsAddress || !hasScreen() ? null : await ensureElectron()
  if (electron) {
    process.exitCode = await run(electron, [...rootFlags(), inRoot(), ...args], { output: 'own' })
    return
  }
  await ensureChromium()
  const host = inRoot('out', 'main', 'browser.js')
  process.argv = [process.execPath, host, ...args]
  await import(pathToFileURL(host).href)
}

/** Chromium refuses to run as root with its sandbox on. */
function rootFlags() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}
