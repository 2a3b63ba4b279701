import { implement, ORPCError } from '@orpc/server'
import type { ProcedureMeta } from '#shared/contract/base'
import { contract } from '#shared/contract/index'
import type { CoreContext } from './kernel'
import type { Log } from './log'
import { Refused } from './refused'

/**
 * The contract, ready to be filled in: every procedure first checks the session's permission, and whatever it throws
 * leaves as REFUSED with a code of the closed set. Stacks go to the log.
 */
export function createImplementer(log: Log) {
  return implement(contract)
    .$context<CoreContext>()
    .use(async ({ context, procedure, path, next }) => {
      const { permission } = procedure['~orpc'].meta as ProcedureMeta
      try {
        if (!context.session.permissions.has(permission)) throw new Refused('permission-denied', { permission })
        return await next()
      } catch (cause) {
        throw asRefusal(cause, path.join('.'), log)
      }
    })
}

export type Implementer = ReturnType<typeof createImplementer>

function asRefusal(cause: unknown, path: string, log: Log): unknown {
  if (cause instanceof Refused) return refusal(cause.code, cause.params, cause.field)
  if (cause instanceof ORPCError) {
    if (cause.code !== 'BAD_REQUEST') return cause
    const issue = firstIssue(cause.data)
    return refusal('invalid-input', { why: issue.message }, issue.field)
  }
  if (cause instanceof Error && cause.name === 'AbortError') return cause
  log.failure('unexpected', cause, { procedure: path })
  return refusal('unexpected', {})
}

function refusal(code: string, params: Record<string, string | number>, field?: string) {
  return new ORPCError('REFUSED', { defined: true, status: 422, message: code, data: { code, params, field } })
}

function firstIssue(data: unknown): { message: string; field?: string } {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) {
    return { message: '' }
  }
  const [issue] = data.issues as { message?: string; path?: (string | number | { key: string | number })[] }[]
  const field = issue?.path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.')
  return { message: issue?.message ?? '', ...(field ? { field } : {}) }
}
