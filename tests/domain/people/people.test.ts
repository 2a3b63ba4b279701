import { describe, expect, it } from 'vitest'
import { birthdayText, parseBirthday } from '#shared/domain/people/birthday'
import { isStale, type KnownPerson, peopleGaps } from '#shared/domain/people/gaps'
import { maskEmail, maskHandle, maskPhone, maskWithin } from '#shared/domain/people/mask'
import { closesCircle } from '#shared/domain/people/org'
import { isBirthday } from '#shared/domain/people/person'

const today = '2026-11-22'
const known = (more: Partial<KnownPerson> = {}): KnownPerson => ({
  name: '王芳',
  role: null,
  stance: null,
  influence: null,
  relationship: null,
  lastContactOn: '2026-11-01',
  ...more,
})

describe('what is missing among the people of a customer', () => {
  it.each([
    [[], []],
    [[known()], ['no-decision-maker', 'no-supporter', 'no-sponsor']],
    [[known({ role: 'decision-maker', stance: 'support', relationship: 4 }), known({ role: 'sponsor' })], []],
    [
      [known({ role: 'decision-maker', stance: 'support', relationship: 3 }), known({ role: 'sponsor' })],
      ['no-champion'],
    ],
    [
      [known({ stance: 'oppose', influence: 4 })],
      ['strong-opponent', 'no-decision-maker', 'no-supporter', 'no-sponsor'],
    ],
    [[known({ stance: 'oppose', influence: 3 })], ['no-decision-maker', 'no-supporter', 'no-sponsor']],
    [[known({ lastContactOn: null })], ['no-decision-maker', 'no-supporter', 'never-met', 'no-sponsor']],
    [[known({ lastContactOn: '2026-09-22' })], ['no-decision-maker', 'no-supporter', 'silent', 'no-sponsor']],
    [
      [known({ lastContactOn: '2026-01-01' }), known({ lastContactOn: '2026-09-23' })],
      ['no-decision-maker', 'no-supporter', 'no-sponsor'],
    ],
  ])('%#', (people, codes) => expect(peopleGaps(people, today).map(({ code }) => code)).toEqual(codes))

  it('calls a contact stale after sixty days, not on the sixtieth', () => {
    expect(isStale('2026-09-23', today)).toBe(false)
    expect(isStale('2026-09-22', today)).toBe(true)
    expect(isStale(null, today)).toBe(true)
    expect(isStale('2027-01-01', today)).toBe(false)
  })
})

describe('masks', () => {
  it.each([
    ['13800001001', '138****1001'],
    ['13800001001、0571-88001234', '138****1001、0571-***34'],
    ['400-123-4567', '400-***67'],
    ['0571-88001234-801', '0571-***01'],
    ['95338', '***38'],
    ['', ''],
  ])('phone %s is %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

  it('hides handles, addresses and numbers within a text', () => {
    expect(['qiu_xb', '13800001001', 'ab', ''].map(maskHandle)).toEqual(['q***b', '138****1001', '***', ''])
    expect(['qiu@example.com', 'a@b.cn', '', 'x'].map(maskEmail)).toEqual(['q***@example.com', '***@b.cn', '', '***'])
    expect(maskWithin('家里 138 0000 1001 或 0571-88001234，邮箱 li.ming@example.com，运单 YT13800001001234')).toBe(
      '家里 138****1001 或 0571-***34，邮箱 l***@example.com，运单 YT13800001001234',
    )
  })
})

describe('birthdays', () => {
  const solar = (month: number, day: number, year: number | null = null) => ({
    calendar: 'solar',
    month,
    day,
    leap: false,
    year,
  })
  const lunar = (month: number, day: number, year: number | null = null, leap = false) => ({
    calendar: 'lunar',
    month,
    day,
    leap,
    year,
  })
  it.each([
    ['1980-08-15', solar(8, 15, 1980)],
    ['1980/8/5', solar(8, 5, 1980)],
    ['19800805', solar(8, 5, 1980)],
    ['8-15', solar(8, 15)],
    ['8月15日', solar(8, 15)],
    ['1980年8月15日', solar(8, 15, 1980)],
    ['十二月三日', solar(12, 3)],
    ['农历八月十五', lunar(8, 15)],
    ['阴历：8月15', lunar(8, 15)],
    ['农历1980年闰四月初八', lunar(4, 8, 1980, true)],
    ['正月初一', lunar(1, 1)],
    ['腊月廿三', lunar(12, 23)],
    ['冬月三十', lunar(11, 30)],
    ['农历1980-8-15', lunar(8, 15, 1980)],
    ['2月30日', null],
    ['1981-02-29', null],
    ['农历八月卅一', null],
    ['13月1日', null],
    ['下周', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseBirthday(text)).toEqual(expected))

  it('takes a column headed 农历 for lunar, and a date cell as it is', () => {
    expect(parseBirthday('8-15', 'lunar')).toEqual(lunar(8, 15))
    expect(parseBirthday('公历8月15日', 'lunar')).toEqual(solar(8, 15))
  })

  it('reads back what it writes', () => {
    for (const birthday of [
      solar(8, 15),
      solar(2, 29),
      solar(12, 1, 1999),
      lunar(8, 15),
      lunar(4, 8, 1980, true),
      lunar(12, 23),
    ])
      expect(parseBirthday(birthdayText(birthday as never, 'zh-CN'))).toEqual(birthday)
  })

  it.each([
    [solar(2, 29), true],
    [solar(2, 29, 2024), true],
    [solar(2, 29, 2023), false],
    [solar(4, 31), false],
    [lunar(2, 30), true],
    [lunar(2, 31), false],
    [{ ...solar(4, 8), leap: true }, false],
  ])('%j exists: %s', (birthday, exists) => expect(isBirthday(birthday as never)).toBe(exists))
})

describe('lines of superiors', () => {
  const lines = [
    { id: 1, reportsTo: null },
    { id: 2, reportsTo: 1 },
    { id: 3, reportsTo: 2 },
    { id: 8, reportsTo: 9 },
    { id: 9, reportsTo: 8 },
  ]
  it.each([
    [1, 3, true],
    [1, 1, true],
    [3, 1, false],
    [2, 8, false],
  ])('%i under %i closes a circle: %s', (id, boss, closes) => expect(closesCircle(lines, id, boss)).toBe(closes))
})
