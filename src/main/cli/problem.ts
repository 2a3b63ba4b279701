import type { hostsZh } from '#shared/i18n/hosts'
import type { ExitCode } from './exit-codes'

/** Something the command line itself turns away: wrong use, or a file it cannot write. Its words are in `i18n/hosts.ts`. */
export class CommandProblem extends Error {
  constructor(
    readonly word: keyof typeof hostsZh,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly exitCode: ExitCode = 2,
  ) {
    super(`${word} ${JSON.stringify(params)}`)
    this.name = 'CommandProblem'
  }
}
