import { mkdirSync, rmSync } from 'node:fs'
import { ensureBuilt } from '../lib/build.mjs'
import { ensureChromium, howToGetChromium } from '../lib/chromium.mjs'
import { inRoot } from '../lib/paths.mjs'
import { Plain, run } from '../lib/run.mjs'
import { closingLine, none, playwrightCounts, stepCounts, sum, vitestCounts } from '../lib/test-counts.mjs'

const reports = inRoot('.tmp', 'test-reports')
const failure = { ...none, failed: 1 }
const tool = (...path) => inRoot('node_modules', ...path)

/**
 * `npm test`: everything there is, in the order in which a failure is cheapest to find. Later steps run although an
 * earlier one failed, so that one run shows all there is to mend; only without a build there is nothing to drive end to end.
 */
export default async function test() {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const done = []
  try {
    await browserOrPlain()
    done.push(await check('typecheck', tool('typescript', 'bin', 'tsc'), ['-p', 'tsconfig.json', '--noEmit']))
    done.push(await check('lint', tool('oxlint', 'bin', 'oxlint'), ['--type-aware', '--deny-warnings']))
    done.push(await check('format', tool('oxfmt', 'bin', 'oxfmt'), ['--check']))
    const built = await buildOrFailure()
    done.push(built, await unitAndComponent())
    if (built === none) done.push(await endToEnd())
  } catch (cause) {
    if (!(cause instanceof Plain)) throw cause
    console.log(cause.message)
    done.push(failure)
  }
  const total = sum(done)
  console.log(closingLine(total))
  process.exitCode = total.failed === 0 ? 0 : 1
}

async function browserOrPlain() {
  if (!(await ensureChromium()))
    throw new Plain(
      `No Chromium, Edge or Chrome is installed, so the browser tests cannot run. Install one: ${howToGetChromium()}`,
    )
}

async function check(name, program, args) {
  console.log(`\n— ${name}`)
  const code = await run(process.execPath, [program, ...args], { output: 'own' })
  if (code !== 0) console.log(`${name} failed (exit code ${code})`)
  return code === 0 ? none : failure
}

async function buildOrFailure() {
  console.log('\n— build')
  try {
    await ensureBuilt()
    return none
  } catch (cause) {
    if (!(cause instanceof Plain)) throw cause
    console.log(cause.message)
    return failure
  }
}

async function unitAndComponent() {
  console.log('\n— unit and component tests')
  const report = `${reports}/vitest.json`
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...args], { output: 'own' })
  return stepCounts(code, report, vitestCounts)
}

async function endToEnd() {
  console.log('\n— end-to-end tests')
  const report = `${reports}/playwright.json`
  const code = await run(process.execPath, [tool('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'], {
    output: 'own',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  return stepCounts(code, report, playwrightCounts)
}
