import { build } from 'vite'
import { ensureBuilt } from '../lib/build.mjs'
import { ensureChromium } from '../lib/chromium.mjs'
import { inRoot } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

/** `npm run bench [-- name …]`: builds `tests/bench/run.ts` as the program itself is built and runs it. */
export default async function bench(args) {
  await ensureChromium()
  await ensureBuilt()
  const outDir = inRoot('.tmp', 'bench')
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: inRoot('tests', 'bench', 'run.ts'), outDir, minify: false, target: 'node24' },
  })
  process.exitCode = await run(process.execPath, ['--expose-gc', `${outDir}/run.js`, ...args], { output: 'own' })
}
