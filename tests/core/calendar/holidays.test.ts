import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestKernel } from '../support/test-book'
import { calendarOf } from './support'

describe('official holidays of further years', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  beforeEach(async () => {
    kernel = await openTestKernel()
  })
  afterEach(() => kernel.dispose())

  function ticket(lines: readonly string[], name = '2027放假安排.csv'): string {
    const path = join(kernel.dataDir, name)
    writeFileSync(path, lines.join('\n'))
    return kernel.files.offer(path).ticket
  }
  const whole = [
    '日期,名称,休/班',
    ...Array.from({ length: 13 }, (_, at) => `2027-02-${String(at + 5).padStart(2, '0')},春节,休`),
    '2027-02-20,春节,班',
  ]
  const kindOf = (day: string) => calendarOf(kernel).officialYears.calendar().kindOf(day)

  it('are looked at first: years, counts and what is wrong row by row', async () => {
    const file = ticket([
      '2027年放假安排',
      '日期,节日,类型',
      '2027年1月1日,元旦,休',
      '2027/1/3,元旦,补班',
      '2027-02-30,春节,休',
      '2027-02-06,春节,也许',
      '2027-01-01,元旦,班',
      '2027-01-01,元旦,放假',
      '2026-12-31,元旦,off',
    ])
    const preview = await calendarOf(kernel).previewHolidays(file, 'zh-CN')
    expect(preview.rows).toEqual([
      { row: 3, date: '2027-01-01', name: '元旦', kind: 'off' },
      { row: 4, date: '2027-01-03', name: '元旦', kind: 'work' },
      { row: 9, date: '2026-12-31', name: '元旦', kind: 'off' },
    ])
    expect(preview.years).toEqual([
      { year: 2026, off: 1, work: 0, replaces: true, incomplete: true },
      { year: 2027, off: 1, work: 1, replaces: false, incomplete: true },
    ])
    expect(preview.problems.map(({ row }) => row)).toEqual([5, 6, 7])
    expect(preview.problems[1]?.text).toBe('“也许”看不出是休还是班；请填“休”或“班”')
    expect(kindOf('2027-01-01')).toBe('unknown')
  })

  it('hold once imported, and no longer once that is undone', async () => {
    const service = calendarOf(kernel)
    const { ids, years, days, skipped } = await service.importHolidays(ticket(whole), 'zh-CN')
    expect([years, days, skipped]).toEqual([[2027], 14, 0])
    expect(['2027-02-06', '2027-02-20', '2027-02-21', '2027-03-01'].map(kindOf)).toEqual([
      'holiday',
      'adjusted-work',
      'weekend',
      'workday',
    ])
    await service.officialYears.remove(ids)
    expect(kindOf('2027-02-06')).toBe('unknown')
    await service.officialYears.restore(ids)
    expect(kindOf('2027-02-06')).toBe('holiday')
  })

  it('take the place of what came with the program until they are taken back', async () => {
    const service = calendarOf(kernel)
    const lines = whole.map((line) => line.replace('2027-02', '2026-02'))
    const { ids } = await service.importHolidays(ticket(lines), 'zh-CN')
    expect(['2026-10-01', '2026-02-06'].map(kindOf)).toEqual(['workday', 'holiday'])
    await service.officialYears.remove(ids)
    expect(['2026-10-01', '2026-02-06'].map(kindOf)).toEqual(['holiday', 'workday'])
  })

  it('go out as a workbook that comes in again, equal', async () => {
    const service = calendarOf(kernel)
    const before = service.officialYears.list().find(({ year }) => year === 2026)?.days
    const made = await service.exportHolidays(2026, 'zh-CN')
    expect(made.name).toBe('2026年法定节假日与调休.xlsx')
    const english = await service.exportHolidays(2026, 'en')
    for (const file of [made, english]) {
      const preview = await service.previewHolidays(file.ticket, 'zh-CN')
      expect(preview.problems).toEqual([])
      expect(preview.rows.map(({ row: _row, ...day }) => day)).toEqual(before)
    }
  })

  it.each([
    ['no header', ['甲,乙', '1,2'], 'header-not-found'],
    ['no column for off or work', ['日期,名称', '2027-01-01,元旦'], 'mapping-incomplete'],
    ['no usable row', ['日期,名称,休/班', '昨天,元旦,休'], 'nothing-to-import'],
  ])('are refused with %s', async (_what, lines, code) => {
    await expect(calendarOf(kernel).importHolidays(ticket(lines), 'zh-CN')).rejects.toMatchObject({ code })
  })
})
