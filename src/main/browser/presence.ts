import type { ServerResponse } from 'node:http'

/**
 * Counts the open pages: each holds one answer open as an event stream. When the last one has been gone for
 * `graceMilliseconds` (a reload takes less) `onDeserted` is called.
 */
export class Presence {
  readonly #pages = new Set<ServerResponse>()
  readonly #graceMilliseconds: number
  readonly #onDeserted: () => void
  #waiting: NodeJS.Timeout | undefined
  #everSeen = false

  constructor(graceMilliseconds: number, onDeserted: () => void) {
    this.#graceMilliseconds = graceMilliseconds
    this.#onDeserted = onDeserted
  }

  /** True once any page has connected. */
  get everSeen(): boolean {
    return this.#everSeen
  }

  hold(response: ServerResponse): void {
    this.#everSeen = true
    clearTimeout(this.#waiting)
    this.#pages.add(response)
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('retry: 1000\n\n: here\n\n')
    response.on('close', () => this.#leave(response))
  }

  /** Lets all pages go; none of it counts as desertion. */
  close(): void {
    clearTimeout(this.#waiting)
    for (const page of this.#pages) {
      this.#pages.delete(page)
      page.end()
    }
  }

  #leave(response: ServerResponse): void {
    if (!this.#pages.delete(response) || this.#pages.size > 0) return
    this.#waiting = setTimeout(this.#onDeserted, this.#graceMilliseconds)
  }
}
