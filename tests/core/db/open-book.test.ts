import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#core/db/book'
import { lockBook } from '#core/db/book-lock'
import { Database } from '#core/db/database'
import { migrations } from '#core/db/migrations/index'
import { fileSystemOf } from '#core/db/network-drive'
import { bookFile, openBook } from '#core/db/open-book'
import { testFolder } from '../support/test-book'

/** Migrations of a program that is in use somewhere. */
const landed = 12

const broken = {
  version: migrations.length + 1,
  name: 'broken',
  sql: 'CREATE TABLE half (id INTEGER); SELECT no_such();',
}
const next = { version: migrations.length + 1, name: 'next', sql: 'CREATE TABLE next (id INTEGER) STRICT;' }

describe('opening a book', () => {
  it('keeps landed migrations as they are', () => {
    expect(migrations.slice(0, landed).map(({ version, name, sql }) => [version, name, sha256(sql)])).toMatchSnapshot()
  })

  it('makes a new book and opens it again', async () => {
    const folder = testFolder()
    const first = await openBook(folder)
    expect(first.raw.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(first.raw.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(first.raw.pragma('foreign_keys', { simple: true })).toBe(1)
    first.close()
    const second = await openBook(folder)
    second.close()
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  it('lays a verified copy aside before it migrates', async () => {
    const folder = testFolder()
    ;(await openBook(folder)).close()
    const db = await openBook(folder, undefined, [...migrations, next])
    db.close()
    const [backup] = readdirSync(join(folder, 'backups'))
    expect(backup).toBe(`before-migration-${migrations.length}.sqlite`)
    const copy = new Database(join(folder, 'backups', backup ?? ''))
    expect(copy.raw.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(copy.raw.prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'next'`).get()).toEqual({ n: 0 })
    copy.close()
  })

  it('leaves the book as it was when a migration fails', async () => {
    const folder = testFolder()
    ;(await openBook(folder)).close()
    await expect(openBook(folder, undefined, [...migrations, broken])).rejects.toThrow(/no_such/)
    const db = await openBook(folder)
    expect(db.raw.prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'half'`).get()).toEqual({ n: 0 })
    expect(db.raw.pragma('user_version', { simple: true })).toBe(migrations.length)
    db.close()
  })

  it('does not migrate when the backup cannot be made', async () => {
    const folder = testFolder()
    ;(await openBook(folder)).close()
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    await expect(openBook(folder, undefined, [...migrations, next])).rejects.toMatchObject({ code: 'backup-failed' })
    const db = await openBook(folder)
    expect(db.raw.pragma('user_version', { simple: true })).toBe(migrations.length)
    db.close()
  })

  it('refuses a book of a newer program and does not touch it', async () => {
    const folder = testFolder()
    const db = await openBook(folder, undefined, [...migrations, next])
    db.close()
    const before = readFileSync(join(folder, bookFile))
    await expect(openBook(folder)).rejects.toMatchObject({
      code: 'book-newer',
      params: { book: migrations.length + 1, program: migrations.length },
    })
    expect(readFileSync(join(folder, bookFile)).equals(before)).toBe(true)
  })

  it('refuses a damaged book and leaves the file', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, bookFile), 'this is no database, however long the text may be '.repeat(100))
    await expect(openBook(folder)).rejects.toMatchObject({ code: 'book-damaged' })
    expect(readFileSync(join(folder, bookFile), 'utf8')).toContain('this is no database')
  })
})

describe('the lock', () => {
  it('refuses a second program until the first one lets go', () => {
    const folder = testFolder()
    const unlock = lockBook(folder)
    expect(() => lockBook(folder)).toThrow(expect.objectContaining({ code: 'book-locked' }))
    unlock()
    lockBook(folder)()
  })
})

describe('network drives', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    '//server/share /mnt/share cifs rw 0 0',
    'server:/home /home/net nfs4 rw 0 0',
    '/dev/sdb1 /mnt/share/local ext4 rw 0 0',
    '//nas/my\\040books /mnt/my\\040books smb3 rw 0 0',
  ].join('\n')
  it.each([
    ['/home/clerk/yike', 'ext4'],
    ['/mnt/share/yike', 'cifs'],
    ['/mnt/shared', 'ext4'],
    ['/home/net/yike', 'nfs4'],
    ['/mnt/share/local/yike', 'ext4'],
    ['/mnt/my books/a', 'smb3'],
  ])('%s lies on %s', (path, type) => expect(fileSystemOf(path, mounts)).toBe(type))
})
