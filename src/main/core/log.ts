import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const keepBytes = 5 * 1024 * 1024

/** The log a support person reads: `logs/yike.log` in the book's folder, one JSON line per event. Stacks go here and nowhere else. */
export class Log {
  readonly #path: string

  constructor(dataDir: string) {
    const folder = join(dataDir, 'logs')
    mkdirSync(folder, { recursive: true })
    this.#path = join(folder, 'yike.log')
  }

  write(event: string, facts: Record<string, unknown> = {}): void {
    this.#rotate()
    appendFileSync(this.#path, `${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
  }

  failure(event: string, cause: unknown, facts: Record<string, unknown> = {}): void {
    this.write(event, { ...facts, error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
  }

  #rotate(): void {
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0
    if (size > keepBytes) renameSync(this.#path, `${this.#path}.1`)
  }
}
