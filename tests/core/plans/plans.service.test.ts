import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountInput } from '#shared/contract/accounts'
import { competitionShare } from '#shared/contract/needs'
import { personInput } from '#shared/contract/people'
import { planContent } from '#shared/contract/plans'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createInsightService } from '#core/features/insight/insight.service'
import { createPeopleService } from '#core/features/people/people.service'
import { createNeedsService } from '#core/features/needs/needs.service'
import { createPlansService } from '#core/features/plans/plans.service'
import { createPricingService } from '#core/features/pricing/pricing.service'
import { auditPage } from '#core/features/system/system.repository'
import { runImport } from '../support/run-import'
import { openTestKernel } from '../support/test-book'

describe('account plans', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let accountId: number
  beforeEach(async () => {
    kernel = await openTestKernel()
    const accounts = createAccountsService(kernel)
    const account = accountInput.parse({
      name: '杭州<云栖>食品有限公司',
      shortName: '云栖食品',
      manager: '王海涛',
      industry: '食品',
    })
    accountId = (await accounts.create(account)).id
    const contact = { name: '李明', title: '物流经理', phone: '13800138000', role: 'influencer' }
    await createPeopleService(kernel).create(accountId, personInput.parse(contact), true)
    const sheet = (use: string, cell: string) => ({
      info: { 报价名称: `通用${use}`, 用途: use, 生效日期: '2026-01-01' },
      columns: ['0以上'],
      rows: [{ key: '*', cells: [cell] }],
    })
    await createPricingService(kernel).importForms([sheet('销售', '10'), sheet('成本', '6')], {
      approve: true,
      resolveAccount: () => 'unknown',
    })
    const lines = ['07', '08', '09', '10'].flatMap((month) =>
      [1, 2, 3].map((day) => `YT${month}000${day},2026-${month}-0${day},云栖食品,广东省深圳市,1,1`),
    )
    await runImport(kernel, 'waybills', ['运单号,寄件日期,客户名称,目的地,重量,件数', ...lines])
  })
  afterEach(() => kernel.dispose())

  const plans = () =>
    createPlansService(
      kernel,
      createInsightService(kernel),
      createAccountsService(kernel),
      createPeopleService(kernel),
      createNeedsService(kernel, createAccountsService(kernel)),
    )
  const key = () => ({ accountId, period: '2026H2' })

  it('takes over what the archive knows of spend and competitors: nobody types it twice', async () => {
    expect(plans().get(key(), 'zh-CN').content).toMatchObject({ walletFen: null, competitors: [] })
    expect(plans().get(key(), 'zh-CN').content.opportunities).toContain('总发货额')
    const needs = createNeedsService(kernel, createAccountsService(kernel))
    const stated = { statedOn: '2026-10-20', source: '', note: '' }
    await needs.wallets.save(accountId, null, 0, { ...stated, period: '2025', totalFen: 99_999 })
    await needs.wallets.save(accountId, null, 0, { ...stated, period: '2026-09', totalFen: 700_000 })
    await needs.wallets.save(accountId, null, 0, { ...stated, period: '2025-12', totalFen: 100 })
    const { id } = await needs.competitors.save({ id: null, version: 0, name: '某通快递', note: '' })
    const share = competitionShare.parse({
      competitorId: id,
      sharePpm: 375_000,
      products: '',
      lanes: '',
      priceNote: '低 5%',
      pricePerKg: '',
      pricePerTicket: '',
      strengths: '网点密',
      weaknesses: '',
    })
    await needs.competitions.save(accountId, 0, { statedOn: '2026-10-20', source: '', shares: [share] })
    const { content } = plans().get(key(), 'zh-CN')
    expect(content.walletFen).toBe(700_000)
    expect(content.competitors).toEqual([{ name: '某通快递', share: 38, note: '网点密 · 低 5%' }])
    expect(content.opportunities).not.toContain('总发货额')
  })

  it('is pre-filled from the figures of the book, to the fen', () => {
    const plan = plans().get(key(), 'zh-CN')
    expect(plan).toMatchObject({ id: null, version: 0, updatedAt: null })
    expect(plan.facts).toMatchObject({
      account: '杭州<云栖>食品有限公司',
      manager: '王海涛',
      averageRevenueFen: 3000,
      contacts: [{ name: '李明', title: '物流经理', phone: '138****8000' }],
      contactGaps: [
        { code: 'no-decision-maker' },
        { code: 'no-supporter' },
        { code: 'never-met' },
        { code: 'no-sponsor' },
      ],
      lanes: [{ name: '广东', tickets: 12, revenueFen: 12_000, marginFen: 4800 }],
    })
    expect(plan.facts.months).toHaveLength(24)
    expect(plan.facts.actuals).toEqual([
      { quarter: '2026Q3', pieces: 9, revenueFen: 9000, marginFen: 3600 },
      { quarter: '2026Q4', pieces: 3, revenueFen: 3000, marginFen: 1200 },
    ])
    expect(plan.content.profile).toContain('30.00')
    expect(plan.content.goals.map(({ quarter, revenueFen }) => [quarter, revenueFen])).toEqual([
      ['2026Q3', 10_000],
      ['2026Q4', 10_000],
    ])
    expect(plan.content.actions.every(({ due }) => due !== null && due >= '2026-11-22')).toBe(true)
  })

  it('speaks English where that is asked for', () => {
    const { content } = plans().get(key(), 'en')
    expect(content.profile).toContain('managed by')
  })

  it('stores what is written, shows the share of wallet, and lists the plan', async () => {
    const service = plans()
    const { content } = service.get(key(), 'zh-CN')
    const action = { what: '签约', owner: '王海涛', due: '2026-12-01', status: 'done' as const }
    const written = planContent.parse({ ...content, walletFen: 12_000, actions: [action] })
    expect(await service.save({ ...key(), version: 0, content: written })).toMatchObject({ version: 1 })
    const plan = service.get(key(), 'zh-CN')
    expect(plan.content).toEqual(written)
    expect(plan.facts.walletShare).toBeCloseTo(0.25)
    const list = service.list({ page: 1, pageSize: 10, search: '云栖', descending: false })
    expect(list.rows).toMatchObject([{ accountId, period: '2026H2', actions: 1, actionsDone: 1 }])
    const { rows } = auditPage(kernel.db, { entity: 'plan', page: 1, pageSize: 5 })
    expect(rows.map(({ action: what }) => what)).toEqual(['create'])
  })

  it('refuses to overwrite what someone else saved meanwhile', async () => {
    const service = plans()
    const { content } = service.get(key(), 'zh-CN')
    await service.save({ ...key(), version: 0, content: { ...content, risks: '甲' } })
    await expect(service.save({ ...key(), version: 0, content: { ...content, risks: '乙' } })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect(service.get(key(), 'zh-CN').content.risks).toBe('甲')
  })

  it('prints every section, escapes what people wrote and says what is not filled in', async () => {
    const service = plans()
    const { content } = service.get(key(), 'zh-CN')
    await service.save({ ...key(), version: 0, content: { ...content, risks: '<script>alert(1)</script>' } })
    const { ticket, name } = await service.print(key(), 'zh-CN')
    expect(name).toBe('大客户计划-杭州<云栖>食品有限公司-2026 年下半年.pdf')
    const { readFileSync } = await import('node:fs')
    const html = readFileSync(kernel.files.take(ticket).path, 'utf8')
    const headings = [
      '客户概况',
      '业务概况',
      '需求与份额',
      'SWOT 分析',
      '目标',
      '维系策略',
      '价格与合同',
      '行动计划',
      '项目团队',
      '风险与投入',
      '检查记录',
      '审批',
    ]
    expect([...html.matchAll(/<h2>([^<]*)/g)].map(([, heading]) => heading)).toEqual(headings)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>')
    expect(html).toContain('未填写')
    expect(html).toContain('counter(pages)')
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(2)
  })
})
