import type { Comparison, DuplicatePair, DuplicateStrength, MergeInput, MergeRecord } from '#shared/contract/duplicates'
import { maskPhone } from '#shared/domain/people/mask'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import { findAccounts } from '../accounts/account-search'
import type { AccountsService } from '../accounts/accounts.service'
import { definitions } from '../custom-fields/custom-values'
import * as blocks from './duplicate-blocks.repository'
import { findPairs, type FoundPair } from './duplicate-finder'
import { comparedFields } from './merged-input'
import { refuseUnfit, rowsToMove } from './merge-task'
import * as merges from './merge.repository'

export type DuplicatesService = ReturnType<typeof createDuplicatesService>

interface PairQuery {
  page: number
  pageSize: number
  search: string
  filter: {
    reason?: string | undefined
    strength?: string | undefined
    accountId?: number | undefined
    apart?: boolean | undefined
  }
}

/** So many customers a search text may mean before a list of pairs is narrowed by them. */
const mostFound = 500

export function createDuplicatesService(kernel: Kernel, accounts: AccountsService) {
  const { db, book, lease, jobs } = kernel
  let known: { stamp: string; pairs: Promise<FoundPair[]> } | null = null

  /** Found once for every state of the book. */
  function pairs(): Promise<FoundPair[]> {
    const stamp = blocks.bookStamp(db)
    if (known?.stamp !== stamp) known = { stamp, pairs: findPairs(db) }
    return known.pairs
  }

  /** Pairs with what was said of them; open ones or those kept apart. */
  async function openPairs(apart: boolean): Promise<{ pair: FoundPair; said: ApartRow | null }[]> {
    await accounts.readNames()
    const said = new Map(blocks.pairsApart(db).map((row) => [`${row.first_id} ${row.second_id}`, row]))
    return (await pairs())
      .map((pair) => ({ pair, said: said.get(`${pair.first} ${pair.second}`) ?? null }))
      .filter((one) => (one.said !== null) === apart)
  }

  function shown(page: { pair: FoundPair; said: ApartRow | null }[], personal: boolean): DuplicatePair[] {
    const ids = new Set(page.flatMap(({ pair }) => [pair.first, pair.second]))
    const parties = new Map(blocks.partiesOf(db, [...ids]).map((row) => [row.id, partyOf(row)]))
    return page.flatMap(({ pair, said }) => {
      const two = [parties.get(pair.first), parties.get(pair.second)].filter((party) => party !== undefined)
      const [first, second] = two.toSorted((a, b) => b.tickets - a.tickets || a.id - b.id)
      if (!first || !second) return []
      return [
        {
          first,
          second,
          reasons: pair.reasons.map(({ reason, text }) => ({
            reason,
            text: reason === 'phone' && !personal ? maskPhone(text) : text,
          })),
          strength: pair.strength,
          apart: said ? { actor: said.actor, at: said.said_at } : null,
        },
      ]
    })
  }

  async function sayApart(pair: { first: number; second: number }, takenBack: boolean): Promise<void> {
    const [one, two] = [accounts.detail(pair.first), accounts.detail(pair.second)]
    if (one.id === two.id) throw new Refused('merge-same')
    await lease.run(() =>
      book.write((hlc) => {
        const said = { uid: book.uid(), hlc, actor: book.actor, at: book.now() }
        const written = blocks.writeApart(db, pair, said, takenBack)
        const entry = {
          action: takenBack ? 'together' : 'apart',
          entity: 'account',
          summary: `${one.code} ${one.name} ≠ ${two.code} ${two.name}`,
        }
        const audit = [one, two].map(({ uid }) => ({ ...entry, entityUid: uid }))
        return { result: undefined, audit: written ? audit : null }
      }),
    )
  }

  function recordOf(row: merges.MergeRow): MergeRecord {
    const head = (id: number) => {
      const { code, name } = accounts.detail(id)
      return { id, code, name }
    }
    return {
      id: row.id,
      kept: head(row.kept_id),
      other: head(row.merged_id),
      actor: row.actor,
      mergedAt: row.merged_at,
      undoneAt: row.undone_at,
      rows: JSON.parse(row.counts) as MergeRecord['rows'],
    }
  }

  function party(id: number) {
    const [row] = blocks.partiesOf(db, [id])
    if (!row) throw new Refused('not-found', { what: 'account' })
    return partyOf(row)
  }

  return {
    async list({ page, pageSize, search, filter }: PairQuery, personal: boolean) {
      const named =
        search.trim() === '' ? null : new Set(findAccounts(db, search, mostFound, personal).map(({ id }) => id))
      const all = (await openPairs(filter.apart === true)).filter(
        ({ pair: { first, second, reasons, strength } }) =>
          (filter.strength === undefined || strength === filter.strength) &&
          (filter.reason === undefined || reasons.some(({ reason }) => reason === filter.reason)) &&
          (filter.accountId === undefined || first === filter.accountId || second === filter.accountId) &&
          (named === null || named.has(first) || named.has(second)),
      )
      return { rows: shown(all.slice((page - 1) * pageSize, page * pageSize), personal), total: all.length }
    },
    async count(): Promise<Record<DuplicateStrength, number>> {
      const open = await openPairs(false)
      const of = (strength: DuplicateStrength) => open.filter(({ pair }) => pair.strength === strength).length
      return { strong: of('strong'), likely: of('likely'), weak: of('weak') }
    },
    apart: (pair: { first: number; second: number }) => sayApart(pair, false),
    together: (pair: { first: number; second: number }) => sayApart(pair, true),
    compare(keptId: number, otherId: number): Comparison {
      const [kept, other] = [accounts.detail(keptId), accounts.detail(otherId)]
      refuseUnfit(kept, other)
      const labels = new Map(definitions(db).map(({ uid, name }) => [uid, name]))
      return {
        kept: party(keptId),
        other: party(otherId),
        fields: comparedFields(kept, other, labels),
        rows: rowsToMove(db, other),
      }
    },
    merge: (input: MergeInput): string =>
      jobs.start('merge', (handle) => runInWorker<{ merge: number; count: number }>(kernel, 'merge', input, handle)),
    undo: (merge: number): string =>
      jobs.start('unmerge', (handle) =>
        runInWorker<{ merge: number; count: number }>(kernel, 'unmerge', { merge }, handle),
      ),
    merges(page: number, pageSize: number) {
      const { rows, total } = merges.mergePage(db, page, pageSize)
      return { rows: rows.map(recordOf), total }
    },
    mergeOf(accountId: number): MergeRecord | null {
      const row = merges.mergeOf(db, accountId)
      return row ? recordOf(row) : null
    },
  }
}

type ApartRow = ReturnType<typeof blocks.pairsApart>[number]

function partyOf(row: ReturnType<typeof blocks.partiesOf>[number]): DuplicatePair['first'] {
  const { id, version, code, name, city, manager, uscc } = row
  const tickets = row.tickets ?? 0
  return {
    id,
    version,
    code,
    name,
    city,
    manager,
    uscc,
    createdAt: row.created_at,
    tickets,
    lastShippedOn: row.last_shipped_on,
  }
}
