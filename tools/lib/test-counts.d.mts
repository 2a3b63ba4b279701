export interface Counts {
  passed: number
  failed: number
  skipped: number
}
export const none: Counts
export function vitestCounts(report: object): Counts
export function playwrightCounts(report: object): Counts
export function stepCounts(exitCode: number, reportPath: string, read: (report: object) => Counts): Counts
export function sum(counts: Counts[]): Counts
export function closingLine(counts: Counts): string
