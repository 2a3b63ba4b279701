import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { ChoiceList } from '#shared/contract/choices'
import type { AuditRecord, FieldChange } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused, refusalIn } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import {
  checkedCustom,
  customValuesOf,
  type Definition,
  definitions,
  dropCustom,
  writeCustom,
} from '../custom-fields/custom-values'
import { changeLifecycle, refuseLifecycle, settledLifecycle, startLifecycle } from './account-lifecycle'
import { AccountMatcher } from './account-matcher'
import * as parts from './account-parts.repository'
import { type AccountListQuery, listAccounts } from './account-list.repository'
import { findAccounts } from './account-search'
import { listedRows } from './account-rows'
import { makesCircle } from './group-circle'
import { loadPinyin } from './account-pinyin'
import { accountColumns, accountKeys, changedFields, inputOf } from './account-record'
import { refuseMissing, refuseUnfitTeam, refuseUnknownChoices } from './account-refusals'
import type { Spell } from './account-spelling'
import { createNameReader } from './name-reader'
import * as repository from './accounts.repository'

export type AccountsService = ReturnType<typeof createAccountsService>

/** Writes what belongs to a new customer inside the transaction that makes him. */
export type AlongWithAccount = (accountId: number, hlc: string) => AuditRecord[]

/** A tier known from the first day on prices all earlier tickets too. */
const beginning = '1970-01-01'

export function createAccountsService(kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  const { db, book, lease } = kernel

  function recordOf(id: number): repository.AccountRecord {
    const record = repository.accountById(db, id)
    if (!record) throw new Refused('not-found', { what: 'account' })
    return record
  }

  function detail(id: number, fields: readonly Definition[] = definitions(db)): AccountDetail {
    const record = recordOf(id)
    const group = record.group_id === null ? undefined : repository.accountById(db, record.group_id)
    const history = parts.lifecycleOf(db, id)
    return {
      ...inputOf(record, {
        keys: repository.keysOf(db, id),
        tags: parts.tagsOf(db, [id]).get(id) ?? [],
        team: parts.teamsOf(db, [id]).get(id) ?? [],
        state: history[0],
        custom: customValuesOf(db, [id], fields).get(id) ?? {},
      }),
      id,
      uid: record.uid,
      version: record.version,
      groupName: group?.name ?? '',
      memberCount: parts.memberCount(db, id),
      lifecycleHistory: history.map(({ lifecycle, since, reason, actor, recorded_at }) => ({
        lifecycle,
        since,
        reason,
        actor,
        recordedAt: recorded_at,
      })),
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      deletedAt: record.deleted_at,
      mergedInto: mergedInto(record.merged_into),
    }
  }

  function mergedInto(id: number | null): AccountDetail['mergedInto'] {
    const kept = id === null ? undefined : repository.accountById(db, id)
    return kept ? { id: kept.id, code: kept.code, name: kept.name } : null
  }

  /** Only the undo of the merge brings such a customer back. */
  function refuseMerged(into: number | null): void {
    const kept = mergedInto(into)
    if (kept) throw new Refused('account-merged', { name: kept.name })
  }

  function refuseTakenCode(code: string, own: number | null): void {
    const taken = repository.liveAccountByCode(db, code)
    if (taken && taken.id !== own) throw new Refused('duplicate-code', { code, name: taken.name }, 'code')
  }

  function refuseGroupCircle(id: number, groupId: number | null, links = parts.groupLinks(db)): void {
    if (groupId === null || !makesCircle(links, id, groupId)) return
    throw new Refused('group-circle', { name: repository.accountById(db, groupId)?.name ?? '' }, 'groupId')
  }

  const readNames = createNameReader({ db, lease })
  /** Above it no code is known; null: not looked yet. Others may have given codes meanwhile, so each is looked up. */
  let highest: number | null = null
  function nextCode(): string {
    highest ??= repository.highestCodeNumber(db)
    for (;;) {
      highest += 1
      const code = `KH${String(highest).padStart(6, '0')}`
      if (!repository.codeWasGiven(db, code)) return code
    }
  }

  /** Writes inside the caller's transaction. `spell` comes from `loadPinyin`. */
  function insert(input: AccountInput, hlc: string, batch: number | null, spell: Spell): number {
    const code = input.code === '' ? nextCode() : input.code
    const fields = definitions(db)
    refuseTakenCode(code, null)
    refuseUnknownChoices(db, input, null)
    refuseUnfitTeam(input)
    const custom = checkedCustom(fields, {}, input.custom)
    const id = repository.insertAccount(db, {
      ...accountColumns({ ...input, code }),
      ...spell(input.name),
      ...newRecord(book, hlc),
      batch_id: batch,
    })
    repository.replaceKeys(db, id, accountKeys({ ...input, code }, spell))
    parts.replaceTags(db, id, [...new Set(input.tags)])
    parts.replaceTeam(db, id, input.team, { uid: () => book.uid(), hlc })
    startLifecycle(db, book, id, input, hlc)
    writeCustom(db, id, fields, {}, custom)
    if (input.tier !== null) repository.setTier(db, id, beginning, input.tier)
    return id
  }

  function change(id: number, input: AccountInput, hlc: string, spell: Spell): FieldChange[] {
    const fields = definitions(db)
    const before = detail(id, fields)
    const code = input.code === '' ? before.code : input.code
    refuseTakenCode(code, id)
    if (before.groupId !== input.groupId) refuseGroupCircle(id, input.groupId)
    refuseUnknownChoices(db, input, before)
    refuseUnfitTeam(input)
    const after: AccountInput = {
      ...input,
      ...settledLifecycle(book, before, input),
      code,
      tags: [...new Set(input.tags)],
      custom: checkedCustom(fields, before.custom, input.custom),
    }
    const changes = changedFields(before, after)
    if (changes.length === 0) return changes
    repository.updateAccount(db, id, {
      ...accountColumns(after),
      ...spell(input.name),
      version: before.version + 1,
      hlc,
      updated_at: book.now(),
    })
    repository.replaceKeys(db, id, accountKeys(after, spell))
    parts.replaceTags(db, id, after.tags)
    parts.replaceTeam(db, id, after.team, { uid: () => book.uid(), hlc })
    changeLifecycle(db, book, id, { before, after }, hlc)
    writeCustom(db, id, fields, before.custom, after.custom)
    if (before.tier !== input.tier) {
      repository.setTier(db, id, repository.hasTierHistory(db, id) ? book.today() : beginning, input.tier)
    }
    return changes
  }

  const { removeAll, restoreAll } = removal(kernel, {
    found: recordOf,
    before({ id, code, merged_into: into }, removing) {
      if (removing) return
      refuseMerged(into)
      refuseTakenCode(code, id)
    },
    store: ({ id }, columns) => repository.updateAccount(db, id, columns),
    audit: ({ uid, code, name }) => ({ entity: 'account', entityUid: uid, summary: `${code} ${name}` }),
  })

  return {
    detail,
    insert,
    change,
    /**
     * Why `create` or `update` would not take this, before anything is written; null: they would. `complete`: required
     * fields of the branch must be there too.
     */
    refusalOf(
      id: number | null,
      input: AccountInput,
      { links, complete = true }: { links?: Map<number, number>; complete?: boolean } = {},
    ): Refused | null {
      const fields = definitions(db)
      const before = id === null ? null : detail(id, fields)
      return refusalIn(() => {
        if (before && before.groupId !== input.groupId) refuseGroupCircle(before.id, input.groupId, links)
        refuseUnknownChoices(db, input, before)
        refuseUnfitTeam(input)
        const custom = checkedCustom(fields, before?.custom ?? {}, input.custom)
        if (complete) refuseMissing(fields, custom)
        if (before) refuseLifecycle(db, book, before, input)
      })
    },
    /** Writes an account as it once was, custom fields without a value included. */
    putBack(id: number, once: AccountInput, hlc: string, spell: Spell): FieldChange[] {
      const cleared = Object.fromEntries(Object.keys(detail(id).custom).map((uid) => [uid, '']))
      return change(id, { ...once, custom: { ...cleared, ...once.custom } }, hlc, spell)
    },
    list(query: AccountListQuery) {
      const fields = definitions(db)
      const { rows, ...sums } = listAccounts(db, query, { fields, today: book.today() })
      return { ...sums, rows: listedRows(db, rows, fields, book.today()) }
    },
    search: (text: string, limit: number, personal: boolean) => findAccounts(db, text, limit, personal),
    /** Reads names of an older book that have no pinyin yet; at once where there are none. */
    readNames,
    choices: () => ({
      industries: repository.wordsOf(db, 'industry'),
      stages: repository.wordsOf(db, 'stage'),
      sources: repository.wordsOf(db, 'source'),
      tags: repository.tagWords(db),
      managers: repository.wordsOf(db, 'manager'),
      members: repository.memberNames(db),
      provinces: repository.wordsOf(db, 'province'),
    }),
    /** For the lists a branch edits: where their words stand. */
    choiceUses: {
      counts: () => parts.choiceCounts(db),
      rename: (list: ChoiceList, from: string, to: string, hlc: string) => parts.renameChoice(db, list, from, to, hlc),
    },
    groupLinks: () => parts.groupLinks(db),
    /** `along` writes what comes with the new customer in the same transaction and answers its audit rows. */
    async create(input: AccountInput, along: AlongWithAccount = () => []): Promise<AccountDetail> {
      const spell = await loadPinyin()
      return lease.run(() =>
        book.write((hlc) => {
          refuseMissing(definitions(db), input.custom)
          const result = detail(insert(input, hlc, null, spell))
          const summary = `${result.code} ${result.name}`
          const audit = { action: 'create', entity: 'account', entityUid: result.uid, summary }
          return { result, audit: [audit, ...along(result.id, hlc)] }
        }),
      )
    },
    async update(id: number, version: number, input: AccountInput): Promise<AccountDetail> {
      const spell = await loadPinyin()
      return lease.run(() =>
        book.write((hlc) => {
          const before = detail(id)
          expectVersion(before, version)
          refuseMissing(definitions(db), { ...before.custom, ...input.custom })
          const changes = change(id, input, hlc, spell)
          const after = detail(id)
          const summary = `${after.code} ${after.name}`
          const audit = { action: 'update', entity: 'account', entityUid: after.uid, summary, changes }
          return { result: after, audit: changes.length === 0 ? null : audit }
        }),
      )
    },
    remove: async (ids: readonly number[]) => (await removeAll(ids)).map(({ id }) => id),
    restore: async (ids: readonly number[]) => (await restoreAll(ids)).map(({ id }) => id),
    /** A snapshot of all names and codes; made anew after accounts changed. */
    matcher: () => new AccountMatcher(repository.liveKeys(db)),
    accountsById: () => new Map(repository.liveAccounts(db).map((record) => [record.id, record])),
    accountsOfBatch: (batch: number) => repository.accountsOfBatch(db, batch),
    dependents: (id: number) => repository.dependents(db, id),
    deleteRows(id: number): void {
      dropCustom(db, id)
      repository.deleteAccountRows(db, id)
    },
    byCode: (code: string) => repository.liveAccountByCode(db, code),
    /** Learns a written name or code as an alias, inside the caller's transaction. */
    learnAlias(id: number, texts: string[], hlc: string, spell: Spell): FieldChange[] {
      const { id: _id, uid: _uid, version: _version, ...known } = detail(id)
      const fresh = texts.filter((text) => text !== '' && !known.aliases.includes(text))
      return change(id, { ...known, aliases: [...known.aliases, ...fresh] }, hlc, spell)
    },
  }
}

export type { Spell } from './account-spelling'
