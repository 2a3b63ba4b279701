import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QuoteLinesInput } from '#shared/contract/quote-lines'
import { openWorkbook } from '#core/excel/open-workbook'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { createQuoteLinesService } from '#core/features/pricing/quote-lines.service'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openTestKernel } from '../support/test-book'
import { nobody, priceForm } from './forms'

describe('many tickets priced at once', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let pricing: ReturnType<typeof createPricingService>
  let lines: ReturnType<typeof createQuoteLinesService>
  let account: number

  beforeEach(async () => {
    kernel = await openTestKernel()
    pricing = createPricingService(kernel)
    lines = createQuoteLinesService(kernel, () => '客户甲')
    account = Number(
      kernel.db.raw
        .prepare(
          `INSERT INTO account (uid, hlc, code, name, short_name, uscc, industry, lifecycle, manager, province, city,
             district, address, note, pinyin, initials, created_at, updated_at)
           VALUES ('u', '', 'KH1', '客户甲', '', '', '', 'active', '', '', '', '', '', '', '', '', '', '')`,
        )
        .run().lastInsertRowid,
    )
    await sheet({ 报价名称: '通用' }, ['5', '5+2'])
    await sheet({ 报价名称: '专享', 客户: 'KH1', 产品: '标快' }, ['4', '4+1'])
    await sheet({ 报价名称: '成本', 用途: '成本' }, ['3', '3+1'])
  })
  afterEach(() => kernel.dispose())

  async function sheet(info: Record<string, string>, cells: string[]): Promise<number> {
    const form = priceForm(info, {
      rows: [
        { key: '上海', cells },
        { key: '北京', cells: [cells[0] ?? '', '-'] },
      ],
    })
    const resolveAccount = (text: string) => (text === 'KH1' ? { id: account } : nobody())
    const { sheets } = await pricing.importForms([form], { approve: true, resolveAccount })
    return sheets[0]?.id ?? 0
  }

  async function ask(text: string, change: Partial<QuoteLinesInput> = {}, seesCost = true) {
    const read = await lines.read({ text }, 'zh-CN')
    const input: QuoteLinesInput = {
      lines: read.lines,
      accountId: account,
      product: '标快',
      date: '2026-11-22',
      competitorSheetId: null,
      locale: 'zh-CN',
      ...change,
    }
    return { input, read, ...(await lines.quote(input, seesCost)) }
  }

  it('shows the customer’s price, the general one, cost and margin, line by line and in sum', async () => {
    const answer = await ask('上海 2.5\n上海 0.8')
    expect(answer.lines).toMatchObject([
      {
        row: 1,
        zone: '上海',
        own: { fen: 600 },
        general: { fen: 900 },
        costFen: 500,
        marginFen: 100,
        level: 'account',
      },
      { row: 2, own: { fen: 400 }, general: { fen: 500 }, costFen: 300, marginFen: 100 },
    ])
    expect(answer.sums).toMatchObject({
      own: { fen: 1000, missing: 0 },
      general: { fen: 1400, missing: 0 },
      cost: { fen: 800, missing: 0 },
      margin: { fen: 200, missing: 0 },
      marginNetFen: 1000,
      againstGeneral: { ownFen: 1000, otherFen: 1400, lines: 2 },
      competitor: null,
      againstCompetitor: null,
    })
    expect(answer.lines[0]?.how).toContain('4')
  })

  it('says why a line has no price, and goes on', async () => {
    const answer = await ask('上海 2.5\n乌有乡 1\n上海\n北京 3\n广州 1')
    expect(answer.lines.map(({ own }) => own.fen)).toEqual([600, null, null, null, null])
    expect(answer.lines.map(({ own }) => own.reason)).toEqual([
      null,
      '认不出目的地“乌有乡”',
      '重量缺失',
      expect.stringContaining('不派送'),
      '价格表不包括“广州”',
    ])
    expect(answer.sums.own).toEqual({ fen: 600, missing: 4 })
    expect(answer.sums.againstGeneral.lines).toBe(1)
  })

  it('agrees with the price of the single ticket, line by line', async () => {
    const { input, lines: priced } = await ask('上海 2.5 30×20×10 2件\n上海 7.3\n北京 0.4', { product: '' })
    for (const [index, line] of input.lines.entries()) {
      const one = pricing.quote({ ...input, ...line, grams: line.grams ?? 0, product: '', sheetId: null })
      expect(priced[index]?.own.fen).toBe(one.price.totalFen)
      expect(priced[index]?.marginFen).toBe(one.marginFen)
    }
  })

  it('compares with an archived competitor, whose prices are never used for rating', async () => {
    const rival = await sheet({ 报价名称: '某通', 竞争对手: '某通快递' }, ['3.5', '3.5+1'])
    expect(lines.competitors(account)).toMatchObject([{ id: rival, competitor: '某通快递', name: '某通' }])
    const answer = await ask('上海 2.5', { competitorSheetId: rival })
    expect(answer.lines[0]?.competitor).toEqual({ fen: 550, reason: null })
    expect(answer.sums.againstCompetitor).toEqual({ ownFen: 600, otherFen: 550, lines: 1 })
    expect((await ask('上海 2.5', { accountId: null, product: '' })).lines[0]?.own.fen).toBe(900)
    await expect(ask('上海 1', { competitorSheetId: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps costs from who may not see them', async () => {
    const { lines: priced, sums } = await ask('上海 2.5', {}, false)
    expect(priced[0]).toMatchObject({ costFen: null, marginFen: null })
    expect(sums).toMatchObject({ cost: null, margin: null, marginNetFen: 0 })
  })

  it('prices 5,000 lines without holding the core for long at a time', async () => {
    const text = Array.from({ length: 5200 }, (_, index) => `上海 ${(index % 300) / 10 + 0.1}`).join('\n')
    const read = await lines.read({ text }, 'zh-CN')
    expect([read.lines.length, read.left]).toEqual([5000, 200])
    let turns = 0
    const counting = setInterval(() => turns++, 1)
    const answer = await ask(text)
    clearInterval(counting)
    expect(answer.lines).toHaveLength(5000)
    expect(answer.sums.own.missing).toBe(0)
    expect(turns).toBeGreaterThan(0)
  })

  it('reads a file and writes the answer as one', async () => {
    const path = join(kernel.dataDir, '清单.csv')
    await writeFile(path, '\ufeff目的地,重量(g),件数\n上海,2500,1\n北京,400,1\n合计,2900,2\n')
    const read = await lines.read({ ticket: kernel.files.offer(path).ticket }, 'zh-CN')
    expect(read).toMatchObject({ headed: true, problems: [] })
    expect(read.lines.map(({ to, grams }) => [to, grams])).toEqual([
      ['上海', 2500],
      ['北京', 400],
    ])
    const { input } = await ask('上海 1')
    const made = await lines.export({ ...input, lines: read.lines }, true)
    const workbook = await openWorkbook(kernel.files.take(made.ticket).path)
    const cells: unknown[] = []
    for await (const rows of workbook.rows(workbook.sheets[0]?.name ?? ''))
      cells.push(...rows.flatMap((row) => row.cells))
    await workbook.close()
    expect(cells).toEqual(expect.arrayContaining(['上海', 2.5, 6, 9, 1]))
  })

  it('says that the customer has a sheet of its own for another product', async () => {
    const asked = {
      to: '上海',
      from: '',
      grams: 1000,
      accountId: account,
      sheetId: null,
      product: '',
      size: null,
      pieces: 1,
      declaredFen: null,
      codFen: null,
      date: '2026-11-22',
      locale: 'zh-CN',
    } as const
    expect(pricing.quote(asked)).toMatchObject({
      price: { sheet: '通用' },
      ownElsewhere: [{ sheet: '专享', product: '标快' }],
    })
    const many = async (product: string) => (await ask('上海 1', { product })).ownElsewhere
    expect(await many('')).toMatchObject([{ sheet: '专享', product: '标快' }])
    expect(await many('标快')).toEqual([])
    expect(pricing.quote({ ...asked, product: '标快' }).ownElsewhere).toEqual([])
    expect(pricing.quote({ ...asked, accountId: null }).ownElsewhere).toEqual([])
  })
})
