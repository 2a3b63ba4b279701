import type { ErrorCode } from '#shared/contract/errors'

/**
 * A refusal the user can act on: a code of the closed set, what to fill into its words, and the field or row it is about.
 * The router turns it into the contract's REFUSED error; anything else that is thrown becomes `unexpected` and goes to the log.
 */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, string | number> = {},
    readonly field?: string,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'Refused'
  }
}

/** What a check refuses; null: nothing. Anything else it throws goes on. */
export function refusalIn(check: () => void): Refused | null {
  try {
    check()
    return null
  } catch (cause) {
    if (cause instanceof Refused) return cause
    throw cause
  }
}
