import type { FormSurcharge } from '#shared/domain/rating/sheet-form'
import { companies } from './companies'
import { accountCode } from './demo-accounts'
import {
  cod,
  economyColumns,
  economyRounding,
  economyRows,
  expressColumns,
  farWest,
  insured,
  nationwide,
  rows,
  type StorySheet,
} from './price-form-parts'

/** The code under which a company of the story is found in the archive. */
function codeOf(shortName: string): string {
  return accountCode(companies.findIndex((company) => company.shortName === shortName))
}

/** Settled at the end of the month by its tickets, the whole of them at the step that is reached. */
const monthEnd = { basis: '月票数', period: '当月', mode: '全量', settle: '月末返利' }

/** Prices agreed with single customers. */
export function ownSheets(start: string, peak: FormSurcharge[]): StorySheet[] {
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
      tiers: [
        { ...monthEnd, lower: 50, upper: 90, benefit: '2%返' },
        { ...monthEnd, lower: 90, upper: '', benefit: '4%返' },
      ],
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
export function costSheet(start: string): StorySheet {
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
