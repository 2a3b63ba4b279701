import { enableCompileCache } from 'node:module'
import { nodeIsNewEnough } from './node-version'

// The database driver crashes on an old Node.js as soon as it is loaded: nothing is loaded before this is known.
if (nodeIsNewEnough()) {
  // The second start finds the program compiled.
  enableCompileCache()
  const { browserProgram } = await import('./program')
  await browserProgram(process.argv.slice(2), import.meta.dirname)
}
