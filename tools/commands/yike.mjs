import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '../lib/build.mjs'
import { inRoot } from '../lib/paths.mjs'

/** `npm run -s yike -- <command>`: the command line of the built program. */
export default async function yike(args) {
  await ensureBuilt()
  const host = inRoot('out', 'main', 'cli.js')
  process.argv = [process.execPath, host, ...args]
  await import(pathToFileURL(host).href)
}
