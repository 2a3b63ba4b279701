type Listener = (...args: never[]) => void

/** Electron's event emitters as far as the program uses them. `never` as result fits each of Electron's many overloads. */
export class Emitter {
  readonly #listeners = new Map<string, Listener[]>()

  on(event: string, listener: Listener): never {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this as never
  }

  once(event: string, listener: Listener): never {
    const only = (...args: never[]) => {
      this.#listeners.set(
        event,
        (this.#listeners.get(event) ?? []).filter((other) => other !== only),
      )
      listener(...args)
    }
    return this.on(event, only)
  }

  /** Tells the listeners; true if there were any. */
  tell(event: string, ...args: unknown[]): boolean {
    const listeners = this.#listeners.get(event) ?? []
    for (const listener of listeners) listener(...(args as never[]))
    return listeners.length > 0
  }
}

/** An event that can be declined, as Electron hands it to listeners. */
export function declinable<T extends object>(facts: T) {
  const event = { ...facts, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
  return event
}
