import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const entries = ['start', 'test', 'yike', 'bench']

/** Runs an entry under a Node.js that says it is older. */
function runAs(version: string, entry: string) {
  const pretend = `data:text/javascript,Object.defineProperty(process,'version',{value:'${version}'})`
  return spawnSync(process.execPath, ['--import', pretend, `tools/${entry}.mjs`], { encoding: 'utf8' })
}

test.each(entries)('npm run %s on an unsupported Node.js answers in one sentence', (entry) => {
  const { status, stdout, stderr } = runAs('v18.20.4', entry)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toContain('Node.js 20')
  expect(stderr).toContain('v18.20.4')
})

test('what an old Node.js must read has no syntax it does not know', () => {
  for (const file of [...entries.map((entry) => `tools/${entry}.mjs`), 'tools/lib/node-version.mjs']) {
    const source = readFileSync(file, 'utf8')
    expect(source).not.toMatch(/\?\.|\?\?|^\s*await |\bimport\.meta|#\w+\s*[=(]/m)
    expect(source).not.toMatch(/from 'node:/)
  }
})
