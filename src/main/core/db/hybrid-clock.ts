import type { Clock } from '../host'

/**
 * Hybrid logical clock (Kulkarni et al. 2014): `<milliseconds hex, 12>-<counter hex, 4>`. It never runs backwards, even
 * if the office PC's clock does, and orders changes of several devices when books are merged.
 */
export class HybridClock {
  #milliseconds: number
  #counter: number

  constructor(
    private readonly clock: Clock,
    last: string,
  ) {
    const [milliseconds = '0', counter = '0'] = last.split('-')
    this.#milliseconds = Number.parseInt(milliseconds, 16) || 0
    this.#counter = Number.parseInt(counter, 16) || 0
  }

  tick(): string {
    const now = this.clock.now()
    if (now > this.#milliseconds) {
      this.#milliseconds = now
      this.#counter = 0
    } else if (this.#counter === 0xffff) {
      this.#milliseconds++
      this.#counter = 0
    } else {
      this.#counter++
    }
    return `${this.#milliseconds.toString(16).padStart(12, '0')}-${this.#counter.toString(16).padStart(4, '0')}`
  }
}
