import { nodeIsNewEnough } from '../browser/node-version'

// The database driver crashes on an old Node.js as soon as it is loaded: nothing is loaded before this is known.
if (nodeIsNewEnough()) {
  const { runCommandLine } = await import('./command-line')
  process.exitCode = await runCommandLine(process.argv.slice(2), import.meta.dirname)
}
