import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileRefusal, storedPath } from '#core/features/attachments/attachment-store'
import { backUpAttachments } from '#core/features/attachments/attachment-backup'
import { createAttachmentsService } from '#core/features/attachments/attachments.service'
import { Refused } from '#core/refused'
import { openTestKernel } from '../support/test-book'

type TestKernel = Awaited<ReturnType<typeof openTestKernel>>

const owner = { entity: 'account', entityUid: '0190-a' }
const other = { entity: 'contract', entityUid: '0190-b' }

let kernel: TestKernel
let service: ReturnType<typeof createAttachmentsService>
beforeEach(async () => {
  kernel = await openTestKernel()
  service = createAttachmentsService(kernel)
})
afterEach(() => kernel.dispose())

const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const stored = (content: string) => storedPath(join(kernel.dataDir, 'attachments'), hashOf(content))

/** A file outside of the book. */
function file(content: string | Buffer, name = 'source'): string {
  const path = join(kernel.dataDir, name)
  writeFileSync(path, content)
  return path
}

const add = (content: string, name = '合同.pdf', to = owner) =>
  service.add(to, 'KH1 某公司', { path: file(content), name })

/** Everything below the folder of attachments. */
function filesInBook(): string[] {
  return readdirSync(join(kernel.dataDir, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
}

describe('attaching', () => {
  it('copies the file, so that the original may go', async () => {
    const row = await add('内容')
    rmSync(join(kernel.dataDir, 'source'))
    expect(row).toMatchObject({
      fileName: '合同.pdf',
      kind: 'pdf',
      warns: false,
      bytes: 6,
      sha256: hashOf('内容'),
      actor: 'tester',
      state: 'present',
    })
    expect(readFileSync(stored('内容'), 'utf8')).toBe('内容')
    expect(service.list(owner)).toMatchObject({ rows: [{ uid: row.uid }], bytes: 6 })
    expect(service.list(other).rows).toEqual([])
  })

  it('stores the same content once, whatever it is called and whatever it is attached to', async () => {
    const [one, two] = [await add('同样'), await add('同样', 'b.txt', other)]
    expect(filesInBook()).toEqual([hashOf('同样')])
    expect(service.usage()).toMatchObject({ attachments: 2, bytes: 6 })
    await service.remove([one.uid])
    expect(service.usage()).toMatchObject({ attachments: 1, bytes: 6, removed: 1, freeableBytes: 0 })
    expect(await service.clearRemoved()).toEqual({ attachments: 1, freedBytes: 0 })
    expect(filesInBook()).toEqual([hashOf('同样')])
    await service.remove([two.uid])
    expect(service.usage()).toMatchObject({ attachments: 0, removed: 1, freeableBytes: 6 })
    expect(await service.clearRemoved()).toEqual({ attachments: 1, freedBytes: 6 })
    expect(filesInBook()).toEqual([])
  })

  it('refuses an empty file, a folder and a file that is not there, and leaves nothing behind', async () => {
    const folder = join(kernel.dataDir, 'folder')
    mkdirSync(folder)
    const attempt = (path: string) => service.add(owner, '', { path, name: 'x.pdf' })
    await expect(attempt(file(''))).rejects.toMatchObject({ code: 'file-empty' })
    await expect(attempt(folder)).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(attempt(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-not-found' })
    expect(existsSync(join(kernel.dataDir, 'attachments', 'incoming'))).toBe(false)
    expect(service.list(owner).rows).toEqual([])
  })

  it('says that the disk is full in so many words', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    expect(fileRefusal(full, 'a.pdf')).toMatchObject({ code: 'disk-full', params: { file: 'a.pdf' } })
    const locked = Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
    expect(fileRefusal(locked, 'a.pdf')).toMatchObject({ code: 'file-unreadable' })
    const fault = new TypeError('a fault of the program')
    expect(fileRefusal(fault, 'a.pdf')).toBe(fault)
  })

  it.each(['../../../evil.sh', '..\\..\\evil.sh', '/etc/evil.sh', '\u202Eevil.sh'])(
    'under the name %j stays in its folder',
    async (name) => {
      const row = await add(name, name)
      expect(row).toMatchObject({ fileName: 'evil.sh', kind: 'program', warns: true })
      expect(filesInBook()).toEqual([hashOf(name)])
    },
  )

  it('keeps a very long name', async () => {
    const name = `${'长'.repeat(251)}.pdf`
    expect(await add('x', name)).toMatchObject({ fileName: name, kind: 'pdf' })
  })
})

describe('changing', () => {
  it('edits title, category and note, and says so field by field', async () => {
    const row = await add('x')
    const text = { title: '年度合同', category: 'contract' as const, note: '' }
    const edited = await service.update(row.uid, row.version, text)
    expect(edited).toMatchObject({ ...text, version: 2 })
    await expect(service.update(row.uid, row.version, text)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const value = kernel.db.raw.prepare('SELECT value FROM audit_value ORDER BY seq DESC').pluck().get() as string
    expect(JSON.parse(value)).toEqual({
      summary: '合同.pdf',
      changes: [
        { field: 'title', old: '', new: '年度合同' },
        { field: 'category', old: 'other', new: 'contract' },
      ],
    })
  })

  it('removes and brings back', async () => {
    const row = await add('x')
    await service.remove([row.uid])
    expect(service.list(owner).rows).toEqual([])
    expect(existsSync(stored('x'))).toBe(true)
    await service.restore([row.uid])
    expect(service.list(owner).rows).toMatchObject([{ uid: row.uid, state: 'present' }])
  })
})

describe('a file that is gone or altered', () => {
  it('is told by the list and by verify, and never leaves as if it were the original', async () => {
    const [gone, longer, swapped] = [await add('gone'), await add('longer'), await add('swapped')]
    rmSync(stored('gone'))
    appendFileSync(stored('longer'), '!')
    writeFileSync(stored('swapped'), 'SWAPPED')
    const states = () => Object.fromEntries(service.list(owner).rows.map(({ uid, state }) => [uid, state]))
    expect(states()).toMatchObject({ [gone.uid]: 'missing', [longer.uid]: 'altered' })
    expect(await service.verify()).toEqual({ checked: 3, missing: 1, altered: 2 })
    // Only reading shows that a file of the right size is another.
    expect(states()).toMatchObject({ [swapped.uid]: 'altered' })
    const target = join(kernel.dataDir, 'out')
    await expect(service.copyTo(target, gone.uid)).rejects.toMatchObject({ code: 'attachment-missing' })
    await expect(service.copyTo(target, longer.uid)).rejects.toMatchObject({ code: 'attachment-altered' })
    await expect(service.copyTo(target, swapped.uid)).rejects.toMatchObject({ code: 'attachment-altered' })
    expect(existsSync(target)).toBe(false)
    expect(existsSync(`${target}.unfinished`)).toBe(false)
  })

  it('is whole again once the original is attached again', async () => {
    const row = await add('again')
    writeFileSync(stored('again'), 'AGAIN')
    await service.verify()
    await add('again', 'again.pdf', other)
    expect(service.list(owner).rows).toMatchObject([{ uid: row.uid, state: 'present' }])
    expect(await service.verify()).toEqual({ checked: 1, missing: 0, altered: 0 })
  })

  it('does not keep the rest from being cleared', async () => {
    const row = await add('gone')
    rmSync(stored('gone'))
    await service.remove([row.uid])
    expect(await service.clearRemoved()).toMatchObject({ attachments: 1 })
  })
})

describe('after a crash', () => {
  it('half copies and contents without a row go at start, nothing else', async () => {
    await add('kept')
    // Killed while copying, and killed between the rename and the row.
    await service.store.take(file('half'), 'half.pdf')
    const orphan = await service.store.take(file('orphan'), 'orphan.pdf')
    service.store.place(orphan)
    const foreign = join(kernel.dataDir, 'attachments', 'desktop.ini')
    writeFileSync(foreign, 'not ours')
    expect(filesInBook()).toHaveLength(4)
    expect(createAttachmentsService(kernel).clearLeftovers()).toBe(2)
    expect(filesInBook()).toEqual([hashOf('kept'), 'desktop.ini'].toSorted())
    expect(service.list(owner).rows).toMatchObject([{ state: 'present' }])
  })

  it('a write that fails after the file has its name leaves no row, and the start clears the file', async () => {
    kernel.db.raw.exec(`CREATE TRIGGER refuse BEFORE INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'cut off'); END`)
    await expect(add('cut')).rejects.toThrow('cut off')
    expect(service.list(owner).rows).toEqual([])
    expect(service.clearLeftovers()).toBe(1)
    expect(filesInBook()).toEqual([])
  })
})

describe('a backup', () => {
  it('has the files beside the copy, once, and says what could not be copied', async () => {
    await add('one')
    await add('two')
    const target = join(kernel.dataDir, 'copy', 'x.sqlite')
    expect(await backUpAttachments(service, target)).toEqual({
      folder: `${target}.attachments`,
      files: 2,
      bytes: 6,
      missing: 0,
      altered: 0,
    })
    expect(readFileSync(storedPath(`${target}.attachments`, hashOf('one')), 'utf8')).toBe('one')
    // A damaged copy of an earlier backup is made anew; what is damaged in the book is counted.
    writeFileSync(storedPath(`${target}.attachments`, hashOf('one')), 'ONE')
    writeFileSync(stored('two'), 'TWO')
    rmSync(storedPath(`${target}.attachments`, hashOf('two')))
    expect(await backUpAttachments(service, target)).toMatchObject({ files: 1, missing: 0, altered: 1 })
    expect(readFileSync(storedPath(`${target}.attachments`, hashOf('one')), 'utf8')).toBe('one')
  })

  it('of a book without attachments makes no folder', async () => {
    const target = join(kernel.dataDir, 'copy', 'x.sqlite')
    expect(await backUpAttachments(service, target)).toMatchObject({ folder: null, files: 0 })
    expect(existsSync(`${target}.attachments`)).toBe(false)
  })
})

it('knows its refusals', async () => {
  await expect(
    add('x').then(() => service.update('none', 1, { title: '', category: 'other', note: '' })),
  ).rejects.toBeInstanceOf(Refused)
})
