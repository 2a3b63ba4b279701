import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextHybridTime } from '#core/db/hybrid-clock'
import { WriteLease } from '#core/db/write-lease'
import { verifyAuditChain } from '#core/features/system/system.repository'
import { openTestKernel } from '../support/test-book'

describe('the audit trail', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
    for (const name of ['甲', '乙', '丙']) {
      kernel.book.write(() => ({
        result: null,
        audit: { action: 'create', entity: 'account', entityUid: name, summary: name },
      }))
    }
  })
  afterEach(() => kernel.dispose())

  const run = (sql: string) => kernel.db.raw.exec(sql)

  it('is whole after ordinary work', () => {
    expect(verifyAuditChain(kernel.db)).toEqual({ entries: 3, broken: null })
  })

  it('refuses changes and removals of its entries', () => {
    expect(() => run(`UPDATE audit_entry SET actor = 'x' WHERE seq = 2`)).toThrow(/never changed/)
    expect(() => run('DELETE FROM audit_entry WHERE seq = 2')).toThrow(/never removed/)
  })

  it.each([
    ['an entry rewritten', `UPDATE audit_entry SET actor = 'x' WHERE seq = 2`, 2],
    ['an entry removed', 'DELETE FROM audit_value WHERE seq = 2; DELETE FROM audit_entry WHERE seq = 2', 3],
    ['a value rewritten', `UPDATE audit_value SET value = '{"summary":"x"}' WHERE seq = 3`, 3],
  ])('shows %s behind the triggers’ back', (_what, sql, broken) => {
    run('DROP TRIGGER audit_entry_keeps; DROP TRIGGER audit_entry_stays')
    run(sql)
    expect(verifyAuditChain(kernel.db).broken).toBe(broken)
  })

  it('stays whole when personal values are erased', () => {
    run('DELETE FROM audit_value WHERE seq = 2')
    expect(verifyAuditChain(kernel.db)).toEqual({ entries: 3, broken: null })
  })

  it('writes nothing of a write that fails', () => {
    expect(() =>
      kernel.book.write(() => {
        kernel.db.run(kernel.db.build.insertInto('setting').values({ key: 'half', value: '1' }))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(kernel.db.first(kernel.db.build.selectFrom('setting').selectAll())).toBeUndefined()
    expect(verifyAuditChain(kernel.db).entries).toBe(3)
  })
})

describe('the hybrid clock', () => {
  it('never runs backwards and counts within a millisecond', () => {
    const first = nextHybridTime('', 1000)
    const second = nextHybridTime(first, 1000)
    const third = nextHybridTime(second, 500)
    expect([first, second, third].toSorted()).toEqual([first, second, third])
    expect(nextHybridTime('0000000003e8-ffff', 1000)).toBe('0000000003e9-0000')
  })
})

describe('the write lease', () => {
  it('is held by one at a time, in the order of asking', async () => {
    const lease = new WriteLease()
    const order: number[] = []
    let inside = 0
    const work = (number: number) =>
      lease.run(async () => {
        inside++
        expect(inside).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 3 - number))
        order.push(number)
        inside--
      })
    await Promise.all([work(1), work(2), lease.run(() => Promise.reject(new Error('no'))).catch(() => {}), work(3)])
    expect(order).toEqual([1, 2, 3])
  })
})
