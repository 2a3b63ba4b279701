import type { Refusal } from '#shared/contract/base'

/** Reads the core's refusal out of whatever was thrown; anything else counts as `unexpected`. */
export function refusalOf(error: unknown): Refusal {
  if (isRecord(error) && error['code'] === 'REFUSED' && isRecord(error['data'])) {
    const data = error['data'] as unknown as Refusal
    return { code: data.code, params: data.params ?? {}, field: data.field }
  }
  return { code: 'unexpected', params: {} }
}

/** True where the caller himself gave up the call, e.g. by leaving the page: no error to show. */
export function isAborted(error: unknown): boolean {
  return isRecord(error) && error['name'] === 'AbortError'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
