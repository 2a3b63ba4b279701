import type { AccountDetail, AccountInput, AccountRow } from '#shared/contract/accounts'
import type { FieldChange } from '../../db/book'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { AccountMatcher } from './account-matcher'
import { type AccountListQuery, listAccounts } from './account-list.repository'
import { loadPinyin } from './account-pinyin'
import { accountColumns, accountKeys, changedFields, inputOf } from './account-record'
import * as repository from './accounts.repository'

export type AccountsService = ReturnType<typeof createAccountsService>

/** A tier known from the first day on prices all earlier tickets too. */
const beginning = '1970-01-01'

export function createAccountsService({ db, book, lease }: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  function detail(id: number): AccountDetail {
    const record = repository.accountById(db, id)
    if (!record) throw new Refused('not-found', { what: 'account' })
    const group = record.group_id === null ? undefined : repository.accountById(db, record.group_id)
    return {
      ...inputOf(record, repository.keysOf(db, id), repository.contactsOf(db, id)),
      id,
      uid: record.uid,
      version: record.version,
      groupName: group?.name ?? '',
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      deletedAt: record.deleted_at,
    }
  }

  function refuseTakenCode(code: string, own: number | null): void {
    const taken = repository.liveAccountByCode(db, code)
    if (taken && taken.id !== own) throw new Refused('duplicate-code', { code, name: taken.name }, 'code')
  }

  function refuseGroupCircle(id: number, groupId: number | null): void {
    for (let parent = groupId; parent !== null;) {
      if (parent === id) throw new Refused('invalid-input', { why: 'group' }, 'groupId')
      parent = repository.accountById(db, parent)?.group_id ?? null
    }
  }

  const nextCode = () => `KH${String(repository.highestCodeNumber(db) + 1).padStart(6, '0')}`

  /** Writes inside the caller's transaction. `spell` comes from `loadPinyin`. */
  function insert(input: AccountInput, hlc: string, batch: number | null, spell: Spell): number {
    const code = input.code === '' ? nextCode() : input.code
    refuseTakenCode(code, null)
    const now = book.now()
    const id = repository.insertAccount(db, {
      ...accountColumns({ ...input, code }),
      ...spell(input.name),
      uid: book.uid(),
      hlc,
      batch_id: batch,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    repository.replaceKeys(db, id, accountKeys({ ...input, code }))
    repository.replaceContacts(db, id, input.contacts, () => book.uid())
    if (input.tier !== null) repository.setTier(db, id, beginning, input.tier)
    return id
  }

  function change(id: number, input: AccountInput, hlc: string, spell: Spell): FieldChange[] {
    const before = detail(id)
    const code = input.code === '' ? before.code : input.code
    refuseTakenCode(code, id)
    refuseGroupCircle(id, input.groupId)
    const after = { ...input, code }
    const changes = changedFields(before, after)
    if (changes.length === 0) return changes
    repository.updateAccount(db, id, {
      ...accountColumns(after),
      ...spell(input.name),
      version: before.version + 1,
      hlc,
      updated_at: book.now(),
    })
    repository.replaceKeys(db, id, accountKeys(after))
    repository.replaceContacts(db, id, input.contacts, () => book.uid())
    if (before.tier !== input.tier) {
      repository.setTier(db, id, repository.hasTierHistory(db, id) ? book.today() : beginning, input.tier)
    }
    return changes
  }

  async function setDeleted(ids: number[], deleted: boolean): Promise<number[]> {
    return lease.run(() =>
      book.write((hlc) => {
        const records = ids
          .map((id) => repository.accountById(db, id))
          .filter((record) => record !== undefined && (record.deleted_at === null) === deleted)
          .filter((record) => record !== undefined)
        for (const record of records) {
          if (!deleted) refuseTakenCode(record.code, record.id)
          repository.updateAccount(db, record.id, {
            deleted_at: deleted ? book.now() : null,
            version: record.version + 1,
            hlc,
          })
        }
        const audit = records.map((record) => ({
          action: deleted ? 'remove' : 'restore',
          entity: 'account',
          entityUid: record.uid,
          summary: `${record.code} ${record.name}`,
        }))
        return { result: records.map((record) => record.id), audit: audit.length === 0 ? null : audit }
      }),
    )
  }

  return {
    detail,
    insert,
    change,
    list(query: AccountListQuery) {
      const { rows, ...sums } = listAccounts(db, query)
      return { ...sums, rows: rows.map(rowOf) }
    },
    search(text: string, limit: number) {
      const query = { page: 1, pageSize: limit, descending: false, search: text, filter: {} }
      return listAccounts(db, query).rows.map(({ id, code, name, tier }) => ({ id, code, name, tier }))
    },
    choices: () => ({ industries: repository.industries(db), managers: repository.managers(db) }),
    async create(input: AccountInput): Promise<AccountDetail> {
      const spell = await loadPinyin()
      return lease.run(() =>
        book.write((hlc) => {
          const result = detail(insert(input, hlc, null, spell))
          return {
            result,
            audit: {
              action: 'create',
              entity: 'account',
              entityUid: result.uid,
              summary: `${result.code} ${result.name}`,
            },
          }
        }),
      )
    },
    async update(id: number, version: number, input: AccountInput): Promise<AccountDetail> {
      const spell = await loadPinyin()
      return lease.run(() =>
        book.write((hlc) => {
          const before = detail(id)
          if (before.version !== version) throw new Refused('changed-meanwhile')
          const changes = change(id, input, hlc, spell)
          const after = detail(id)
          const summary = `${after.code} ${after.name}`
          const audit = { action: 'update', entity: 'account', entityUid: after.uid, summary, changes }
          return { result: after, audit: changes.length === 0 ? null : audit }
        }),
      )
    },
    remove: (ids: number[]) => setDeleted(ids, true),
    restore: (ids: number[]) => setDeleted(ids, false),
    /** A snapshot of all names and codes; made anew after accounts changed. */
    matcher: () => new AccountMatcher(repository.liveKeys(db)),
    accountsById: () => new Map(repository.liveAccounts(db).map((record) => [record.id, record])),
    accountsOfBatch: (batch: number) => repository.accountsOfBatch(db, batch),
    dependents: (id: number) => repository.dependents(db, id),
    deleteRows: (id: number) => repository.deleteAccountRows(db, id),
    byCode: (code: string) => repository.liveAccountByCode(db, code),
    /** Learns a written name or code as an alias, inside the caller's transaction. */
    learnAlias(id: number, texts: string[], hlc: string, spell: Spell): FieldChange[] {
      const { id: _id, uid: _uid, version: _version, ...known } = detail(id)
      const fresh = texts.filter((text) => text !== '' && !known.aliases.includes(text))
      return change(id, { ...known, aliases: [...known.aliases, ...fresh] }, hlc, spell)
    },
  }
}

export type Spell = Awaited<ReturnType<typeof loadPinyin>>

type ListedAccount = ReturnType<typeof listAccounts>['rows'][number]

function rowOf(row: ListedAccount): AccountRow {
  const rated = row.tickets !== null && row.tickets > (row.unrated ?? 0)
  const costed = row.tickets !== null && row.tickets > (row.uncosted ?? 0)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    industry: row.industry,
    tier: row.tier,
    lifecycle: row.lifecycle,
    manager: row.manager,
    region: [row.province, row.city].filter(Boolean).join(' '),
    contact: row.contact ?? '',
    phone: row.phone ?? '',
    pieces: row.pieces ?? 0,
    revenueFen: rated ? row.revenue_fen : null,
    marginFen: costed ? row.margin_fen : null,
    lastShippedOn: row.last_shipped_on,
    updatedAt: row.updated_at,
  }
}
