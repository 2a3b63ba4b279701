import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeZip } from '#core/files/write-zip'
import { ZipArchive } from '#core/excel/xlsx/zip-archive'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yike-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('holds every file under its name with its bytes', async () => {
  const contents = [Buffer.from('一'), Buffer.alloc(700_000, 'x'), Buffer.from([0, 255, 80, 75, 3, 4])]
  const files = contents.map((content, index) => {
    const path = join(folder, `in-${index}`)
    writeFileSync(path, content)
    return { name: `附件 ${index}.bin`, path }
  })
  const target = join(folder, 'all.zip')
  await writeZip(target, files, new Date('2026-11-22T04:00:00Z'))
  const zip = await ZipArchive.open(target)
  for (const [index, { name }] of files.entries()) {
    const entry = zip.find(name)
    expect(entry).toBeDefined()
    const chunks: Buffer[] = []
    // The reader checks sizes and checksums of its own accord.
    if (entry) for await (const chunk of zip.chunks(entry, 10_000_000)) chunks.push(chunk)
    expect(Buffer.concat(chunks).equals(contents[index] ?? Buffer.alloc(0))).toBe(true)
  }
  await zip.close()
})

it('leaves nothing behind where a file cannot be read', async () => {
  const target = join(folder, 'all.zip')
  await expect(writeZip(target, [{ name: 'a', path: join(folder, 'gone') }], new Date())).rejects.toThrow('ENOENT')
  expect(readdirSync(folder)).toEqual([])
})
