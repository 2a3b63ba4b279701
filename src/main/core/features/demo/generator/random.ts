/** A seeded source of chance (mulberry32): the same seed always tells the same story. Integers only. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor((this.#next() / 4_294_967_296) * limit)
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  /** True in `permille` of 1000 cases. */
  chance(permille: number): boolean {
    return this.below(1000) < permille
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)]
    if (chosen === undefined) throw new RangeError('nothing to choose from')
    return chosen
  }

  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.below(choices.reduce((sum, [, weight]) => sum + weight, 0))
    for (const [choice, weight] of choices) {
      if (left < weight) return choice
      left -= weight
    }
    throw new RangeError('nothing to choose from')
  }

  /** A source of its own for one part of the story, so that a change there does not move the others. */
  branch(name: string): Random {
    let seed = this.#state ^ 0x9e3779b9
    for (const character of name) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193)
    return new Random(seed)
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
