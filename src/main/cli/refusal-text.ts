import { ORPCError } from '@orpc/client'
import type { Refusal } from '#shared/contract/base'
import { isWordKey, translate, type Locale } from '#shared/i18n/index'
import { refusalParams } from '#shared/i18n/refusal-params'
import { Refused } from '#core/refused'
import { exitCodeOf, type ExitCode } from './exit-codes'
import { CommandProblem } from './problem'

/** The refusal in whatever the core threw, in process or over a transport; null if it is something else. */
export function refusalIn(cause: unknown): Pick<Refusal, 'code' | 'params'> | null {
  if (cause instanceof Refused) return cause
  if (cause instanceof ORPCError && cause.code === 'REFUSED') return cause.data as Refusal
  return null
}

/** What happened and what to do, in one or two sentences; never a stack. */
export function refusalText(cause: unknown, locale: Locale): string {
  if (cause instanceof CommandProblem) return problemText(cause, locale)
  const refusal = refusalIn(cause)
  if (refusal)
    return translate(
      locale,
      `errors:${refusal.code}`,
      refusalParams((key) => translate(locale, key), refusal),
    )
  if (isNoAnswer(cause)) return translate(locale, 'hosts:hostGone')
  const detail = cause instanceof Error ? cause.message : String(cause)
  return `${translate(locale, 'errors:unexpected')} (${detail})`
}

export function exitCodeFor(cause: unknown): ExitCode {
  if (cause instanceof CommandProblem) return cause.exitCode
  const refusal = refusalIn(cause)
  return refusal ? exitCodeOf(refusal.code) : 1
}

/** `what` and `field` name another text of the same catalogue. */
function problemText({ word, params }: CommandProblem, locale: Locale): string {
  const { what, ...others } = params
  if (what === undefined) return translate(locale, `hosts:${word}`, others)
  const named = `hosts:figure.${what}`
  return translate(locale, `hosts:${word}`, {
    ...others,
    what: isWordKey(named) ? translate(locale, named, others) : what,
  })
}

/** How fetch says that nobody answered. */
function isNoAnswer(cause: unknown): boolean {
  return cause instanceof TypeError && cause.message === 'fetch failed'
}
