import { describe, expect, it } from 'vitest'
import { catalogues } from '#shared/i18n/index'
import { filterFor, periodOf } from '../../../src/renderer/features/waybills/list-filter'
import { reasonCodes, reasonFix, remedyOf } from '../../../src/renderer/features/waybills/reasons'
import type { Words } from '../../../src/renderer/i18n'

describe('filters of the waybill list', () => {
  it('looks at the month of the window unless a batch or days say otherwise', () => {
    expect(filterFor({ status: 'exception' }, '2026-03')).toEqual({ status: 'exception', month: '2026-03' })
    expect(filterFor({ batch: 7 }, '2026-03')).toEqual({ batch: 7 })
    expect(filterFor({ from: '2026-01-05' }, '2026-03')).toEqual({ from: '2026-01-05' })
    expect(filterFor({ batch: 7, period: 'month' }, '2026-03')).toEqual({ batch: 7, month: '2026-03' })
    expect(periodOf({ period: 'all' })).toBe('all')
  })

  it('leaves out what was typed wrongly into the address', () => {
    expect(filterFor({ status: 'nonsense' as never, from: '3/1', period: 'never' as never }, '2026-03')).toEqual({})
    expect(filterFor({ status: 'nonsense' as never }, '2026-03')).toEqual({ month: '2026-03' })
  })
})

describe('reasons', () => {
  const t: Words = (key) => {
    const [namespace, name] = key.split(':') as [keyof (typeof catalogues)['zh-CN'], string]
    return (catalogues['zh-CN'][namespace] as Record<string, string>)[name] ?? ''
  }

  it.each([...reasonCodes])('%s says what to do and where', (code) => {
    expect(reasonFix(t, code)).toBeTruthy()
    expect(remedyOf(code)).not.toBeNull()
  })

  it('offers nothing to do for a charge that is as it should be', () => {
    expect(reasonFix(t, 'fee-as-billed')).toBeNull()
    expect(remedyOf('fee-as-billed')).toBeNull()
    expect(remedyOf(null)).toBeNull()
  })
})
