import { maskPhone } from '#shared/domain/people/mask'
import type { AccountRow, TeamMember } from '#shared/contract/accounts'
import type { Database } from '../../db/database'
import { customValuesOf, type Definition } from '../custom-fields/custom-values'
import type { listAccounts } from './account-list.repository'
import * as parts from './account-parts.repository'

type ListedAccount = ReturnType<typeof listAccounts>['rows'][number]

/** Rows of one page with what hangs on their accounts, read for all of them at once. */
export function listedRows(
  db: Database,
  rows: readonly ListedAccount[],
  fields: readonly Definition[],
  today: string,
): AccountRow[] {
  const ids = rows.map(({ id }) => id)
  const tags = parts.tagsOf(db, ids)
  const teams = parts.teamsOf(db, ids)
  const custom = customValuesOf(db, ids, fields)
  return rows.map((row) => ({
    ...ownRow(row),
    tags: tags.get(row.id) ?? [],
    team: (teams.get(row.id) ?? []).filter((member) => isIn(member, today)).map(({ name }) => name),
    custom: custom.get(row.id) ?? {},
  }))
}

/** In the project team on a day. */
function isIn({ since, until }: TeamMember, day: string): boolean {
  return (since === null || since <= day) && (until === null || until >= day)
}

function ownRow(row: ListedAccount): Omit<AccountRow, 'tags' | 'team' | 'custom'> {
  const rated = row.tickets !== null && row.tickets > (row.unrated ?? 0)
  const costed = row.tickets !== null && row.tickets > (row.uncosted ?? 0)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    industry: row.industry,
    stage: row.stage,
    source: row.source,
    tier: row.tier,
    lifecycle: row.lifecycle,
    lifecycleSince: row.lifecycle_since,
    manager: row.manager,
    group: row.group_name ?? '',
    region: [row.province, row.city].filter(Boolean).join(' '),
    contact: row.contact ?? '',
    phone: maskPhone(row.phone ?? ''),
    pieces: row.pieces ?? 0,
    revenueFen: rated ? row.revenue_fen : null,
    marginFen: costed ? row.margin_fen : null,
    lastShippedOn: row.last_shipped_on,
    updatedAt: row.updated_at,
  }
}
