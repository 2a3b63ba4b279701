import type { FieldChange } from '../../db/book'
import type { JobResult } from '../../jobs/job-registry'
import type { Kernel } from '../../kernel'
import { Refused } from '../../refused'
import { runInWorker } from '../../worker/run-in-worker'
import { erasePersonImages } from '../imports/erase-person-images'
import { dropDrafts, eraseAuditHolding, eraseAuditOf, textsHolding, valuesOf } from '../system/system.service'
import * as repository from './people.repository'
import type { PeopleService } from './people.service'

/** Shorter texts are in too many others to be one person's alone. */
const shortestReach = 5

/**
 * Erases a contact for good (个人信息保护法 Art. 47): the row becomes a trace; what the audit trail, imports and unsaved forms
 * held of the person goes in the same transaction. A job then writes the data file anew, so that no bytes linger.
 * Backups, exports and papers made before are beyond the program's reach.
 *
 * @returns the job, and where texts people wrote still hold the name or a number
 * @throws Refused `name-not-typed` if the name is not the contact's, `contact-erased` if it is done already
 */
export async function erasePerson(kernel: Kernel, people: PeopleService, id: number, typed: string) {
  const { db, book, lease, jobs } = kernel
  const left = await lease.run(() =>
    db.wiping(() =>
      book.write((hlc) => {
        const record = people.record(id)
        if (typed.trim() !== record.name.trim()) throw new Refused('name-not-typed', {}, 'name')
        const account = repository.accountHead(db, record.account_id)
        const { names, reaches } = tracesOf(record, valuesOf(db, 'contact', record.uid))
        eraseAuditOf(db, 'contact', record.uid)
        eraseAuditHolding(db, [...reaches, ...names], (entity, uid, value) => {
          if (reaches.some((reach) => value.includes(reach))) return true
          return entity === 'account' && uid === account?.uid && hasContacts(value)
        })
        erasePersonImages(db, { contactId: id, accountId: record.account_id, names, reaches })
        dropDrafts(db, [...names, ...reaches])
        repository.releaseReports(db, id)
        repository.updateContact(db, id, { ...nobody(id), hlc, ...erasedBy(book), version: record.version + 1 })
        const trace = { action: 'erase', entity: 'contact', entityUid: record.uid, summary: `#${id}` }
        return { result: textsHolding(db, [...names, ...reaches]), audit: trace }
      }),
    ),
  )
  const job = jobs.start('erase', (handle) => runInWorker<JobResult>(kernel, 'rewrite', null, handle))
  return { job, left }
}

/** All names and numbers the person ever had in this book, by the row and by its history. */
function tracesOf(record: repository.ContactRecord, values: readonly string[]) {
  const names = new Set([record.name])
  const reaches = new Set<string>()
  const reach = (text: unknown) => {
    if (typeof text === 'string') for (const one of text.split('、')) if (one.length >= shortestReach) reaches.add(one)
  }
  for (const field of ['phone', 'wechat', 'email'] as const) reach(record[field])
  for (const value of values) {
    const { changes } = JSON.parse(value) as { changes: FieldChange[] }
    for (const { field, old, new: next } of changes) {
      if (field === 'name') for (const name of [old, next]) if (typeof name === 'string') names.add(name)
      if (field === 'phone' || field === 'wechat' || field === 'email') [old, next].forEach(reach)
    }
  }
  return { names: [...names], reaches: [...reaches] }
}

/** True for entries of before contacts were records of their own: they hold the customer's contacts as one field. */
function hasContacts(value: string): boolean {
  const { changes } = JSON.parse(value) as { changes: FieldChange[] }
  return changes.some(({ field }) => field === 'contacts')
}

function erasedBy(book: Kernel['book']) {
  const now = book.now()
  return { erased_at: now, erased_by: book.actor, deleted_at: now, updated_at: now }
}

/** What is left of a person: a number. */
function nobody(id: number) {
  return {
    name: `已删除联系人 #${id}`,
    title: '',
    department: '',
    phone: '',
    wechat: '',
    email: '',
    note: '',
    is_primary: 0,
    role: null,
    stance: null,
    influence: null,
    relationship: null,
    reports_to: null,
    channel: null,
    birth_calendar: null,
    birth_year: null,
    birth_month: null,
    birth_day: null,
    birth_leap: 0,
    last_contact_on: null,
    map_x: null,
    map_y: null,
    pinyin: '',
    initials: '',
  }
}
