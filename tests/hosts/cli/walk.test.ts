import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startProgram } from '../program'
import { tempFolder } from '../temp-folder'
import { yike, yikeJson } from './yike'

interface Imported {
  batch: number | null
  read: number
  imported: number
  rejected: number
  duplicates: number
  problems: { row: number | null; code: string; text: string }[]
  seconds: number
}

/** Three customers, one of them without a name. */
function customers(): string {
  const path = join(tempFolder(), '客户.csv')
  writeFileSync(path, '客户编码,名称,行业\nKH000001,甲公司,食品\nKH000002,乙公司,家电\nKH000003,,图书\n')
  return path
}

/** Import, list, undo, verify, backup; answers how many customers were there in between. */
async function walk(dataDir: string): Promise<number> {
  const file = customers()
  const dry = await yikeJson<Imported>(dataDir, 'import', 'accounts', file, '--dry-run')
  expect(dry).toMatchObject({ batch: null, read: 3, imported: 2, rejected: 1 })
  expect(await yikeJson(dataDir, 'list', 'accounts')).toEqual([])

  const done = await yikeJson<Imported>(dataDir, 'import', 'accounts', file)
  expect(done).toMatchObject({ read: 3, imported: 2, rejected: 1, duplicates: 0 })
  expect(done.problems).toHaveLength(1)
  expect(done.problems[0]?.row).toBe(4)
  expect(done.problems[0]?.text).not.toBe('')
  expect(done.seconds).toBeGreaterThan(0)

  const accounts = await yikeJson<{ code: string; name: string }[]>(dataDir, 'list', 'accounts')
  expect(accounts.map(({ code, name }) => `${code} ${name}`).toSorted()).toEqual(['KH000001 甲公司', 'KH000002 乙公司'])
  const batches = await yikeJson<{ batch: number; undone: boolean }[]>(dataDir, 'list', 'batches')
  expect(batches).toMatchObject([{ batch: done.batch, kind: 'accounts', imported: 2, rejected: 1, undone: false }])

  await yikeJson(dataDir, 'undo', String(done.batch))
  expect(await yikeJson(dataDir, 'list', 'accounts')).toEqual([])
  expect(await yike(dataDir, 'undo', String(done.batch))).toMatchObject({ exit: 2, out: '' })
  expect(await yikeJson(dataDir, 'verify')).toMatchObject({ ok: true })

  const copy = join(tempFolder(), 'copy.yike')
  await yikeJson(dataDir, 'backup', copy)
  expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3')
  return accounts.length
}

test('import, list, undo, verify and backup on a book of its own', async () => {
  expect(await walk(join(tempFolder(), 'book'))).toBe(2)
})

test('the same through the host that has the book open', async () => {
  const dataDir = join(tempFolder(), 'book')
  const program = await startProgram(dataDir)
  onTestFinished(() => program.stop())
  expect(await walk(dataDir)).toBe(2)
  expect(program.child.exitCode).toBeNull()
})

test('a report goes to the file that was named, in the format of its ending', async () => {
  const dataDir = join(tempFolder(), 'book')
  const out = join(tempFolder(), 'new folder', '三月.xlsx')
  await yikeJson(dataDir, 'report', 'revenue', '--month', '2026-03', '--out', out)
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  expect(existsSync(`${out}.part`)).toBe(false)
  expect(await yikeJson(dataDir, 'report', 'revenue', '--month', '2026-03')).toMatchObject({
    rows: [],
    total: { pieces: 0, revenueFen: 0 },
  })
})

test('refused input exits 2 with one sentence and no output', async () => {
  const dataDir = join(tempFolder(), 'book')
  const refused = [
    ['import', 'accounts', '/no/such/file.xlsx'],
    ['quote', '--to', '北京', '--kg', '1', '--account', '没有的客户'],
    ['quote', '--to', '北京', '--kg', '1', '--sheet', '没有的价格表'],
    ['report', 'revenue', '--month', '2026-03', '--out', 'a.docx'],
    ['undo', '999'],
  ]
  for (const args of refused) {
    const { exit, out, error } = await yike(dataDir, ...args, '--json')
    expect([args[0], exit, out]).toEqual([args[0], 2, ''])
    expect(error.trimEnd().split('\n')).toHaveLength(1)
    expect(error).not.toMatch(/Error|\bat \//)
  }
})

test('a quote without a price is an answer', async () => {
  const dataDir = join(tempFolder(), 'book')
  const answer = await yikeJson<{ reason: string; text: string }>(dataDir, 'quote', '--to', '北京市', '--kg', '1')
  expect(answer.reason).toBe('no-price')
  expect(answer.text).not.toBe('')
})

test('whoever reads only the beginning of the output does not make the program fail', async () => {
  const dataDir = join(tempFolder(), 'book')
  const child = spawn(process.execPath, [join('out', 'main', 'cli.js'), 'list', 'batches', '--json', '--data', dataDir])
  child.stdout.destroy()
  let error = ''
  child.stderr.on('data', (text: Buffer) => (error += text.toString()))
  await new Promise((resolve) => child.on('close', resolve))
  expect(error).toBe('')
})

test('a book another program holds is a failure that names it', async () => {
  const dataDir = join(tempFolder(), 'book')
  const { createCore } = await import('#core/core')
  const { hostWithoutDialogs } = await import('../../../src/main/browser/host')
  const core = await createCore({ dataDir, host: hostWithoutDialogs('cli'), workerDir: 'out/main' })
  onTestFinished(() => core.close())
  const { exit, out, error } = await yike(dataDir, 'verify', '--json')
  expect([exit, out]).toEqual([1, ''])
  expect(error).toContain(dataDir)
})
