import { type BulkEdit, bulkLimit, type BulkPlan, type BulkTarget } from '#shared/contract/account-bulk'
import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { AuditRecord } from '../../db/book'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { parseCustom } from '#shared/domain/custom-field/custom-value'
import { definitions } from '../custom-fields/custom-values'
import { loadPinyin } from './account-pinyin'
import { changedFields } from './account-record'
import { accountIds } from './account-list.repository'
import * as repository from './accounts-bulk.repository'
import type { AccountsService, Spell } from './accounts.service'
import { editedInput, imageOf, inputIn } from './bulk-edit'

export type AccountsBulk = ReturnType<typeof createAccountsBulk>

interface Work {
  target: BulkTarget
  edit: BulkEdit
}

type Judged = { kind: 'change'; input: AccountInput } | { kind: 'same' } | { kind: 'refused'; refusal: Refused }

/** Customers judged or written in one go; in between the program answers others. */
const step = 50

/** One field of many customers at once: looked at first, then written, and put back as a whole. */
export function createAccountsBulk(
  { db, book, lease }: Pick<Kernel, 'db' | 'book' | 'lease'>,
  accounts: AccountsService,
) {
  /** @throws Refused `bulk-too-many` */
  function idsOf(target: BulkTarget): number[] {
    if ('ids' in target) return [...new Set(target.ids)]
    const context = { fields: definitions(db), today: book.today() }
    const ids = accountIds(db, target, context)
    if (ids.length > bulkLimit) throw new Refused('bulk-too-many', { count: ids.length, max: bulkLimit })
    return ids
  }

  /** Refuses what is wrong for every customer alike, rather than once for each. */
  function refuseUnfit(edit: BulkEdit): void {
    if (edit.field !== 'custom') return
    const field = definitions(db).find(({ uid }) => uid === edit.uid)
    if (!field) throw new Refused('not-found', { what: 'custom-field' })
    if (edit.value === '') {
      if (field.required) throw new Refused('missing-custom', { fields: field.name }, 'value')
    } else if (!parseCustom(field, edit.value).ok) {
      throw new Refused('invalid-custom', { field: field.name, text: edit.value }, 'value')
    }
  }

  function judge(before: AccountDetail, edit: BulkEdit): Judged {
    if (before.deletedAt !== null) {
      return { kind: 'refused', refusal: new Refused('not-found', { what: 'account' }) }
    }
    const input = editedInput(before, edit)
    if (changedFields(before, input).length === 0) return { kind: 'same' }
    const refusal = accounts.refusalOf(before.id, input, { complete: false })
    return refusal ? { kind: 'refused', refusal } : { kind: 'change', input }
  }

  async function plan({ target, edit }: Work) {
    refuseUnfit(edit)
    const changing: number[] = []
    const refused: BulkPlan['refused'] = []
    let same = 0
    for (const some of chunks(idsOf(target))) {
      for (const id of some) {
        const before = accounts.detail(id)
        const judged = judge(before, edit)
        if (judged.kind === 'change') changing.push(id)
        else if (judged.kind === 'same') same++
        else refused.push({ ...nameOf(before), reason: { code: judged.refusal.code, params: judged.refusal.params } })
      }
      await breathe()
    }
    return { changing, same, refused }
  }

  function changeSome(ids: readonly number[], edit: BulkEdit, bulk: number, spell: Spell) {
    return book.write((hlc) => {
      const audit: AuditRecord[] = []
      const refused: ReturnType<typeof nameOf>[] = []
      for (const id of ids) {
        const before = accounts.detail(id)
        // Judged anew: between two steps somebody else may have written.
        const judged = judge(before, edit)
        if (judged.kind === 'refused') refused.push(nameOf(before))
        if (judged.kind !== 'change') continue
        const changes = accounts.change(id, judged.input, hlc, spell)
        const image = JSON.stringify(imageOf(before, edit))
        repository.keepBefore(db, {
          bulk_id: bulk,
          account_id: id,
          before: image,
          version: accounts.detail(id).version,
        })
        audit.push(updateOf(before, changes))
      }
      return { result: { changed: audit.length, refused }, audit: audit.length === 0 ? null : audit }
    })
  }

  function undoSome(rows: readonly repository.BulkRowRecord[], spell: Spell) {
    return book.write((hlc) => {
      const audit: AuditRecord[] = []
      const kept: ReturnType<typeof nameOf>[] = []
      for (const row of rows) {
        const now = accounts.detail(row.account_id)
        const image = JSON.parse(row.before) as Partial<AccountInput>
        const once = { ...inputIn(now), ...image, custom: { ...now.custom, ...image.custom } }
        const untouched = now.version === row.version && now.deletedAt === null
        const refusal = untouched ? accounts.refusalOf(now.id, once, { complete: false }) : null
        if (!untouched || refusal) kept.push(nameOf(now))
        else audit.push(updateOf(now, accounts.change(now.id, once, hlc, spell)))
      }
      return { result: { undone: audit.length, kept }, audit: audit.length === 0 ? null : audit }
    })
  }

  return {
    async preview(work: Work): Promise<BulkPlan> {
      const { changing, ...rest } = await plan(work)
      return { ...rest, changing: changing.length }
    },
    /** @throws Refused `changed-meanwhile` if it would change others than `expected` */
    async change({ expected, ...work }: Work & { expected: number }) {
      const spell = await loadPinyin()
      const { changing } = await plan(work)
      if (changing.length !== expected) throw new Refused('changed-meanwhile')
      const bulk = await lease.run(() =>
        book.write((hlc) => ({
          result: repository.insertBulk(db, { uid: book.uid(), hlc, actor: book.actor, at: book.now() }),
          audit: null,
        })),
      )
      let changed = 0
      const refused: ReturnType<typeof nameOf>[] = []
      for (const some of chunks(changing)) {
        const done = await lease.run(() => changeSome(some, work.edit, bulk, spell))
        changed += done.changed
        refused.push(...done.refused)
        await breathe()
      }
      return { bulk, changed, refused }
    },
    /** @throws Refused `already-undone` */
    async undo(bulk: number) {
      const spell = await loadPinyin()
      const record = repository.bulkById(db, bulk)
      if (!record) throw new Refused('not-found', { what: 'bulk' })
      if (record.undone_at !== null) throw new Refused('already-undone')
      await lease.run(() => book.write(() => ({ result: repository.markUndone(db, bulk, book.now()), audit: null })))
      let undone = 0
      const kept: ReturnType<typeof nameOf>[] = []
      for (const some of chunks(repository.rowsOfBulk(db, bulk))) {
        const done = await lease.run(() => undoSome(some, spell))
        undone += done.undone
        kept.push(...done.kept)
        await breathe()
      }
      return { undone, kept }
    },
  }
}

function nameOf({ id, code, name }: AccountDetail) {
  return { id, code, name }
}

function updateOf({ uid, code, name }: AccountDetail, changes: AuditRecord['changes'] = []): AuditRecord {
  return { action: 'update', entity: 'account', entityUid: uid, summary: `${code} ${name}`, changes }
}

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += step) yield all.slice(at, at + step)
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
