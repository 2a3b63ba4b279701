import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createCore } from '#core/core'
import { testFolder, testHost } from '../support/test-book'

describe('who may import', () => {
  let core: Awaited<ReturnType<typeof createCore>>
  let dataDir: string
  beforeEach(async () => {
    dataDir = testFolder()
    core = await createCore({ dataDir, host: testHost, workerDir: inject('workerDir') })
  })
  afterEach(() => core.close())

  const ticketOf = (name: string, lines: string[]) => {
    const path = join(dataDir, name)
    writeFileSync(path, lines.join('\n'))
    return core.files.offer(path).ticket
  }
  const finish = async (started: { job: string }) => {
    for await (const event of await core.client.jobs.watch(started)) if (event.state !== 'running') return event.state
    return null
  }

  it('writes customers from a file only for who may write them in a form, and so takes them back', async () => {
    const customers = () => ({
      kind: 'accounts' as const,
      ticket: ticketOf('客户.csv', ['客户编码,客户名称', 'KH000001,杭州云栖食品有限公司']),
    })
    await core.client.system.workAs({ role: 'depot' })
    const refused = { data: { code: 'permission-denied', params: { permission: 'accounts.write' } } }
    await expect(core.client.imports.start(customers())).rejects.toMatchObject(refused)
    await expect(core.client.imports.start({ ...customers(), kind: 'contacts' })).rejects.toMatchObject(refused)
    await expect(core.client.imports.forgetMapping({ kind: 'accounts' })).rejects.toMatchObject(refused)
    expect((await core.client.accounts.list({})).total).toBe(0)

    await core.client.system.workAs({ role: 'clerk' })
    expect(await finish(await core.client.imports.start(customers()))).toBe('done')
    await core.client.system.workAs({ role: 'depot' })
    await expect(core.client.imports.undo({ batch: 1 })).rejects.toMatchObject(refused)
    expect((await core.client.accounts.list({})).total).toBe(1)
  })

  it('lets a depot import its waybills, and an auditor nothing', async () => {
    const waybills = () => ({
      kind: 'waybills' as const,
      ticket: ticketOf('运单.csv', [
        '运单号,寄件日期,客户名称,目的地,重量,件数,运费',
        'YT1000001,2026-10-03,云栖食品,上海,1,1,5.00',
      ]),
    })
    await core.client.system.workAs({ role: 'auditor' })
    await expect(core.client.imports.start(waybills())).rejects.toMatchObject({ data: { code: 'permission-denied' } })
    await core.client.system.workAs({ role: 'depot' })
    expect(await finish(await core.client.imports.start(waybills()))).toBe('done')
  })
})
