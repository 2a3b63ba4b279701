/** Parts people play at a customer when it is decided who carries his goods (PRODUCT A; Kapta: sponsor, decision maker, champion). */
export const decisionRoles = [
  'decision-maker',
  'sponsor',
  'user',
  'influencer',
  'purchasing',
  'finance',
  'shipping',
  'gatekeeper',
  'other',
] as const
export type DecisionRole = (typeof decisionRoles)[number]

/** Where somebody stands towards us. */
export const stances = ['support', 'neutral', 'oppose'] as const
export type Stance = (typeof stances)[number]

/** How somebody likes to be reached. */
export const channels = ['phone', 'wechat', 'email', 'visit', 'sms'] as const
export type Channel = (typeof channels)[number]

/** A birthday as people say it: a day of the solar or of the lunar year; the year itself is often not told. */
export interface Birthday {
  calendar: 'solar' | 'lunar'
  month: number
  day: number
  /** A day of a lunar leap month (闰月). */
  leap: boolean
  year: number | null
}

const solarDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** The longest lunar months have thirty days. */
const lunarDays = 30

/** True for a day that exists in some year of its calendar; with a year, in that solar year. */
export function isBirthday({ calendar, month, day, leap, year }: Birthday): boolean {
  if (calendar === 'lunar') return day >= 1 && day <= lunarDays
  if (leap || day < 1 || day > (solarDays[month - 1] ?? 0)) return false
  return !(month === 2 && day === 29 && year !== null && !isLeapYear(year))
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
