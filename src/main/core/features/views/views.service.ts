import type { SavedView, ViewContent, ViewList } from '#shared/contract/views'
import type { FieldChange } from '../../db/book'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './views.repository'

export type ViewsService = ReturnType<typeof createViewsService>

/** Views of lists, shared by all users of the book. */
export function createViewsService({ db, book, lease }: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  function known(id: number): repository.ViewRecord {
    const record = repository.viewById(db, id)
    if (!record) throw new Refused('not-found', { what: 'view' })
    return record
  }

  /** One that was not removed. */
  function live(id: number): repository.ViewRecord {
    const record = known(id)
    if (record.deleted_at !== null) throw new Refused('not-found', { what: 'view' })
    return record
  }

  function refuseTaken(list: ViewList, name: string, own: number | null): void {
    const taken = repository.viewsOf(db, list).some((one) => one.name === name && one.id !== own)
    if (taken) throw new Refused('duplicate-name', { name }, 'name')
  }

  const audit = (action: string, { uid, name }: repository.ViewRecord, changes: FieldChange[] = []) => ({
    action,
    entity: 'view',
    entityUid: uid,
    summary: name,
    changes,
  })

  return {
    list: (list: ViewList): SavedView[] => repository.viewsOf(db, list).map(viewOf),
    /** @throws Refused `duplicate-name` */
    create: ({ list, name, content }: { list: ViewList; name: string; content: ViewContent }): Promise<SavedView> =>
      lease.run(() =>
        book.write((hlc) => {
          refuseTaken(list, name, null)
          const record = live(repository.insertView(db, { uid: book.uid(), hlc, list, name, ...columnsOf(content) }))
          return { result: viewOf(record), audit: audit('create', record) }
        }),
      ),
    /** @throws Refused `duplicate-name`, `changed-meanwhile` */
    update: (wanted: {
      id: number
      version: number
      name?: string | undefined
      content?: ViewContent | undefined
    }): Promise<SavedView> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = live(wanted.id)
          if (before.version !== wanted.version) throw new Refused('changed-meanwhile')
          const name = wanted.name ?? before.name
          refuseTaken(before.list, name, before.id)
          const old = viewOf(before)
          const next = { ...old, name, ...wanted.content }
          const changes = (['name', 'filters', 'search', 'sort', 'descending', 'columns'] as const)
            .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(next[field]))
            .map((field) => ({ field, old: told(old[field]), new: told(next[field]) }))
          if (changes.length === 0) return { result: old, audit: null }
          repository.updateView(db, before.id, { name, ...columnsOf(next), version: before.version + 1, hlc })
          const after = live(before.id)
          return { result: viewOf(after), audit: audit('update', after, changes) }
        }),
      ),
    setDefault: ({ id, isDefault }: { id: number; isDefault: boolean }): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = live(id)
          if ((record.is_default === 1) === isDefault) return { result: undefined, audit: null }
          const change = (one: repository.ViewRecord, on: boolean) => {
            repository.updateView(db, one.id, { is_default: on ? 1 : 0, version: one.version + 1, hlc })
            return audit('update', one, [{ field: 'isDefault', old: !on, new: on }])
          }
          // The one before gives way first: a list has one default at most.
          const others = isDefault ? repository.viewsOf(db, record.list).filter((one) => one.is_default === 1) : []
          return {
            result: undefined,
            audit: [...others.map((one) => change(one, false)), change(record, isDefault)],
          }
        }),
      ),
    remove: (id: number): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = live(id)
          repository.updateView(db, id, { deleted_at: book.now(), version: record.version + 1, hlc })
          return { result: undefined, audit: audit('remove', record) }
        }),
      ),
    /** Takes views out of the book as if they had never been, inside the caller's transaction. */
    discard(ids: readonly number[]): void {
      for (const id of ids) repository.deleteView(db, id)
    },
    /** The undo of `remove`; the default only if there is none by now. @throws Refused `duplicate-name` */
    restore: (id: number): Promise<SavedView> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(id)
          if (record.deleted_at === null) return { result: viewOf(record), audit: null }
          refuseTaken(record.list, record.name, id)
          const replaced = repository.viewsOf(db, record.list).some((one) => one.is_default === 1)
          const is_default = replaced ? 0 : record.is_default
          repository.updateView(db, id, { deleted_at: null, is_default, version: record.version + 1, hlc })
          return { result: viewOf(live(id)), audit: audit('restore', record) }
        }),
      ),
  }
}

function columnsOf({ filters, search, sort, descending, columns }: ViewContent) {
  return {
    filters: JSON.stringify(filters),
    search,
    sort,
    descending: descending ? 1 : 0,
    columns: JSON.stringify(columns),
  }
}

function viewOf(record: repository.ViewRecord): SavedView {
  const { id, uid, version, list, name, search, sort } = record
  return {
    id,
    uid,
    version,
    list,
    name,
    filters: JSON.parse(record.filters) as SavedView['filters'],
    search,
    sort,
    descending: record.descending === 1,
    columns: JSON.parse(record.columns) as string[],
    isDefault: record.is_default === 1,
  }
}

/** A value as the audit trail keeps it: filters one by one, so that they read as a list. */
function told(value: SavedView['filters'] | string | boolean | string[]): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  return Object.entries(value).map(([key, text]) => `${key}=${text}`)
}
