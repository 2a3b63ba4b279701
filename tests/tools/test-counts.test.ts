import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as counts from '../../tools/lib/test-counts.mjs'

const vitest = (part: object) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...part,
})
const playwright = (stats: object, errors: unknown[] = []) => ({
  stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

function report(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'yike-counts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  if (content !== undefined) writeFileSync(path, JSON.stringify(content))
  return path
}

test('both reports add up', () => {
  const total = counts.sum([
    counts.stepCounts(0, report(vitest({})), counts.vitestCounts),
    counts.stepCounts(0, report(playwright({})), counts.playwrightCounts),
  ])
  expect(counts.closingLine(total)).toBe('8 passed, 0 failed')
})

test('a test file that cannot be loaded is a failure though it has no tests', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(counts.vitestCounts(vitest({ testResults: [broken, broken] })).failed).toBe(2)
})

test('what passed only when repeated, and errors outside tests, are failures', () => {
  expect(counts.playwrightCounts(playwright({ flaky: 1 }, [{}])).failed).toBe(2)
})

test('what was skipped is said', () => {
  expect(counts.closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped')
})

test.each([
  ['a bad end with a good report', 1, vitest({})],
  ['no report', 0, undefined],
  ['no test at all', 0, vitest({ numPassedTests: 0, testResults: [] })],
])('%s has at least one failure', (_name, code, content) => {
  expect(counts.stepCounts(code, report(content), counts.vitestCounts).failed).toBe(1)
})
