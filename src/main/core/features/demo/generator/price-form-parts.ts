import type { FormRow, FormSurcharge, FormZone, SheetForm } from '#shared/domain/rating/sheet-form'

/** Rows of a table written as one text: the zone, then the cells, separated by `|`. */
export function rows(text: string): FormRow[] {
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

export const nationwide = zones(`
  一区 | 浙江
  二区 | 江苏、上海、安徽
  三区 | 山东、河南、河北、北京、天津、湖北、湖南、江西、福建、广东
  四区 | 山西、陕西、重庆、四川、广西、贵州、云南、辽宁、吉林、黑龙江、内蒙古、海南
  五区 | 甘肃、宁夏、青海、新疆、西藏
`)

export const insured: FormSurcharge = { item: '保价', kind: '比例', value: '0.5%', base: '声明价值', min: 1, max: 3000 }
export const cod: FormSurcharge = { item: '代收手续费', kind: '比例', value: '1%', base: '代收货款', min: 3, max: 200 }
export const heavyPiece: FormSurcharge = { item: '超重费', kind: '每件', value: 15, condition: '单件重 > 40 kg' }
export const farWest: FormSurcharge = { item: '偏远附加费', kind: '固定', value: 4, places: '新疆、西藏' }

/** The same weeks of every year of the story. */
export function peakSeason(firstMonth: string, lastMonth: string): FormSurcharge[] {
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

export const expressColumns = ['0-1', '1-30', '30以上']
export const economyColumns = ['0-0.5', '0.5-1', '1-2', '2-3', '3以上']
export const cargoColumns = ['0-100', '100-500', '500以上', '0-3m³', '3m³以上']
export const economyRounding = '≤1:进0.5; >1:进1'

export const economyRows = rows(`
  一区 | 3.8 | 4.3 | 5.2 | 6.2 | +1.2
  二区 | 4.2 | 4.9 | 6.2 | 7.5 | +1.5
  三区 | 5.2 | 6.4 | 8.6 | 10.8 | +3.2
  四区 | 6.2 | 8 | 11.5 | 15 | +4.8
  五区 | 13 | 18 | 29 | 40 | +12
`)

/** A sheet before it has its number. */
export interface StorySheet {
  info: Record<string, string | number>
  columns: string[]
  rows: FormRow[]
  zones?: FormZone[]
  surcharges?: FormSurcharge[]
  tiers?: SheetForm['tiers']
}
