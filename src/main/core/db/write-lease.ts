/**
 * The one right to write. Requests and workers ask for it in turn, so nobody ever waits inside SQLite's busy handler
 * and the event loop stays free. Holders keep it for one short transaction (about 100 ms at most).
 */
export class WriteLease {
  #tail: Promise<void> = Promise.resolve()

  /** Waits for the lease; the answer gives it back. */
  async acquire(): Promise<() => void> {
    const before = this.#tail
    let release: () => void = () => {}
    this.#tail = new Promise((resolve) => (release = resolve))
    await before
    return release
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }
}
