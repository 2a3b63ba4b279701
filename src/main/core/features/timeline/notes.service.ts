import { type NoteInput, noteKinds } from '#shared/contract/timeline'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { plainEvent, type TimelineSource } from './timeline-source'
import * as repository from './timeline.repository'

export type NotesService = ReturnType<typeof createNotesService>

/** What people write down about a contact with a customer: a call, a visit, a meeting. */
export function createNotesService(kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  const { db, book, lease } = kernel

  function known(uid: string): repository.NoteRecord {
    const record = repository.noteByUid(db, uid)
    if (!record) throw new Refused('not-found', { what: 'note' })
    return record
  }

  /** What happened today stands where it was written; of another day only the day is known, so it stands at its noon. */
  function placeOf(day: string): string {
    if (day > book.today()) throw new Refused('invalid-input', { why: day }, 'happenedOn')
    return day === book.today() ? book.now() : `${day}T04:00:00.000Z`
  }

  const columns = ({ kind, happenedOn, withWhom, text }: NoteInput) => ({
    kind,
    happened_on: happenedOn,
    with_whom: withWhom,
    text,
  })

  const auditOf = (uid: string, note: NoteInput) => ({
    entity: 'note',
    entityUid: uid,
    summary: note.withWhom === '' ? note.happenedOn : `${note.happenedOn} ${note.withWhom}`,
  })

  const { removeAll, restoreAll } = removal(kernel, {
    found: known,
    store: ({ uid }, columns) => repository.updateNote(db, uid, columns),
    audit: (record) => auditOf(record.uid, inputOf(record)),
  })

  /** Writes inside the caller's transaction. */
  function insert(accountId: number, note: NoteInput, hlc: string, actor: string): string {
    const uid = book.uid()
    const now = book.now()
    repository.insertNote(db, {
      uid,
      hlc,
      account_id: accountId,
      ...columns(note),
      at: placeOf(note.happenedOn),
      actor,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    return uid
  }

  return {
    insert,
    add: (accountId: number, note: NoteInput): Promise<string> =>
      lease.run(() =>
        book.write((hlc) => {
          const uid = insert(accountId, note, hlc, book.actor)
          return { result: uid, audit: { ...auditOf(uid, note), action: 'create' } }
        }),
      ),
    /** @throws Refused `changed-meanwhile` */
    update: (uid: string, version: number, note: NoteInput): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(uid)
          expectVersion(record, version)
          const before = inputOf(record)
          const changes = fieldChanges(before, note)
          if (changes.length === 0) return { result: undefined, audit: null }
          const moved = note.happenedOn === before.happenedOn ? {} : { at: placeOf(note.happenedOn) }
          const stamp = { version: version + 1, hlc, updated_at: book.now() }
          repository.updateNote(db, uid, { ...columns(note), ...moved, ...stamp })
          return { result: undefined, audit: { ...auditOf(uid, note), action: 'update', changes } }
        }),
      ),
    remove: async (uids: readonly string[]): Promise<void> => void (await removeAll(uids)),
    restore: async (uids: readonly string[]): Promise<void> => void (await restoreAll(uids)),
    uidsOf: (accountId: number) => repository.noteUids(db, accountId),
    /** Takes rows of a demonstration back, inside the caller's write. */
    discard: (uids: readonly string[]) => uids.forEach((uid) => repository.deleteNote(db, uid)),
    source: {
      name: 'note',
      kinds: noteKinds,
      events: (account, window) =>
        repository.notePage(db, account.id, window).map((record) => ({
          ...plainEvent,
          id: record.id,
          at: record.at,
          day: record.happened_on,
          kind: record.kind,
          code: record.with_whom === '' ? 'note' : 'noteWith',
          params: { kind: record.kind, whom: record.with_whom },
          text: record.text,
          actor: record.actor,
          entity: 'note',
          note: { ...inputOf(record), uid: record.uid, version: record.version },
        })),
      actors: (account) => repository.noteActors(db, account.id),
    } satisfies TimelineSource,
  }
}

function inputOf(record: repository.NoteRecord): NoteInput {
  const { kind, happened_on, with_whom, text } = record
  return { kind, happenedOn: happened_on, withWhom: with_whom, text }
}
