/**
 * Lets equal rules of many sheets be one object. A branch's sheets differ in prices and rarely in rounding, surcharges
 * or tax: what is shared stays in the processor's cache while tickets of hundreds of sheets are rated in turn.
 */
export class RuleShare {
  readonly #known = new Map<string, unknown>()

  /** The first rule equal to this one, or what `make` makes of it. `kind` keeps rules of different use apart. */
  of<R, T>(kind: string, rule: R, make: (rule: R) => T): T {
    const key = `${kind} ${JSON.stringify(rule)}`
    if (!this.#known.has(key)) this.#known.set(key, make(rule))
    return this.#known.get(key) as T
  }
}
