import { existsSync, readFileSync } from 'node:fs'

/** Tests of one step: how many passed, failed and were skipped. */
export const none = { passed: 0, failed: 0, skipped: 0 }

/** Counts of a Vitest JSON report. A file that could not be loaded has no tests of its own and counts as one failure. */
export function vitestCounts(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts of a Playwright JSON report. A test that passed only when repeated has failed; errors outside tests count too. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/**
 * A step that ended badly has at least one failure, whatever its report says; so has one that left no report or
 * reports not a single test, because then nothing was tested.
 */
export function stepCounts(exitCode, reportPath, read) {
  const counts = existsSync(reportPath) ? read(JSON.parse(readFileSync(reportPath, 'utf8'))) : none
  const tested = counts.passed + counts.failed > 0
  const failed = exitCode === 0 && tested ? counts.failed : Math.max(1, counts.failed)
  return { ...counts, failed }
}

export function sum(counts) {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    none,
  )
}

/** The last line of `npm test`. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
