import { describe, expect, it } from 'vitest'
import { createSystemService } from '#core/features/system/system.service'
import { LocalSession } from '#core/session'
import type { FieldChange } from '#core/db/book'
import { openTestKernel } from '../support/test-book'

describe('the role of the local user', () => {
  it('decides what he may do, holds at once, is kept and audited', async () => {
    const kernel = await openTestKernel()
    const session = new LocalSession(kernel, 'tester')
    const facts = {
      latestMonth: () => null,
      verifyRollups: () => ({ checked: 0, wrong: 0 }),
      verifyAttachments: () => Promise.resolve({ checked: 0, missing: 0, altered: 0 }),
      backUpAttachments: () => Promise.resolve({ folder: null, files: 0, bytes: 0, missing: 0, altered: 0 }),
      shownChange: (_entity: string, change: FieldChange) => change,
      recovered: [],
    }
    const system = createSystemService(kernel, facts)
    expect(session.role).toBe('manager')
    expect(session.permissions.has('pricing.approve')).toBe(true)
    await system.workAs('clerk')
    expect(session.permissions.has('pricing.approve')).toBe(false)
    expect(session.permissions.has('personal.read')).toBe(false)
    expect(system.info(session)).toMatchObject({ role: 'clerk' })
    expect(new LocalSession(kernel, 'tester').role).toBe('clerk')
    const { rows } = system.audit({ page: 1, pageSize: 10 }, true)
    expect(rows[0]).toMatchObject({ action: 'update', entity: 'setting', summary: 'session.role' })
    await kernel.dispose()
  })
})
