import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { competitionInput, needsContent, walletInput } from '#shared/contract/needs'
import { siteInput } from '#shared/contract/sites'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createNeedsExports } from '#core/features/needs/needs-export'
import { maskedSite } from '#core/features/needs/needs.procedures'
import { createNeedsService, type NeedsService } from '#core/features/needs/needs.service'
import { auditPage } from '#core/features/system/system.repository'
import { openWorkbook } from '#core/excel/open-workbook'
import { openTestKernel } from '../support/test-book'

let kernel: Awaited<ReturnType<typeof openTestKernel>>
let needs: NeedsService
let account: number

beforeEach(async () => {
  kernel = await openTestKernel()
  const accounts = createAccountsService(kernel)
  needs = createNeedsService(kernel, accounts)
  account = (await accounts.create(accountInput.parse({ name: '杭州云栖食品有限公司' }))).id
})
afterEach(() => kernel.dispose())

/** Months of an account as the rollups hold them; the account's waybills do not matter here. */
function month(key: string, revenueFen: number, unrated = 0) {
  kernel.db.raw
    .prepare('INSERT INTO account_month VALUES (?, ?, 10, 10, 5000, ?, 0, 0, 0, ?, 0, ?)')
    .run(account, key, revenueFen, unrated, `${key}-20`)
}

const lastChanges = (entity: string) => {
  const [row] = auditPage(kernel.db, { entity, page: 1, pageSize: 1 }).rows
  return (JSON.parse(row?.value ?? '{"changes":[]}') as { changes: { field: string; old: unknown; new: unknown }[] })
    .changes
}

describe('sites', () => {
  const site = (more: object) =>
    siteInput.parse({ name: '一号仓', kind: 'warehouse', province: '浙江省', city: '杭州市', ...more })
  const morning = { weekdays: [1, 2, 3], from: '09:00', to: '12:00', lastOrder: '11:00' }

  it('are created, changed field by field, removed and brought back', async () => {
    const made = await needs.sites.create(account, site({ windows: [{ ...morning, weekdays: [3, 1, 2, 1] }] }))
    expect(made.windows[0]?.weekdays).toEqual([1, 2, 3])
    const changed = await needs.sites.update(made.id, made.version, site({ note: '后门', windows: [morning] }))
    expect(changed).toMatchObject({ version: 2, note: '后门' })
    expect(lastChanges('site')).toEqual([{ field: 'note', old: '', new: '后门' }])
    await expect(needs.sites.update(made.id, 1, site({}))).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await needs.sites.remove(made.id)
    expect(needs.sites.list(account)).toEqual([])
    await needs.sites.restore(made.id)
    expect(needs.sites.list(account).map(({ name }) => name)).toEqual(['一号仓'])
  })

  it.each([
    [{ windows: [morning, { ...morning, from: '11:00', to: '13:00' }] }, 'window-overlap', 'windows.1'],
    [{ windows: [{ ...morning, to: '08:00', lastOrder: null }] }, 'window-ends-early', 'windows.0'],
    [{ city: '深圳市' }, 'unknown-place', 'region'],
    [{ contactId: 4711 }, 'not-found', 'contactId'],
  ])('refuse %j: %s', async (more, code, field) => {
    await expect(needs.sites.create(account, site(more))).rejects.toMatchObject({ code, field })
    expect(needs.sites.list(account)).toEqual([])
  })

  it('name the linked contact as he is called now', async () => {
    kernel.db.raw
      .prepare(
        `INSERT INTO contact (id, uid, account_id, name, title, phone, email, note, is_primary)
         VALUES (9, 'c9', ?, '王芳', '', '', '', '', 1)`,
      )
      .run(account)
    await needs.sites.create(account, site({ contactId: 9 }))
    kernel.db.raw.prepare(`UPDATE contact SET name = '王芳芳' WHERE id = 9`).run()
    expect(needs.sites.list(account)[0]?.contactName).toBe('王芳芳')
  })

  it('keep a number that comes back masked', async () => {
    const made = await needs.sites.create(account, site({ contact: '老李 13800138000' }))
    const seen = maskedSite(made)
    expect(seen.contact).toBe('老李 138****8000')
    const saved = await needs.sites.update(made.id, 1, site({ contact: seen.contact, note: '新' }))
    expect(saved).toMatchObject({ contact: '老李 13800138000', note: '新' })
  })
})

describe('needs', () => {
  it('are one record per account, with the history of each field', async () => {
    const first = needsContent.parse({ products: ['标快'], monthlyTickets: 3000 })
    expect(await needs.save(account, 0, first)).toEqual({ version: 1 })
    const expectations = { ...first.expectations, speed: { importance: 5, note: '次日达' } }
    expect(await needs.save(account, 1, { ...first, monthlyTickets: 4000, expectations })).toEqual({ version: 2 })
    expect(lastChanges('needs')).toEqual([
      { field: 'monthlyTickets', old: 3000, new: 4000 },
      {
        field: 'expectations.speed',
        old: { importance: null, note: '' },
        new: { importance: 5, note: '次日达' },
      },
    ])
    await expect(needs.save(account, 1, first)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(needs.get(account)).toMatchObject({ version: 2, content: { monthlyTickets: 4000 } })
  })

  it('stand beside what the waybills show; hidden batches are not seen', () => {
    const { raw } = kernel.db
    const batch = raw.prepare(
      `INSERT INTO import_batch (id, uid, hlc, kind, file_name, file_hash, sheet, state, options, counts, actor, started_at)
       VALUES (?, ?, '', 'waybills', '', '', '', 'visible', '{}', '{}', '', '')`,
    )
    batch.run(1, 'b1')
    batch.run(2, 'b2')
    raw.prepare('INSERT INTO hidden_batch VALUES (2)').run()
    const ticket = raw.prepare(
      `INSERT INTO waybill (batch_id, source_row, source_hash, carrier, number, fee_kind, line_kind, shipped_on, month,
        customer_code, customer_name, account_id, product, origin, destination, province, pieces, chargeable_grams,
        actual_grams, note, status)
       VALUES (?, 1, '', '', ?, '', ?, ?, ?, '', '', ?, '标快', '', '', '330000', 1, ?, ?, '', 'rated')`,
    )
    const add = (number: string, day: string, chargeable: number | null, actual: number | null, more: object = {}) => {
      const { batchId = 1, kind = 'freight' } = more as { batchId?: number; kind?: string }
      ticket.run(batchId, number, kind, day, day.slice(0, 7), account, chargeable, actual)
    }
    add('1', '2026-10-05', 500, 100)
    add('2', '2026-10-06', 501, 100)
    add('3', '2026-09-06', null, 25_000)
    add('4', '2026-08-01', null, null)
    add('5', '2026-07-31', 500, 500)
    add('6', '2026-10-07', 500, 500, { batchId: 2 })
    add('7', '2026-10-07', 500, 500, { kind: 'fee' })
    month('2026-10', 100)
    expect(needs.get(account).facts).toMatchObject({
      from: '2026-08',
      to: '2026-10',
      weights: [1, 1, 0, 0, 0, 0, 0, 1],
      unweighed: 1,
    })
  })
})

describe('share of wallet', () => {
  const wallet = (more: object) => walletInput.parse({ totalFen: 1_000_000, statedOn: '2026-11-01', ...more })

  it('is our net revenue of the same period over what was stated', async () => {
    month('2026-04', 999_999)
    month('2026-05', 250_000, 2)
    month('2027-01', 1)
    await needs.wallets.save(account, null, 0, wallet({ period: '2026-05' }))
    await needs.wallets.save(account, null, 0, wallet({ period: '2026', totalFen: 5_000_000 }))
    await needs.wallets.save(account, null, 0, wallet({ period: '2024' }))
    await needs.wallets.save(account, null, 0, wallet({ period: '2026-04', totalFen: 0 }))
    const rows = new Map(needs.wallets.list(account).map((row) => [row.period, row]))
    expect(rows.get('2026-05')).toMatchObject({
      revenueFen: 250_000,
      knownMonths: 1,
      months: 1,
      unrated: 2,
      share: { kind: 'share', sharePpm: 250_000 },
    })
    expect(rows.get('2026')).toMatchObject({ revenueFen: 1_249_999, knownMonths: 2, months: 12 })
    expect(rows.get('2024')?.share).toEqual({ kind: 'not-applicable', reason: 'no-waybills' })
    expect(rows.get('2026-04')?.share).toEqual({ kind: 'not-applicable', reason: 'no-spend' })
  })

  it('is changed with its history, removed and brought back', async () => {
    const { id } = await needs.wallets.save(account, null, 0, wallet({ period: '2026' }))
    await needs.wallets.save(account, id, 1, wallet({ period: '2026', totalFen: 2_000_000 }))
    expect(lastChanges('wallet')).toEqual([{ field: 'totalFen', old: 1_000_000, new: 2_000_000 }])
    await expect(needs.wallets.save(account, id, 1, wallet({ period: '2026' }))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await needs.wallets.remove(id)
    expect(needs.wallets.list(account)).toEqual([])
    await needs.wallets.restore(id)
    expect(needs.wallets.list(account)).toHaveLength(1)
  })
})

describe('competitors', () => {
  const named = async (name: string) => (await needs.competitors.save({ id: null, version: 0, name, note: '' })).id
  const day = (statedOn: string, shares: [number, number | null][]) =>
    competitionInput.parse({ statedOn, shares: shares.map(([competitorId, sharePpm]) => ({ competitorId, sharePpm })) })

  it('refuses shares of more than 100 %, and says what they add up to', async () => {
    const [one, other] = [await named('甲速运（示例）'), await named('乙快递（示例）')]
    const over = day('2026-11-01', [
      [one, 700_000],
      [other, 300_100],
    ])
    await expect(needs.competitions.save(account, 0, over)).rejects.toMatchObject({
      code: 'shares-above-whole',
      params: { sum: '100.01' },
      field: 'shares',
    })
    expect(needs.competitions.list(account)).toEqual([])
    const whole = day('2026-11-01', [
      [one, 700_000],
      [other, 300_000],
    ])
    expect(await needs.competitions.save(account, 0, whole)).toMatchObject({ version: 1 })
  })

  it('keeps what was known on earlier days', async () => {
    const one = await named('甲速运（示例）')
    await needs.competitions.save(account, 0, day('2026-05-01', [[one, 600_000]]))
    await needs.competitions.save(account, 0, day('2026-11-01', [[one, 400_000]]))
    expect(needs.competitions.list(account).map(({ statedOn, shares }) => [statedOn, shares[0]?.sharePpm])).toEqual([
      ['2026-11-01', 400_000],
      ['2026-05-01', 600_000],
    ])
    // A second record of the same day would make two truths.
    await expect(needs.competitions.save(account, 0, day('2026-11-01', [[one, 1]]))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await needs.competitions.save(account, 1, day('2026-11-01', [[one, 500_000]]))
    expect(lastChanges('competition')).toMatchObject([
      { field: 'share.甲速运（示例）', old: { sharePpm: 400_000 }, new: { sharePpm: 500_000 } },
    ])
  })

  it('refuses the same competitor twice, and one nobody knows', async () => {
    const one = await named('甲速运（示例）')
    const twice = day('2026-11-01', [
      [one, 1],
      [one, 2],
    ])
    await expect(needs.competitions.save(account, 0, twice)).rejects.toMatchObject({ code: 'duplicate-name' })
    await expect(needs.competitions.save(account, 0, day('2026-11-01', [[99, 1]]))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('cannot be removed while a customer names them, in shares or white space', async () => {
    const [one, other] = [await named('甲速运（示例）'), await named('乙快递（示例）')]
    await needs.competitions.save(account, 0, day('2026-11-01', [[one, null]]))
    const [, second] = needs.competitors.all()
    const axes = { rows: ['标快'], columnsBy: 'department' as const, departments: ['采购部'] }
    await needs.whiteSpace.setAxes(account, 0, axes)
    const uid = needs.competitors.all().find(({ id }) => id === other)?.uid ?? second?.uid ?? ''
    const cell = { row: '标快', column: '采购部', state: 'competitor' as const, competitor: uid }
    await needs.whiteSpace.setCells(account, 1, [cell])
    for (const id of [one, other]) {
      await expect(needs.competitors.remove(id)).rejects.toMatchObject({ code: 'in-use' })
    }
    expect(lastChanges('white-space')).toEqual([{ field: 'cell.标快 / 采购部', old: null, new: '乙快递（示例）' }])
    await needs.whiteSpace.setCells(account, 2, [{ ...cell, state: null }])
    await needs.competitors.remove(other)
    expect(needs.competitors.list().map(({ name }) => name)).toEqual(['甲速运（示例）'])
    await expect(
      needs.competitors.save({ id: null, version: 0, name: '甲速运（示例）', note: '' }),
    ).rejects.toMatchObject({ code: 'duplicate-name', field: 'name' })
  })
})

describe('white space', () => {
  it('begins with what is needed and shipped, and judges cell by cell', async () => {
    await needs.save(account, 0, needsContent.parse({ products: ['冷链'] }))
    kernel.db.raw
      .prepare(
        `INSERT INTO account_month_lane VALUES (?, '2026-10', '330000', '标快', 8, 8, 1, 1, 0, 0, 0, 0, 0, '2026-10-20')`,
      )
      .run(account)
    month('2026-10', 1)
    const { uid } = await needs.sites.create(account, siteInput.parse({ name: '一号仓' }))
    const grid = needs.whiteSpace.get(account)
    expect(grid).toMatchObject({
      version: 0,
      axes: { rows: ['冷链', '标快'] },
      columns: [{ key: uid, name: '一号仓' }],
      suggested: [{ row: '标快', column: uid, tickets: 8 }],
      sums: { unset: 2, openPpm: null },
    })
    const cell = (row: string, state: 'ours' | 'open' | null) => ({ row, column: uid, state, competitor: null })
    await needs.whiteSpace.setCells(account, 0, [cell('标快', 'ours'), cell('冷链', 'open')])
    expect(needs.whiteSpace.get(account)).toMatchObject({
      version: 1,
      suggested: [],
      sums: { ours: 1, open: 1, unset: 0, openPpm: 500_000 },
    })
    await needs.whiteSpace.setCells(account, 1, [cell('冷链', null)])
    expect(lastChanges('white-space')).toEqual([{ field: 'cell.冷链 / 一号仓', old: 'open', new: null }])
    await expect(needs.whiteSpace.setCells(account, 1, [cell('标快', null)])).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await expect(needs.whiteSpace.setCells(account, 2, [cell('海运', 'open')])).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('workbooks', () => {
  it('hold sites, shares and the grid as they are on screen; without need numbers are masked', async () => {
    const exports = createNeedsExports(kernel, needs)
    const windows = [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }]
    const site = siteInput.parse({ name: '=1+1', windows, contact: '13800138000' })
    const { uid } = await needs.sites.create(account, site)
    await needs.whiteSpace.setAxes(account, 0, { rows: ['标快'], columnsBy: 'site', departments: [] })
    await needs.whiteSpace.setCells(account, 1, [{ row: '标快', column: uid, state: 'open', competitor: null }])
    const read = async (ticket: string) => {
      const workbook = await openWorkbook(kernel.files.take(ticket).path)
      const texts: string[] = []
      for (const sheet of workbook.sheets) {
        for await (const rows of workbook.rows(sheet.name)) {
          texts.push(...rows.map(({ cells }) => JSON.stringify(cells)))
        }
      }
      await workbook.close()
      return texts.join('\n')
    }
    const sites = await read((await exports.sites(account, 'zh-CN', false)).ticket)
    expect(sites).toContain('周一至周五 09:00–12:00')
    expect(sites).toContain('138****8000')
    expect(await read((await exports.whiteSpace(account, 'zh-CN')).ticket)).toContain('100%')
    expect(await read((await exports.wallet(account, 'en')).ticket)).toContain('Share')
  })
})
