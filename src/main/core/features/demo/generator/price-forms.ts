import { addMonths } from '#shared/domain/months'
import type { FormSurcharge, SheetForm } from '#shared/domain/rating/sheet-form'
import { costSheet, ownSheets } from './own-price-forms'
import {
  cargoColumns,
  cod,
  economyColumns,
  economyRounding,
  economyRows,
  expressColumns,
  farWest,
  heavyPiece,
  insured,
  nationwide,
  peakSeason,
  rows,
  type StorySheet,
} from './price-form-parts'

/** Twelve price sheets of a branch in Hangzhou and its cost sheet, in the form of the workbook (PRICING §4). */
export function makePriceForms(firstMonth: string, lastMonth: string): SheetForm[] {
  const start = `${firstMonth}-01`
  const peak = peakSeason(firstMonth, lastMonth)
  const sheets = [
    ...generalSheets(start, `${addMonths(firstMonth, 12)}-01`, peak),
    ...ownSheets(start, peak),
    costSheet(start),
  ]
  return sheets.map((sheet, index) => ({
    ...sheet,
    info: { 报价编号: `BJ${String(index + 1).padStart(4, '0')}`, ...sheet.info, 备注: '示例数据' },
  }))
}

function generalSheets(start: string, increase: string, peak: FormSurcharge[]): StorySheet[] {
  const taxed = { 始发地: '浙江省杭州市', 含税: '是', 税率: '6%' }
  const express = {
    报价名称: '标快标准价',
    ...taxed,
    抛比: 8000,
    进位: '进0.5',
    抹零: '角四舍五入',
  }
  const economy = { 产品: '特惠', ...taxed, 抛比: 8000, 计泡条件: '体积重>1.2倍实重', 进位: economyRounding }
  const economySheet = (name: string, tier: string, discount: string): StorySheet => ({
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
