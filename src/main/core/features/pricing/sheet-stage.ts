import { Refused } from '../../refused'
import type { StoredSheet } from './pricing.repository'

type Staged = Pick<StoredSheet, 'name' | 'version' | 'status' | 'stage' | 'deletedAt'>

/**
 * Every edit of a stored sheet asks here first: a version in force is never edited, a submitted one not before it is
 * returned or withdrawn.
 * @throws Refused `not-found`, `sheet-frozen`, `sheet-submitted`
 */
export function assertEditable(sheet: Staged): void {
  if (sheet.deletedAt !== null) throw new Refused('not-found', { what: 'price-sheet' })
  assertUnlocked(sheet)
}

/** The same for a removed draft, which may be brought back. */
export function assertUnlocked({ name, version, status, stage }: Omit<Staged, 'deletedAt'>): void {
  if (status !== 'draft') throw new Refused('sheet-frozen')
  if (stage === 'submitted') throw new Refused('sheet-submitted', { name, version })
}

/** @throws Refused `not-found`, `sheet-not-submitted` */
export function assertWaiting({ name, version, status, stage, deletedAt }: Staged): void {
  if (deletedAt !== null) throw new Refused('not-found', { what: 'price-sheet' })
  if (status !== 'draft' || stage !== 'submitted') throw new Refused('sheet-not-submitted', { name, version })
}
