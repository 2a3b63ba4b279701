import type { CustomField, CustomFieldInput } from '#shared/contract/custom-fields'
import { rescaled } from '#shared/domain/custom-field/custom-value'
import type { FieldChange } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './custom-fields.repository'
import { definitionOf } from './custom-values'

export type CustomFieldsService = ReturnType<typeof createCustomFieldsService>

/** Definitions of the fields a branch adds for itself; they hold from the next call on, nothing is started anew. */
export function createCustomFieldsService({ db, book, lease }: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  function known(uid: string): repository.CustomFieldRecord {
    const record = repository.fieldByUid(db, uid)
    if (!record) throw new Refused('not-found', { what: 'custom-field' })
    return record
  }

  function shown(record: repository.CustomFieldRecord, used: number): CustomField {
    const { id: _id, ...definition } = definitionOf(record)
    return { ...definition, used }
  }

  const withUse = (uid: string) => {
    const record = known(uid)
    return shown(record, repository.valueCounts(db).get(record.id) ?? 0)
  }

  const inForce = () => repository.allFields(db).filter((record) => record.deleted_at === null)

  function refuseTaken(name: string, own: string | null): void {
    if (inForce().some((one) => one.name === name && one.uid !== own)) {
      throw new Refused('duplicate-name', { name }, 'name')
    }
  }

  /** Writes inside the caller's transaction. */
  function insert(input: CustomFieldInput, hlc: string): repository.CustomFieldRecord {
    refuseTaken(input.name, null)
    const uid = book.uid()
    const now = book.now()
    repository.insertField(db, {
      ...columnsOf(input),
      uid,
      hlc,
      position: Math.max(-1, ...inForce().map(({ position }) => position)) + 1,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    return known(uid)
  }

  /** Numbers move to the new decimals; digits that would be lost, and options in use that would go, refuse it. */
  function carryValues(before: repository.CustomFieldRecord, input: CustomFieldInput): void {
    const values = repository.valuesOfField(db, before.id)
    if (input.type !== before.type) {
      if (values.length > 0) throw new Refused('field-has-values', { name: before.name, count: values.length }, 'type')
      return
    }
    if (input.type === 'number' && input.decimals !== before.decimals) {
      const scaled = values.map((value) => ({
        ...value,
        number: rescaled(value.number ?? 0, before.decimals, input.decimals),
      }))
      const lost = scaled.filter(({ number }) => number === null).length
      if (lost > 0) throw new Refused('field-has-values', { name: before.name, count: lost }, 'decimals')
      for (const value of scaled) repository.setValue(db, value)
    }
    if (input.type === 'choice') carryOptions(before, input, values)
  }

  function carryOptions(
    before: repository.CustomFieldRecord,
    { options }: CustomFieldInput,
    values: readonly repository.CustomValueRecord[],
  ): void {
    const kept = new Set(options.map(({ was }) => was))
    const gone = definitionOf(before).options.filter(({ name }) => !kept.has(name))
    for (const { name } of gone) {
      const count = values.filter(({ text }) => text === name).length
      if (count > 0) throw new Refused('field-has-values', { name, count }, 'options')
    }
    // In two steps, so that two options may swap their names.
    const renamed = options.filter(({ was, name }) => was !== '' && was !== name)
    for (const { was } of renamed) repository.renameOption(db, before.id, was, `\u0000${was}`)
    for (const { was, name } of renamed) repository.renameOption(db, before.id, `\u0000${was}`, name)
  }

  const audit = (action: string, record: repository.CustomFieldRecord, changes: FieldChange[] = []) => ({
    action,
    entity: 'custom-field',
    entityUid: record.uid,
    summary: record.name,
    changes,
  })

  return {
    insert,
    list({ removed }: { removed: boolean }): CustomField[] {
      const counts = repository.valueCounts(db)
      return repository
        .allFields(db)
        .filter((record) => removed || record.deleted_at === null)
        .map((record) => shown(record, counts.get(record.id) ?? 0))
    },
    /** @throws Refused `duplicate-name`, `invalid-input` */
    create: (input: CustomFieldInput): Promise<CustomField> =>
      lease.run(() =>
        book.write((hlc) => {
          refuseUnfit(input)
          const record = insert(input, hlc)
          return { result: shown(record, 0), audit: audit('create', record, changesOf(null, record)) }
        }),
      ),
    /** @throws Refused `duplicate-name`, `invalid-input`, `changed-meanwhile`, `field-has-values` */
    update: ({
      uid,
      version,
      field,
    }: {
      uid: string
      version: number
      field: CustomFieldInput
    }): Promise<CustomField> =>
      lease.run(() =>
        book.write((hlc) => {
          const before = known(uid)
          expectVersion(before, version)
          refuseUnfit(field)
          refuseTaken(field.name, uid)
          carryValues(before, field)
          repository.updateField(db, before.id, {
            ...columnsOf(field),
            version: version + 1,
            hlc,
            updated_at: book.now(),
          })
          const changes = changesOf(before, known(uid))
          return { result: withUse(uid), audit: changes.length === 0 ? null : audit('update', known(uid), changes) }
        }),
      ),
    move: ({ uid, to }: { uid: string; to: number }) =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(uid)
          const all = inForce()
          const from = all.findIndex((one) => one.uid === uid)
          const order = all.filter((one) => one.uid !== uid)
          order.splice(Math.min(to, order.length), 0, record)
          for (const [position, one] of order.entries()) repository.updateField(db, one.id, { position, hlc })
          const changes = [{ field: 'position', old: from + 1, new: order.indexOf(record) + 1 }]
          return { result: undefined, audit: from === to ? null : audit('update', record, changes) }
        }),
      ),
    remove: (uid: string) =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(uid)
          if (record.deleted_at !== null) return { result: undefined, audit: null }
          repository.updateField(db, record.id, { deleted_at: book.now(), version: record.version + 1, hlc })
          return { result: undefined, audit: audit('remove', record) }
        }),
      ),
    /** @throws Refused `duplicate-name` if another field took the name meanwhile */
    restore: (uid: string) =>
      lease.run(() =>
        book.write((hlc) => {
          const record = known(uid)
          if (record.deleted_at === null) return { result: undefined, audit: null }
          refuseTaken(record.name, uid)
          repository.updateField(db, record.id, { deleted_at: null, version: record.version + 1, hlc })
          return { result: undefined, audit: audit('restore', record) }
        }),
      ),
    /** Definitions and values for good, inside the caller's transaction; for what the demonstration data brought. */
    discard(uids: readonly string[]): void {
      for (const uid of uids) {
        const record = repository.fieldByUid(db, uid)
        if (record) repository.deleteField(db, record.id)
      }
    },
  }
}

function columnsOf({ name, type, unit, decimals, options, required, inList }: CustomFieldInput) {
  return {
    name,
    type,
    unit: type === 'number' ? unit : '',
    decimals: type === 'number' ? decimals : 0,
    options: JSON.stringify(
      type === 'choice' ? options.map(({ name: option, retired }) => ({ name: option, retired })) : [],
    ),
    required: required ? 1 : 0,
    in_list: inList ? 1 : 0,
  }
}

function refuseUnfit({ type, options }: CustomFieldInput): void {
  if (type !== 'choice') return
  if (options.length === 0) throw new Refused('field-needs-options', {}, 'options')
  const names = options.map(({ name }) => name)
  const double = names.find((name, index) => names.indexOf(name) !== index)
  if (double !== undefined) throw new Refused('duplicate-name', { name: double }, 'options')
}

function changesOf(before: repository.CustomFieldRecord | null, after: repository.CustomFieldRecord): FieldChange[] {
  return fieldChanges(before ? told(before) : {}, told(after))
}

/** A field's settings as the change history tells them. */
function told(record: repository.CustomFieldRecord) {
  const { name, type, unit, decimals, options, required, inList } = definitionOf(record)
  return { name, type, unit, decimals, options, required, inList }
}
