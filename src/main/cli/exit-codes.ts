import type { ErrorCode } from '#shared/contract/errors'

/** 0 done, 1 failed, 2 wrong use or refused input (ARCHITECTURE, Command line). */
export type ExitCode = 0 | 1 | 2

/** Refusals that are not about what was put in: the book, the machine or the moment is in the way. */
const failures: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'book-newer',
  'book-locked',
  'book-damaged',
  'book-on-network-drive',
  'backup-failed',
  'changed-meanwhile',
  'import-running',
  'no-pdf-printer',
  'pdf-failed',
  'job-cancelled',
  'node-too-old',
  'unexpected',
])

export function exitCodeOf(code: ErrorCode): ExitCode {
  return failures.has(code) ? 1 : 2
}
