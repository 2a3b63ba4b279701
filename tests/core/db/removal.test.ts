import { expectVersion } from '#core/db/expect-version'
import { fieldChanges } from '#core/db/field-changes'
import { removal } from '#core/db/removal'
import { Refused } from '#core/refused'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestKernel } from '../support/test-book'

interface Row {
  key: string
  version: number
  deleted_at: string | null
}

let kernel: Awaited<ReturnType<typeof openTestKernel>>
let rows: Map<string, Row>

beforeEach(async () => {
  kernel = await openTestKernel()
  rows = new Map(['甲', '乙', '丙'].map((key) => [key, { key, version: 1, deleted_at: null }]))
})
afterEach(() => kernel.dispose())

function records(before?: (row: Row, removing: boolean) => void) {
  return removal(kernel, {
    found(key: string) {
      const row = rows.get(key)
      if (!row) throw new Refused('not-found', { what: 'account' })
      return row
    },
    ...(before && { before }),
    store: ({ key }, { deleted_at, version }) => void rows.set(key, { key, deleted_at, version }),
    audit: ({ key }) => ({ entity: 'test', entityUid: key, summary: key }),
  })
}

function audited(): string[] {
  const { db } = kernel
  const entries = db.all(db.build.selectFrom('audit_entry').select(['action', 'entity_uid', 'entity']).orderBy('seq'))
  return entries.filter(({ entity }) => entity === 'test').map(({ action, entity_uid: uid }) => `${action} ${uid}`)
}

describe('removal and its undo', () => {
  it('takes away and puts back, each time a version on, each with its audit row', async () => {
    const { removeAll, restoreAll } = records()
    expect((await removeAll(['甲', '乙'])).map(({ key }) => key)).toEqual(['甲', '乙'])
    expect(rows.get('甲')).toMatchObject({ deleted_at: '2026-11-22T04:00:00.000Z', version: 2 })
    await restoreAll(['甲'])
    expect(rows.get('甲')).toMatchObject({ deleted_at: null, version: 3 })
    expect(audited()).toEqual(['remove 甲', 'remove 乙', 'restore 甲'])
  })

  it('leaves alone what is so already, and writes no audit row for it', async () => {
    const { remove, restore } = records()
    await restore('甲')
    await remove('甲')
    await remove('甲')
    expect(rows.get('甲')?.version).toBe(2)
    expect(audited()).toEqual(['remove 甲'])
  })

  it('does all or nothing where something stands in the way', async () => {
    const { removeAll } = records(({ key }) => {
      if (key === '丙') throw new Refused('in-use', { name: key })
    })
    await expect(removeAll(['甲', '丙'])).rejects.toMatchObject({ code: 'in-use' })
    await expect(removeAll(['甲', '丁'])).rejects.toMatchObject({ code: 'not-found' })
    expect(audited()).toEqual([])
  })
})

describe('what a write changed', () => {
  it('tells field by field; unknown and null are alike', () => {
    const before = { a: 1, list: ['x'], none: null }
    expect(fieldChanges(before, { a: 2, list: ['x'], none: undefined, more: 'y' })).toEqual([
      { field: 'a', old: 1, new: 2 },
      { field: 'more', old: null, new: 'y' },
    ])
    expect(fieldChanges(before, { a: 2, list: ['z'], none: null }, ['list'])).toEqual([
      { field: 'list', old: ['x'], new: ['z'] },
    ])
  })

  it('is refused on another version, and on what was removed', () => {
    const refused = expect.objectContaining({ code: 'changed-meanwhile' })
    expect(() => expectVersion({ version: 2 }, 1)).toThrow(refused)
    expect(() => expectVersion({ version: 2, deleted_at: '2026-11-22T04:00:00.000Z' }, 2)).toThrow(refused)
    expect(() => expectVersion(undefined, 1)).toThrow(refused)
    expectVersion(undefined, 0)
    expectVersion({ version: 2, deleted_at: null }, 2)
  })
})
