import { isWordKey } from '#shared/i18n/index'
import type { Words } from '../i18n'

/** The words of a job's phase; phases come from the core as plain text. */
export function jobPhase(t: Words, phase: string): string {
  const key = `jobs:${phase}`
  return t(isWordKey(key) ? key : 'jobs:working')
}
