import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rolePermissions, type Role } from '#shared/contract/base'
import { createAttachmentAccess } from '#core/features/attachments/attachment-access'
import { AttachmentOwners } from '#core/features/attachments/attachment-owners'
import { createAttachmentsService } from '#core/features/attachments/attachments.service'
import { storedPath } from '#core/features/attachments/attachment-store'
import { ZipArchive } from '#core/excel/xlsx/zip-archive'
import type { HostDesktop } from '#core/host'
import type { Session } from '#core/kernel'
import { openTestKernel } from '../support/test-book'

type TestKernel = Awaited<ReturnType<typeof openTestKernel>>

const owner = { entity: 'contract', entityUid: 'k1' }
const owners = new AttachmentOwners([
  {
    entity: 'contract',
    read: 'contracts.read',
    write: 'contracts.write',
    nameOf: (uid) => (uid === 'k1' ? 'HT-1 年度/合同' : null),
  },
])
const as = (role: Role): Session => ({ userName: 'x', role, permissions: new Set(rolePermissions[role]) })
const [manager, clerk, depot] = [as('manager'), as('clerk'), as('depot')]

let kernel: TestKernel
const opened: string[] = []
beforeEach(async () => {
  kernel = await openTestKernel()
  opened.length = 0
})
afterEach(() => kernel.dispose())

function accessOn(files: 'dialog' | 'transfer') {
  const service = createAttachmentsService(kernel)
  const desktop: HostDesktop = {
    chooseFiles: async () => [],
    saveFile: async () => null,
    openFile: async (path) => void opened.push(path),
  }
  const host = { ...kernel.host, desktop: files === 'dialog' ? desktop : null }
  return createAttachmentAccess({ ...kernel, host }, service, owners)
}

let count = 0
function ticket(content: string, name: string): string {
  const folder = join(kernel.dataDir, `in-${(count += 1)}`)
  mkdirSync(folder)
  writeFileSync(join(folder, name), content)
  return kernel.files.offer(join(folder, name)).ticket
}

describe('who may', () => {
  it('is decided by what the file is attached to', async () => {
    const access = accessOn('transfer')
    const file = { ticket: ticket('x', 'a.pdf') }
    const { added } = await access.add(manager, owner, [file])
    const uid = added[0]?.uid ?? ''
    expect(access.list(clerk, owner).rows).toHaveLength(1)
    expect(() => access.list(depot, owner)).toThrow('permission-denied')
    await expect(access.add(clerk, owner, [file])).rejects.toMatchObject({ code: 'permission-denied' })
    expect(() => access.remove(clerk, [uid])).toThrow('permission-denied')
    await expect(access.save(depot, uid)).rejects.toMatchObject({ code: 'permission-denied' })
    await expect(access.open(depot, uid, true)).rejects.toMatchObject({ code: 'permission-denied' })
  })

  it('attaches nothing to what is not there', async () => {
    const access = accessOn('transfer')
    expect(() => access.list(manager, { ...owner, entityUid: 'k2' })).toThrow('not-found')
    expect(() => access.list(manager, { entity: 'waybill', entityUid: 'k1' })).toThrow('not-found')
  })
})

it('of several files those that are refused say why, and the rest is in', async () => {
  const files = [
    { ticket: ticket('gut', 'a.pdf'), category: 'contract' as const },
    { ticket: ticket('', 'leer.txt') },
    { ticket: ticket('auch', 'b.pdf') },
  ]
  const { added, refused } = await accessOn('transfer').add(manager, owner, files)
  expect(added.map(({ fileName, category }) => [fileName, category])).toEqual([
    ['a.pdf', 'contract'],
    ['b.pdf', 'other'],
  ])
  expect(refused).toEqual([{ name: 'leer.txt', code: 'file-empty', params: { file: 'leer.txt' } }])
})

describe('opening', () => {
  it('hands a read-only copy under its own name to the desktop', async () => {
    const access = accessOn('dialog')
    const { added } = await access.add(manager, owner, [{ ticket: ticket('内容', '年度合同.pdf') }])
    expect(await access.open(manager, added[0]?.uid ?? '', false)).toEqual({ download: null })
    const path = opened[0] ?? ''
    expect(basename(path)).toBe('年度合同.pdf')
    expect(path.startsWith(join(kernel.dataDir, 'temporary'))).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('内容')
    expect(statSync(path).mode & 0o222).toBe(0)
  })

  it('what may run something is refused until the user was warned', async () => {
    const access = accessOn('dialog')
    const { added } = await access.add(manager, owner, [{ ticket: ticket('MZ', 'setup.exe') }])
    const uid = added[0]?.uid ?? ''
    await expect(access.open(manager, uid, false)).rejects.toMatchObject({ code: 'attachment-program' })
    expect(opened).toEqual([])
    await access.open(manager, uid, true)
    expect(opened.map((path) => basename(path))).toEqual(['setup.exe'])
  })

  it('is a download where the host has no desktop', async () => {
    const access = accessOn('transfer')
    const { added } = await access.add(manager, owner, [{ ticket: ticket('内容', 'a.pdf') }])
    const { download } = await access.open(manager, added[0]?.uid ?? '', false)
    expect(download).toMatchObject({ name: 'a.pdf', bytes: 6 })
    expect(opened).toEqual([])
  })
})

it('all of them leave as one zip, without those whose file is gone', async () => {
  const access = accessOn('transfer')
  const tickets = [ticket('一', 'a.pdf'), ticket('二', 'a.pdf'), ticket('三', 'c.pdf')]
  const { added } = await access.add(
    manager,
    owner,
    tickets.map((one) => ({ ticket: one })),
  )
  rmSync(storedPath(join(kernel.dataDir, 'attachments'), added[2]?.sha256 ?? ''))
  const made = await access.saveAll(manager, owner)
  expect(made).toMatchObject({ name: 'HT-1 年度_合同.zip', skipped: ['c.pdf'] })
  const zip = await ZipArchive.open(kernel.files.take(made.ticket).path)
  expect(zip.names()).toEqual(expect.arrayContaining(['a.pdf', 'a (2).pdf']))
  await zip.close()
})
