/**
 * Runs a TypeScript file of tools/ with the project's own imports (`#shared/…`, `#core/…`), which Node alone cannot follow:
 *
 *   node_modules/.bin/node tools/run-ts.mjs tools/make-samples.ts [arguments]
 *
 * The file exports `main(arguments)`.
 */
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file, ...rest] = process.argv.slice(2)
if (!file) throw new Error('name the file to run')
const { module } = await runnerImport(resolve(file), { logLevel: 'error' })
await module.main(rest)
