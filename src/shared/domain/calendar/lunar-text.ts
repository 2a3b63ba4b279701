import type { LunarDate } from './lunar'

const monthNames = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'] as const
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** 正月, 闰六月, 腊月; in English `month 1`, `leap month 6`. */
export function lunarMonthText({ month, leap }: Pick<LunarDate, 'month' | 'leap'>, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') return `${leap ? 'leap ' : ''}month ${month}`
  return `${leap ? '闰' : ''}${monthNames[month - 1] ?? month}月`
}

/** 初一, 十五, 廿三, 三十; in English the number. */
export function lunarDayText(day: number, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') return String(day)
  if (day === 10) return '初十'
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  return `${['初', '十', '廿'][Math.floor(day / 10)] ?? ''}${digits[(day % 10) - 1] ?? ''}`
}

/** 八月十五, 闰六月初一; in English `lunar 8/15`, `lunar leap 6/1`. */
export function lunarText(date: Pick<LunarDate, 'month' | 'day' | 'leap'>, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') return `lunar ${date.leap ? 'leap ' : ''}${date.month}/${date.day}`
  return `${lunarMonthText(date, locale)}${lunarDayText(date.day, locale)}`
}
