import { realpathSync } from 'node:fs'
import { ensureInstalled, hostNode } from './install.mjs'
import { inRoot } from './paths.mjs'
import { Plain, run } from './run.mjs'

/**
 * Every command goes the same way: install what is missing with whatever Node.js is there, then go on under the
 * Node.js the project is pinned to, in this process if it is that one already.
 */
export async function enter(command) {
  process.chdir(inRoot())
  await plainly(async () => {
    await ensureInstalled()
    const node = hostNode()
    if (realpathSync(node) === realpathSync(process.execPath)) {
      await plainly((await import(`../commands/${command}.mjs`)).default)
    } else {
      process.exitCode = await run(node, [inRoot('tools', `${command}.mjs`), ...process.argv.slice(2)], {
        output: 'own',
        input: 'inherit',
      })
    }
  })
}

async function plainly(work) {
  try {
    await work(process.argv.slice(2))
  } catch (cause) {
    if (!(cause instanceof Plain)) throw cause
    console.error(cause.message)
    process.exitCode = 1
  }
}
