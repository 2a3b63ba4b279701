import { lunarText } from '#shared/domain/calendar/lunar-text'
import { cleanText } from '#shared/domain/import/cell-text'
import { isCellDate, type CellValue } from '#shared/domain/import/raw-row'
import { type Birthday, isBirthday } from '#shared/domain/people/person'

const digits = '零一二三四五六七八九十'
const months: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 }

/** 八 → 8, 十五 → 15, 廿三 → 23, 三十 → 30, 初八 → 8; also 15. */
function countOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const plain = text.replace(/^初/, '').replace('廿', '二十').replace('卅', '三十')
  const [, tens = '', ten = '', ones = ''] = /^([一二三])?(十)?([一二三四五六七八九])?$/.exec(plain) ?? []
  if (plain === '' || (ten === '' && tens !== '' && ones !== '')) return null
  if (ten === '') return digits.indexOf(tens + ones) > 0 ? digits.indexOf(tens + ones) : null
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

/**
 * A birthday as a clerk writes it: a date cell, 1980-08-15, 8-15, 8月15日, 农历八月十五, 阴历1980年闰四月初八. Words decide the
 * calendar; without one `calendar` does (a column headed 农历生日), else it is solar. Null: not understood, never guessed.
 */
export function parseBirthday(value: CellValue, calendar: 'solar' | 'lunar' = 'solar'): Birthday | null {
  if (isCellDate(value)) return parsed(value.date, calendar)
  return typeof value === 'string' ? parsed(cleanText(value).replace(/\s/g, ''), calendar) : null
}

function parsed(text: string, given: 'solar' | 'lunar'): Birthday | null {
  const [, word = '', rest = ''] = /^(农历|阴历|旧历|lunar|公历|阳历|新历|solar)?[:]?(.*)$/i.exec(text) ?? []
  const lunarWord = /^(农|阴|旧|lunar)/i.test(word)
  const read = numbers(rest) ?? chinese(rest)
  if (!read) return null
  const lunar = lunarWord || (word === '' && (given === 'lunar' || read.leap || read.lunarWords))
  const { leap, month, day, year } = read
  if (month < 1 || month > 12 || (year !== null && (year < 1900 || year > 2100))) return null
  const birthday: Birthday = { calendar: lunar ? 'lunar' : 'solar', month, day, leap, year }
  return isBirthday(birthday) ? birthday : null
}

interface Read {
  year: number | null
  month: number
  day: number
  leap: boolean
  lunarWords: boolean
}

function numbers(text: string): Read | null {
  const plain = { leap: false, lunarWords: false }
  const whole = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (whole) return { year: Number(whole[1]), month: Number(whole[2]), day: Number(whole[3]), ...plain }
  const short = /^(\d{1,2})[-./](\d{1,2})$/.exec(text)
  return short ? { year: null, month: Number(short[1]), day: Number(short[2]), ...plain } : null
}

function chinese(text: string): Read | null {
  const [, year, leap, monthText = '', dayText = ''] =
    /^(?:(\d{4})年)?(闰)?(\d{1,2}|[正冬腊]|[一二三四五六七八九十]{1,2})月(\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})[日号]?$/.exec(
      text,
    ) ?? []
  const month = months[monthText] ?? countOf(monthText)
  const day = countOf(dayText)
  if (month === null || month === undefined || day === null) return null
  const lunarWords = monthText in months || /[初廿卅]/.test(dayText)
  return { year: year === undefined ? null : Number(year), month, day, leap: leap !== undefined, lunarWords }
}

/** 1980-08-15, 8月15日, 农历八月十五, 农历1980年八月十五; in English 8/15, lunar 8/15. */
export function birthdayText({ calendar, month, day, leap, year }: Birthday, locale: 'zh-CN' | 'en'): string {
  if (calendar === 'lunar') {
    if (locale === 'en') return `${lunarText({ month, day, leap }, locale)}${year === null ? '' : ` (${year})`}`
    return `农历${year === null ? '' : `${year}年`}${lunarText({ month, day, leap }, locale)}`
  }
  if (year !== null) return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return locale === 'en' ? `${month}/${day}` : `${month}月${day}日`
}
