import { Refused } from '../refused'

/**
 * Refuses to overwrite what somebody changed or removed meanwhile. A record nobody wrote yet has version 0.
 * @throws Refused `changed-meanwhile`
 */
export function expectVersion(
  record: { version: number; deleted_at?: string | null } | undefined,
  expected: number,
): void {
  const current = record?.deleted_at ? null : (record?.version ?? 0)
  if (current !== expected) throw new Refused('changed-meanwhile')
}
