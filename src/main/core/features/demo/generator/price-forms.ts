import type { FormRow, FormSurcharge, FormZone, SheetForm } from '#shared/domain/rating/sheet-form'
import { addMonths } from '#shared/domain/months'
import { companies } from './companies'
import { accountCode } from './demo-accounts'

/** Rows of a table written as one text: the zone, then the cells, separated by `|`. */
function rows(text: string): FormRow[] {
  return lines(text).map(([key = '', ...cells]) => ({ key, cells }))
}

function zones(text: string): FormZone[] {
  return lines(text).map(([zone = '', places = '']) => ({ zone, places }))
}

function lines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

const nationwide = zones(`
  一区 | 浙江
  二区 | 江苏、上海、安徽
  三区 | 山东、河南、河北、北京、天津、湖北、湖南、江西、福建、广东
  四区 | 山西、陕西、重庆、四川、广西、贵州、云南、辽宁、吉林、黑龙江、内蒙古、海南
  五区 | 甘肃、宁夏、青海、新疆、西藏
`)

const insured: FormSurcharge = { item: '保价', kind: '比例', value: '0.5%', base: '声明价值', min: 1, max: 3000 }
const cod: FormSurcharge = { item: '代收手续费', kind: '比例', value: '1%', base: '代收货款', min: 3, max: 200 }
const heavyPiece: FormSurcharge = { item: '超重费', kind: '每件', value: 15, condition: '单件重 > 40 kg' }
const farWest: FormSurcharge = { item: '偏远附加费', kind: '固定', value: 4, places: '新疆、西藏' }

/** The same weeks of every year of the story. */
function peakSeason(firstMonth: string, lastMonth: string): FormSurcharge[] {
  const [first, last] = [firstMonth, lastMonth].map((month) => Number(month.slice(0, 4)))
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index)
  return years.map((year) => ({
    item: '旺季附加费',
    kind: '固定',
    value: 0.5,
    from: `${year}-11-01`,
    to: `${year}-11-20`,
  }))
}

const expressColumns = ['0-1', '1-30', '30以上']
const economyColumns = ['0-0.5', '0.5-1', '1-2', '2-3', '3以上']
const cargoColumns = ['0-100', '100-500', '500以上', '0-3m³', '3m³以上']
const economyRounding = '≤1:进0.5; >1:进1'

const economyRows = rows(`
  一区 | 3.8 | 4.3 | 5.2 | 6.2 | +1.2
  二区 | 4.2 | 4.9 | 6.2 | 7.5 | +1.5
  三区 | 5.2 | 6.4 | 8.6 | 10.8 | +3.2
  四区 | 6.2 | 8 | 11.5 | 15 | +4.8
  五区 | 13 | 18 | 29 | 40 | +12
`)

interface Sheet {
  info: Record<string, string | number>
  columns: string[]
  rows: FormRow[]
  zones?: FormZone[]
  surcharges?: FormSurcharge[]
  tiers?: SheetForm['tiers']
}

/** Twelve price sheets of a branch in Hangzhou and its cost sheet, in the form of the workbook (PRICING §4). */
export function makePriceForms(firstMonth: string, lastMonth: string): SheetForm[] {
  const start = `${firstMonth}-01`
  const peak = peakSeason(firstMonth, lastMonth)
  const sheets = [
    ...generalSheets(start, `${addMonths(firstMonth, 12)}-01`, peak),
    ...ownSheets(start, peak),
    cost(start),
  ]
  return sheets.map((sheet, index) => ({
    ...sheet,
    info: { 报价编号: `BJ${String(index + 1).padStart(4, '0')}`, ...sheet.info, 备注: '示例数据' },
  }))
}

function generalSheets(start: string, increase: string, peak: FormSurcharge[]): Sheet[] {
  const taxed = { 始发地: '浙江省杭州市', 含税: '是', 税率: '6%' }
  const express = {
    报价名称: '标快标准价',
    产品: '标快',
    ...taxed,
    抛比: 8000,
    进位: '进0.5',
    抹零: '角四舍五入',
  }
  const economy = { 产品: '特惠', ...taxed, 抛比: 8000, 计泡条件: '体积重>1.2倍实重', 进位: economyRounding }
  const economySheet = (name: string, tier: string, discount: string): Sheet => ({
    info: { 报价名称: name, 级别: tier, ...economy, 生效日期: start, 折扣: discount },
    columns: economyColumns,
    rows: economyRows,
    zones: nationwide,
    surcharges: [insured, cod, farWest],
  })
  return [
    {
      info: { ...express, 生效日期: start },
      columns: expressColumns,
      rows: rows(`
        一区 | 6 | 6+1.5 | +1.4
        二区 | 7 | 7+2 | +1.8
        三区 | 9 | 9+3.6 | +3.2
        四区 | 11 | 11+5 | +4.6
        五区 | 17 | 17+12 | +11
      `),
      zones: nationwide,
      surcharges: [insured, cod, ...peak, heavyPiece],
    },
    {
      info: { ...express, 生效日期: increase },
      columns: expressColumns,
      rows: rows(`
        一区 | 6.3 | 6.3+1.6 | +1.5
        二区 | 7.4 | 7.4+2.1 | +1.9
        三区 | 9.5 | 9.5+3.8 | +3.4
        四区 | 11.6 | 11.6+5.3 | +4.9
        五区 | 18 | 18+12.6 | +11.5
      `),
      zones: nationwide,
      surcharges: [insured, cod, ...peak, heavyPiece],
    },
    {
      info: { 报价名称: '特惠标准价', ...economy, 生效日期: start },
      columns: economyColumns,
      rows: economyRows,
      zones: nationwide,
      surcharges: [insured, cod, farWest, ...peak],
    },
    {
      info: {
        报价名称: '零担标准价',
        产品: '零担',
        ...taxed,
        税率: '9%',
        生效日期: start,
        重泡比: 250,
        最低体积: 0.05,
        最低收费: 45,
        抹零: '元四舍五入',
      },
      columns: cargoColumns,
      rows: rows(`
        一区 | ×1.2 | ×1.1 | ×1 | ×230 | ×210
        二区 | ×1.5 | ×1.4 | ×1.3 | ×300 | ×280
        三区 | ×2.6 | ×2.45 | ×2.3 | ×520 | ×490
        四区 | ×3.9 | ×3.7 | ×3.5 | ×780 | ×740
        五区 | ×11 | ×10.5 | ×10 | ×2100 | ×2000
      `),
      zones: nationwide,
      surcharges: [
        insured,
        { item: '上楼费', kind: '每公斤', value: 0.3, base: '实重', min: 20, condition: '单件重 ≥ 60 kg' },
        { item: '超长费', kind: '固定', value: 50, condition: '最长边 > 180 cm' },
      ],
    },
    economySheet('铂金客户特惠价', '铂金', '9折'),
    economySheet('黄金客户特惠价', '黄金', '95折'),
  ]
}

/** The code under which a company of the story is found in the archive. */
function codeOf(shortName: string): string {
  return accountCode(companies.findIndex((company) => company.shortName === shortName))
}

function ownSheets(start: string, peak: FormSurcharge[]): Sheet[] {
  const own = (shortName: string, name: string) => ({
    报价名称: `${shortName}${name}`,
    客户: codeOf(shortName),
    始发地: '浙江省杭州市',
    生效日期: start,
  })
  return [
    {
      info: { ...own('云尚优品', '特惠价'), 产品: '特惠', 抛比: 8000, 进位: economyRounding, 税率: '6%' },
      columns: economyColumns,
      rows: rows(`
        一区 | 3.4 | 3.8 | 4.6 | 5.5 | +1
        二区 | 3.7 | 4.3 | 5.4 | 6.6 | +1.3
        三区 | 4.6 | 5.7 | 7.7 | 9.7 | +2.9
        四区 | 5.6 | 7.2 | 10.4 | 13.6 | +4.4
        五区 | 12 | 17 | 27 | 37 | +11
      `),
      zones: nationwide,
      surcharges: [cod, ...peak],
      tiers: [
        { basis: '月票数', period: '上月', mode: '全量', lower: 0, upper: 250, benefit: '100折', settle: '当票' },
        { basis: '月票数', period: '上月', mode: '全量', lower: 250, upper: 400, benefit: '98折', settle: '当票' },
        { basis: '月票数', period: '上月', mode: '全量', lower: 400, upper: '', benefit: '96折', settle: '当票' },
      ],
    },
    {
      info: {
        ...own('锦裳服饰集团', '集团价'),
        产品: '特惠',
        抛比: 8000,
        进位: economyRounding,
        折扣: '8.8折',
        税率: '6%',
      },
      columns: economyColumns,
      rows: economyRows,
      zones: nationwide,
      surcharges: [cod, farWest],
    },
    {
      info: { ...own('墨香书苑', '图书专价'), 进位: '四舍五入0.1', 折扣: '85折', 最低收费: 3.8, 税率: '6%' },
      columns: ['0-1', '1-20', '20以上'],
      rows: rows(`
        浙江 | 4.5 | 4.5+1.2/0 | +1.2/0
        江苏、上海、安徽 | 5 | 5+1.6/0 | +1.5/0
        * | 7 | 7+3.4/0 | +3.2/0
        甘肃、宁夏、青海、新疆、西藏 | 18 | 18+12/0 | +11/0
      `),
      surcharges: [insured],
    },
    {
      info: {
        ...own('沃格小家电', '零担价'),
        产品: '零担',
        重泡比: 220,
        最低收费: 60,
        最低收费单位: '票',
        抹零: '元舍',
        税率: '9%',
      },
      columns: ['0以上', '0m³以上'],
      rows: rows(`
        一区 | ×1.1 | ×200
        二区 | ×1.4 | ×270
        三区 | ×2.4 | ×480
        四区 | ×3.6 | ×700
        五区 | - | ×1900
      `),
      zones: nationwide,
      surcharges: [
        insured,
        { item: '入仓费', kind: '固定', value: 30, places: '江苏 苏州、广东 东莞' },
        {
          item: '上楼费',
          kind: '每公斤',
          value: 0.25,
          base: '实重',
          min: 15,
          condition: '单件重 ≥ 60 kg 且 票重 ≥ 100 kg',
        },
      ],
    },
    {
      info: { ...own('天山果语', '全国一口价'), 进位: '进1', 税率: '6%' },
      columns: ['0-1', '1-3', '3以上'],
      rows: rows(`* | 5.2 | 8 | +2.6`),
    },
    {
      info: {
        ...own('清和大药房', '标快价'),
        产品: '标快',
        抛比: 6000,
        进位: '阈值0.3@1',
        预进位: '四舍五入0.1',
        最低计费重: 1,
        含税: '否',
        税率: '6%',
        抹零: '角舍',
      },
      columns: expressColumns,
      rows: rows(`
        一区 | 6 | 6+1.6 | +1.5
        二区 | 7 | 7+2 | +1.9
        三区 | 9 | 9+3.8 | +3.4
        四区 | 11 | 11+5.2 | +4.8
        五区 | 18 | 18+12 | +11
      `),
      zones: nationwide,
      surcharges: [
        { ...insured, value: '0.3%', floor: 1000 },
        { item: '冷链包装', kind: '每件', value: 2, condition: '声明价值 ≥ 2000 元' },
      ],
    },
  ]
}

/** What a ticket costs the branch: transfer by destination, label, handling and delivery (PRICING §1). */
function cost(start: string): Sheet {
  return {
    info: {
      报价名称: '网点成本',
      用途: '成本',
      始发地: '浙江省杭州市',
      生效日期: start,
      抛比: 8000,
      计泡条件: '体积重>1.5倍实重',
    },
    columns: ['0以上'],
    rows: rows(`
      一区 | 0.7+0.65/0
      二区 | 1+0.95/0
      三区 | 2+1.9/0
      四区 | 3+3/0
      五区 | 9+8.5/0
    `),
    zones: nationwide,
    surcharges: [
      { item: '面单费', kind: '固定', value: 0.6 },
      { item: '操作费', kind: '每件', value: 0.35 },
      { item: '派费', kind: '固定', value: 1.2 },
      { item: '派费续重', kind: '每公斤', value: 0.12, base: '计费重', free: 3 },
      { item: '保价成本', kind: '比例', value: '0.3%', base: '声明价值' },
    ],
  }
}
