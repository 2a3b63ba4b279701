import { enableCompileCache } from 'node:module'
import { nodeIsNewEnough } from '../browser/node-version'

// Whoever reads the output may stop reading (`yike list waybills | head`): that is no failure to report.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause
  process.exit()
})

// The database driver crashes on an old Node.js as soon as it is loaded: nothing is loaded before this is known.
if (nodeIsNewEnough()) {
  // The second start finds the program compiled.
  enableCompileCache()
  const { runCommandLine } = await import('./command-line')
  process.exitCode = await runCommandLine(process.argv.slice(2), import.meta.dirname)
}
