import { describe, expect, it } from 'vitest'
import { changeLine, changeWords, fieldLabel, type Say, summaryWord } from '#shared/fields/change-words'
import { eventTitle } from '#shared/fields/event-words'
import { translate } from '#shared/i18n/index'

const zh: Say = (key, params) => translate('zh-CN', key, params)
const en: Say = (key, params) => translate('en', key, params)
const line = (say: Say, entity: string, field: string, old: unknown, next: unknown) =>
  changeLine(say, changeWords(say, { entity, field, old, new: next }))

describe('a change in words', () => {
  it.each([
    ['account', 'creditLimitFen', null, 1_234_500, '信用额度：空 → 12,345.00'],
    ['account', 'lifecycle', 'active', 'paused', '状态：合作 → 暂停'],
    ['account', 'tier', 'gold', null, '级别：黄金 → 空'],
    ['account', 'creditDays', 30, 45, '账期（天）：30 → 45'],
    ['contact', 'primary', false, true, '主要联系人：否 → 是'],
    ['contact', 'birthday', null, { calendar: 'lunar', month: 8, day: 15, leap: false }, '生日：空 → 农历 8-15'],
    ['price-sheet', 'validTo', null, '2026-12-31', '到期日期：空 → 2026-12-31'],
    ['account', 'aliases', ['甲', '乙'], ['乙', '丙'], '别名：增加 丙、删去 甲'],
    ['account', 'aliases', ['甲'], [], '别名：删去 甲'],
    [
      'import',
      'counts',
      null,
      { read: 12, imported: 10, rejected: 2, unmatched: 0 },
      '行数：空 → 读取 12、新增 10、退回 2',
    ],
    ['price-sheet', 'stage', 'draft', 'submitted', '审批：草稿 → 待审批'],
    ['price-sheet', 'role', null, 'account-manager', '角色：空 → 客户经理'],
    ['price-sheet', 'floors', null, 'below', '审批底线：空 → 低于底线'],
    ['quotation', 'state', 'sent', 'won', '状态：已发出 → 已成交'],
    ['financial-year', 'year', null, 2025, '年度：空 → 2025'],
    ['credit-rating', 'limitFen', 0, 800_000, '信用额度（元）：0.00 → 8,000.00'],
    ['task', 'status', 'open', 'dropped', '处理：未处理 → 不需要'],
    ['account-cost', 'fen', null, 30_000, '金额：空 → 300.00'],
    ['white-space', 'columnsBy', 'site', 'department', '列：地点 → 部门'],
    ['white-space', 'cell.冷链 / 一号仓', 'open', 'ours', '冷链 / 一号仓：空白 → 我方'],
    ['white-space', 'cell.冷链 / 一号仓', 'open', '乙快递', '冷链 / 一号仓：空白 → 乙快递'],
    [
      'competition',
      'share.甲速运',
      null,
      { sharePpm: 405_000, pricePerKg: '2.1 元/kg', products: '零担', note: '' },
      '甲速运：空 → 40.5% · 2.1 元/kg · 零担',
    ],
    ['custom-field', 'type', null, 'choice', '类型：空 → 选择'],
    ['custom-field', 'inList', false, true, '在客户列表里显示：否 → 是'],
    ['custom-field', 'options', [], [{ name: '木架', retired: false }], '选项：增加 木架'],
    ['view', 'columns', ['code'], ['code', 'revenueFen'], '显示列：（内容有改动） → （内容有改动）'],
    ['view', 'isDefault', false, true, '默认视图：否 → 是'],
    ['anniversary', 'kind', null, 'founding', '种类：空 → 公司成立'],
    ['anniversary', 'calendar', 'solar', 'lunar', '历法：公历 → 农历'],
    ['plan', 'servicePackage', null, 'high', '服务组合：空 → 高端'],
    ['plan', 'walletFen', null, 12_000, '月总发货额（所有承运商）：空 → 120.00'],
    ['plan', 'actions', [], [{ what: '拜访' }], '行动：增加 （内容有改动）'],
    ['setting', 'session.role', null, 'clerk', '身份：空 → 内勤/结算'],
    ['setting', 'profit.capitalRule', null, { ratePpm: 43_500 }, '资金占用成本规则：空 → （内容有改动）'],
    ['unheard-of', 'weightGrams', 1500, 2000, 'weightGrams：1.5 kg → 2 kg'],
    ['unheard-of', 'content', { a: [1] }, { a: [2] }, 'content：（内容有改动） → （内容有改动）'],
  ])('%s.%s from %j to %j', (entity, field, old, next, text) => {
    expect(line(zh, entity, field, old, next)).toBe(text)
  })

  it('of a list of people tells who came, who went, and what changed of whom', () => {
    const wang = { name: '王芳', phone: '13800001234', title: '' }
    const before = [wang, { name: '李强', phone: '', title: '' }]
    const after = [
      { ...wang, phone: '13900001234' },
      { name: '赵敏', phone: '', title: '经理' },
    ]
    expect(line(zh, 'account', 'contacts', before, after)).toBe(
      '联系人：增加 赵敏 经理、删去 李强、修改 王芳 电话 13800001234 → 13900001234',
    )
  })

  it('of a setting calls it by its words, of anything else by what it was called', () => {
    expect(summaryWord(zh, 'setting', 'pricing.floors')).toBe('审批底线')
    expect(summaryWord(en, 'setting', 'calendar')).toBe('Reminders')
    expect(summaryWord(zh, 'account', 'calendar')).toBe('calendar')
  })

  it('of an unchanged list tells nothing', () => {
    const list = [{ name: '王芳', phone: '1' }]
    expect(changeWords(zh, { entity: 'account', field: 'contacts', old: list, new: [...list] }).list).toEqual({
      added: [],
      removed: [],
      changed: [],
    })
  })

  it('speaks the language asked for, and calls the branch’s own fields as the branch does', () => {
    expect(line(en, 'account', 'lifecycle', 'active', 'lost')).toBe('State: Active → Lost')
    expect(changeWords(zh, { entity: 'account', field: 'custom.x', old: '', new: 'A' }, '包装要求').label).toBe(
      '包装要求',
    )
    expect(fieldLabel(zh, 'contact', 'wechat')).toBe('微信')
  })
})

it('the sentence of an event has words for its codes', () => {
  const told = { entity: 'contact', changes: [] }
  expect(eventTitle(zh, { ...told, code: 'audit', params: { action: 'update', entity: 'plan' } })).toBe(
    '大客户计划：修改',
  )
  expect(eventTitle(zh, { ...told, code: 'noteWith', params: { kind: 'visit', whom: '陈经理' } })).toBe('拜访 · 陈经理')
  expect(eventTitle(en, { ...told, code: 'milestone.record', params: { month: '2026-10', amount: 1_234_567 } })).toBe(
    'Record revenue in 2026-10: 12,345.67 yuan',
  )
})
