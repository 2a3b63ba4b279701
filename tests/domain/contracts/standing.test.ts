import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonthsToDay,
  type ContractTerm,
  followingTerm,
  noticeDay,
  standingOf,
} from '#shared/domain/contracts/standing'
import { addDays } from '#shared/domain/months'

const term = (change: Partial<ContractTerm> = {}): ContractTerm => ({
  signedOn: '2025-12-20',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  terminatedOn: null,
  renewMonths: null,
  followed: false,
  ...change,
})

const status = (change: Partial<ContractTerm>, today: string) => standingOf(term(change), today).status

describe('standing of a contract', () => {
  it.each([
    ['2025-12-31', 'coming'],
    ['2026-01-01', 'active'],
    ['2026-10-01', 'active'],
    ['2026-10-02', 'expiring'],
    ['2026-12-31', 'expiring'],
    ['2027-01-01', 'expired'],
  ])('on %s one of the year 2026 is %s', (today, expected) => {
    expect(status({}, today)).toBe(expected)
  })

  it('is a draft without a day of signing, whatever the day', () => {
    for (const today of ['2025-01-01', '2026-06-01', '2028-01-01'])
      expect(status({ signedOn: null }, today)).toBe('draft')
  })

  it('holds without an end for ever', () => {
    expect(standingOf(term({ validTo: null }), '2046-06-01')).toEqual({
      status: 'active',
      endsOn: null,
      daysLeft: null,
      prolonged: 0,
    })
  })

  it('is terminated from the day of termination on, and ends the day before', () => {
    expect(standingOf(term({ terminatedOn: '2026-06-01' }), '2026-05-31')).toMatchObject({
      status: 'expiring',
      endsOn: '2026-05-31',
      daysLeft: 0,
    })
    expect(status({ terminatedOn: '2026-06-01' }, '2026-06-01')).toBe('terminated')
    expect(status({ terminatedOn: '2026-06-01' }, '2030-01-01')).toBe('terminated')
  })

  it('rolls on by itself, at the last days of months, until it is followed or terminated', () => {
    const rolling = { validTo: '2026-02-28', renewMonths: 6 }
    expect(standingOf(term(rolling), '2026-02-28')).toMatchObject({ endsOn: '2026-02-28', prolonged: 0, daysLeft: 0 })
    expect(standingOf(term(rolling), '2026-03-01')).toMatchObject({ endsOn: '2026-08-31', prolonged: 1 })
    expect(standingOf(term(rolling), '2026-09-01')).toMatchObject({ endsOn: '2027-02-28', prolonged: 2 })
    expect(standingOf(term({ ...rolling, followed: true }), '2026-03-01').status).toBe('expired')
    expect(standingOf(term({ ...rolling, terminatedOn: '2026-05-11' }), '2026-04-01')).toMatchObject({
      status: 'expiring',
      endsOn: '2026-05-10',
      prolonged: 1,
    })
    expect(standingOf(term({ ...rolling, signedOn: null }), '2027-01-01').prolonged).toBe(0)
  })

  it('one that prolongs itself is never expired', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 4000 }), (renewMonths, days) => {
        const today = addDays('2026-01-01', days)
        const { status: found, endsOn } = standingOf(term({ renewMonths }), today)
        expect(found === 'active' || found === 'expiring').toBe(true)
        expect(endsOn !== null && endsOn >= today).toBe(true)
      }),
    )
  })

  it('names the last day of notice only where it prolongs itself', () => {
    expect(noticeDay({ renewMonths: 12, noticeDays: 30 }, '2026-12-31')).toBe('2026-12-01')
    expect(noticeDay({ renewMonths: 12, noticeDays: null }, '2026-12-31')).toBe('2026-12-31')
    expect(noticeDay({ renewMonths: null, noticeDays: 30 }, '2026-12-31')).toBeNull()
    expect(noticeDay({ renewMonths: 12, noticeDays: 30 }, null)).toBeNull()
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-02-28', 12, '2027-02-28'],
    ['2026-02-28', 24, '2028-02-29'],
    ['2026-04-30', 1, '2026-05-31'],
    ['2026-01-15', 13, '2027-02-15'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(addMonthsToDay(day, months)).toBe(expected)
  })

  it.each([
    ['2026-01-01', '2026-12-31', '2026-12-31', '2027-01-01', '2027-12-31'],
    ['2026-04-15', '2027-04-14', '2027-04-14', '2027-04-15', '2028-04-14'],
    ['2026-03-01', '2026-05-31', '2026-05-31', '2026-06-01', '2026-08-31'],
    ['2026-01-01', '2026-01-10', '2026-01-10', '2026-01-11', '2026-01-20'],
    ['2026-01-01', '2026-12-31', '2027-12-31', '2028-01-01', '2028-12-31'],
  ])('what follows %s to %s, ending %s, runs from %s to %s', (from, to, endsOn, nextFrom, nextTo) => {
    expect(followingTerm(from, to, endsOn)).toEqual({ from: nextFrom, to: nextTo })
  })
})
