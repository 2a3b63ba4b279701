import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import type { TimelineFilter } from '#shared/contract/timeline'
import { createCore, type Core } from '#core/core'
import { Database } from '#core/db/database'
import { bookFile } from '#core/db/open-book'
import { createNotesService } from '#core/features/timeline/notes.service'
import { inject } from 'vitest'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestKernel, testFolder, testHost, testNow } from '../support/test-book'

/** The whole program on a book of its own, and a second connection to write past it. */
let folder: string
let core: Core
let db: Database
let accountId: number

beforeAll(async () => {
  folder = testFolder()
  core = await createCore({
    dataDir: folder,
    clock: { now: () => testNow, fixed: testNow },
    host: testHost,
    workerDir: inject('workerDir'),
  })
  db = new Database(join(folder, bookFile))
  const account = await core.client.accounts.create(
    accountInput.parse({ name: '杭州某某食品有限公司', manager: '王芳' }),
  )
  accountId = account.id
})
afterAll(async () => {
  db.close()
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

const noFilter: TimelineFilter = { kinds: [], text: '' }
const events = async (filter: Partial<TimelineFilter> = {}, limit = 100, cursor?: string) =>
  core.client.timeline.events({ accountId, filter: { ...noFilter, ...filter }, limit, ...(cursor ? { cursor } : {}) })

describe('the timeline of a customer', () => {
  it('tells what was written, changed, imported, priced, attached and reached', async () => {
    const { client } = core
    await client.timeline.addNote({
      accountId,
      note: { kind: 'visit', happenedOn: '2026-11-10', withWhom: '陈经理', text: '谈旺季运力' },
    })
    const { version, id: _id, uid, ...input } = await client.accounts.get({ id: accountId })
    await client.accounts.update({ id: accountId, version, account: { ...input, creditDays: 45 } })
    const path = join(folder, '合同.txt')
    writeFileSync(path, '示例数据')
    const { ticket } = core.files.offer(path)
    await client.attachments.add({ entity: 'account', entityUid: uid, files: [{ ticket, category: 'contract' }] })
    db.raw
      .prepare(
        `INSERT INTO import_batch (id, uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at, finished_at)
         VALUES (7, 'batch', '', 'waybills', '十月.xlsx', '', '', 'visible', '{}', '{}', '李强', '2026-11-02T02:00:00.000Z', '2026-11-02T02:00:05.000Z')`,
      )
      .run()
    const waybill = db.raw.prepare(
      `INSERT INTO waybill (batch_id, source_row, source_hash, carrier, number, fee_kind, line_kind, shipped_on, month, customer_code,
         customer_name, account_id, product, origin, destination, province, pieces, note, status)
       VALUES (7, 2, '', '中通', ?, '', 'freight', ?, substr(?, 1, 7), '', '', ?, '', '', '', '', 1, '', 'rated')`,
    )
    for (const [number, day] of [
      ['1', '2026-10-09'],
      ['2', '2026-10-08'],
    ] as const)
      waybill.run(number, day, day, accountId)
    const month = db.raw.prepare(
      `INSERT INTO account_month (account_id, month, tickets, pieces, grams, revenue_fen, cost_fen, margin_fen, billed_fen,
         unrated, uncosted, last_shipped_on) VALUES (?, ?, 1, 1, 1, ?, 0, 0, 0, 0, 0, '')`,
    )
    for (const [name, fen] of [
      ['2026-06', 900],
      ['2026-07', 100],
      ['2026-09', 500],
      ['2026-10', 1234567],
    ] as const)
      month.run(accountId, name, fen)

    const { rows, next } = await events()
    expect(next).toBeNull()
    expect(rows.map(({ day, at, kind, code, text }) => [day ?? at.slice(0, 10), kind, code, text])).toEqual([
      ['2026-11-22', 'change', 'audit.account', ''],
      ['2026-11-22', 'change', 'audit.account', ''],
      ['2026-11-22', 'attachment', 'attachment.added', '合同.txt'],
      ['2026-11-10', 'visit', 'noteWith', '谈旺季运力'],
      ['2026-11-02', 'import', 'import.waybills', '十月.xlsx'],
      ['2026-10-31', 'milestone', 'milestone.record', ''],
      ['2026-10-08', 'milestone', 'milestone.first', ''],
    ])
    expect(rows[0]).toMatchObject({ changes: [{ field: 'creditDays', old: null, new: 45 }] })
    expect(rows[4]).toMatchObject({ params: { count: 2 }, actor: '李强' })
    expect(rows[5]).toMatchObject({ params: { month: '2026-10', amount: 1234567 } })
  })

  it('is filtered in every source alike, and paged without gaps', async () => {
    expect((await events({ kinds: ['visit'] })).rows).toHaveLength(1)
    expect((await events({ actor: '李强' })).rows.map(({ kind }) => kind)).toEqual(['import'])
    expect((await events({ text: '旺季' })).rows).toHaveLength(1)
    expect((await events({ from: '2026-10-31', to: '2026-11-10' })).rows.map(({ kind }) => kind)).toEqual([
      'visit',
      'import',
      'milestone',
    ])
    const whole = (await events()).rows.map(({ key }) => key)
    const paged: string[] = []
    for (let cursor: string | undefined, more = true; more;) {
      const page = await events({}, 2, cursor)
      paged.push(...page.rows.map(({ key }) => key))
      more = page.next !== null
      cursor = page.next ?? undefined
    }
    expect(paged).toEqual(whole)
    await expect(events({}, 2, 'nonsense')).rejects.toMatchObject({ data: { code: 'invalid-input' } })
  })

  it('does not tell of waybills nobody may see', async () => {
    db.raw.exec('INSERT INTO hidden_batch (batch_id) VALUES (7)')
    expect((await events()).rows.map(({ kind }) => kind)).not.toContain('import')
    db.raw.exec('DELETE FROM hidden_batch')
  })

  it('names who and what there is to filter by', async () => {
    const { kinds, actors } = await core.client.timeline.choices({ accountId })
    expect(kinds).toEqual(
      expect.arrayContaining(['call', 'visit', 'change', 'plan', 'import', 'price', 'attachment', 'milestone']),
    )
    expect(actors).toContain('李强')
  })

  it('is paged fast with two years of events', async () => {
    const before = (await events()).rows.length
    const note = db.raw.prepare(
      `INSERT INTO timeline_note (uid, hlc, account_id, kind, happened_on, at, with_whom, text, actor, created_at, updated_at)
       VALUES (?, '', ?, 'call', '2025-01-01', ?, '', 'x', 'y', '', '')`,
    )
    for (let at = 0; at < 500; at++)
      note.run(`n${at}`, accountId, `2025-01-01T00:00:00.${String(at).padStart(3, '0')}Z`)
    const keys = new Set<string>()
    for (let cursor: string | undefined, more = true; more;) {
      const page = await events({}, 50, cursor)
      for (const { key } of page.rows) keys.add(key)
      more = page.next !== null
      cursor = page.next ?? undefined
    }
    expect(keys.size).toBe(before + 500)
  })

  it('becomes a workbook', async () => {
    const made = await core.client.timeline.export({ accountId, filter: noFilter, locale: 'zh-CN' })
    expect(made.name).toBe('时间线 杭州某某食品有限公司.xlsx')
    expect(made.bytes).toBeGreaterThan(3000)
  })
})

describe('a note', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
    mkdirSync(kernel.dataDir, { recursive: true })
    kernel.db.raw.exec(
      `INSERT INTO account (id, uid, hlc, code, name, short_name, uscc, industry, lifecycle, manager, province, city, district,
         address, note, pinyin, initials, created_at, updated_at)
       VALUES (1, 'a', '', 'K1', '某', '', '', '', 'active', '', '', '', '', '', '', '', '', '', '')`,
    )
  })
  afterEach(() => kernel.dispose())

  const written = { kind: 'call', happenedOn: '2026-11-22', withWhom: '', text: '问价' } as const
  const noted = () => kernel.db.raw.prepare('SELECT * FROM timeline_note').all() as Record<string, unknown>[]

  it('of today stands where it was written, of another day at its noon', async () => {
    const notes = createNotesService(kernel)
    await notes.add(1, written)
    await notes.add(1, { ...written, happenedOn: '2026-11-01' })
    expect(noted().map(({ at }) => at)).toEqual(['2026-11-22T04:00:00.000Z', '2026-11-01T04:00:00.000Z'])
    await expect(notes.add(1, { ...written, happenedOn: '2026-11-23' })).rejects.toMatchObject({ field: 'happenedOn' })
  })

  it('is edited against its version, removed and brought back', async () => {
    const notes = createNotesService(kernel)
    const uid = await notes.add(1, written)
    await notes.update(uid, 1, { ...written, text: '谈价', happenedOn: '2026-11-20' })
    expect(noted()).toMatchObject([{ text: '谈价', version: 2, at: '2026-11-20T04:00:00.000Z' }])
    await expect(notes.update(uid, 1, written)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await notes.remove([uid])
    await expect(notes.update(uid, 3, written)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await notes.restore([uid])
    expect(noted()).toMatchObject([{ deleted_at: null, version: 4 }])
    const actions = kernel.db.raw.prepare('SELECT action FROM audit_entry').pluck().all()
    expect(actions).toEqual(['create', 'update', 'remove', 'restore'])
  })
})
