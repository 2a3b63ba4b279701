import type { ChoiceEntry, ChoiceList } from '#shared/contract/choices'
import { expectVersion } from '../../db/expect-version'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import * as repository from './choices.repository'

/** Where choices are used: handed in by the router, so that this feature knows nothing of customers. */
export interface ChoiceUses {
  /** How often each word of each list is used. */
  counts(): { list: ChoiceList; name: string; used: number }[]
  /** Writes another word wherever this one stands, inside the caller's transaction; answers at how many customers. */
  rename(list: ChoiceList, from: string, to: string, hlc: string): number
}

export type ChoicesService = ReturnType<typeof createChoicesService>

/** The lists a branch edits. A choice is never deleted: it is retired, and stays where it is used. */
export function createChoicesService({ db, book, lease }: Pick<Kernel, 'db' | 'book' | 'lease'>, uses: ChoiceUses) {
  function entryOf(record: repository.ChoiceRecord, used: number): ChoiceEntry {
    const { id, uid, version, list, name, retired } = record
    return { id, uid, version, list, name, retired: retired === 1, used }
  }

  function known(id: number): repository.ChoiceRecord {
    const record = repository.choiceById(db, id)
    if (!record) throw new Refused('not-found', { what: 'choice' })
    return record
  }

  function refuseTaken(list: ChoiceList, name: string, own: number | null): void {
    const taken = repository.choicesOf(db, list).find((one) => one.name === name && one.id !== own)
    if (taken) throw new Refused('duplicate-name', { name }, 'name')
  }

  const audit = (action: string, { uid, name }: repository.ChoiceRecord, changes: Change[] = []) => ({
    action,
    entity: 'choice',
    entityUid: uid,
    summary: name,
    changes,
  })

  return {
    lists() {
      const counts = uses.counts()
      const countOf = (list: ChoiceList, name: string) =>
        counts.find((count) => count.list === list && count.name === name)?.used ?? 0
      const records = repository.allChoices(db)
      const listed = new Set(records.map(({ list, name }) => `${list} ${name}`))
      return {
        entries: records.map((record) => entryOf(record, countOf(record.list, record.name))),
        others: counts.filter(({ list, name }) => !listed.has(`${list} ${name}`)),
      }
    },
    /** @throws Refused `duplicate-name` */
    add: ({ list, name }: { list: ChoiceList; name: string }): Promise<ChoiceEntry> =>
      lease.run(() =>
        book.write((hlc) => {
          refuseTaken(list, name, null)
          const position = Math.max(-1, ...repository.choicesOf(db, list).map((one) => one.position)) + 1
          const record = known(repository.insertChoice(db, { uid: book.uid(), hlc, list, name, position }))
          const used = uses.counts().find((count) => count.list === list && count.name === name)?.used ?? 0
          return { result: entryOf(record, used), audit: audit('create', record) }
        }),
      ),
    /** @throws Refused `duplicate-name`, `changed-meanwhile` */
    rename: ({ id, version, name }: { id: number; version: number; name: string }) =>
      lease.run(() =>
        book.write((hlc) => {
          const before = known(id)
          expectVersion(before, version)
          if (before.name === name) return { result: { renamed: 0 }, audit: null }
          refuseTaken(before.list, name, id)
          repository.updateChoice(db, id, { name, version: version + 1, hlc })
          const renamed = uses.rename(before.list, before.name, name, hlc)
          const changes = [
            { field: 'name', old: before.name, new: name },
            { field: 'used', old: null, new: renamed },
          ]
          return { result: { renamed }, audit: audit('update', known(id), changes) }
        }),
      ),
    move: ({ id, to }: { id: number; to: number }) =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(id)
          const others = repository.choicesOf(db, record.list)
          const from = others.findIndex((one) => one.id === id)
          const order = others.filter((one) => one.id !== id)
          order.splice(Math.min(to, order.length), 0, record)
          for (const [position, one] of order.entries()) {
            if (one.position !== position) repository.updateChoice(db, one.id, { position, hlc })
          }
          const changes = [{ field: 'position', old: from + 1, new: order.indexOf(record) + 1 }]
          return { result: undefined, audit: from === to ? null : audit('update', record, changes) }
        }),
      ),
    retire: ({ id, retired }: { id: number; retired: boolean }) =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(id)
          if ((record.retired === 1) === retired) return { result: undefined, audit: null }
          repository.updateChoice(db, id, { retired: retired ? 1 : 0, version: record.version + 1, hlc })
          const changes = [{ field: 'retired', old: !retired, new: retired }]
          return { result: undefined, audit: audit('update', record, changes) }
        }),
      ),
  }
}

interface Change {
  field: string
  old: unknown
  new: unknown
}
