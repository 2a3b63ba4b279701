import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseName } from '#shared/domain/import/normalise-name'
import { parsePhone, parseText, parseUscc, parseWaybillNumber } from '#shared/domain/import/parse-identifier'
import type { CellValue } from '#shared/domain/import/raw-row'

describe('waybill numbers', () => {
  it.each<[CellValue, string]>([
    ['SF1234567890123', 'SF1234567890123'],
    ['sf1234567890123', 'SF1234567890123'],
    [' 7312 3456 7890 12 ', '73123456789012'],
    ['７３１２３４５６７８９０', '731234567890'],
    ['="731234567890123456"', '731234567890123456'],
    ["'731234567890123456", '731234567890123456'],
    ['731234567890123456', '731234567890123456'],
    ['0012345678', '0012345678'],
    [731234567890123, '731234567890123'],
    ['731234567890123.0', '731234567890123'],
    ['YT7312345678901\u200b', 'YT7312345678901'],
    ['JD0123-1-1', 'JD0123-1-1'],
    ['\t731234567890', '731234567890'],
  ])('%j is %s', (cell, number) => {
    expect(parseWaybillNumber(cell)).toEqual({ ok: true, value: number })
  })

  it.each<[CellValue, string]>([
    [1e15, 'truncatedNumber'],
    [731234567890123e3, 'truncatedNumber'],
    ['7312345678901234.0', 'truncatedNumber'],
    ['7.3E+14', 'scientificNumber'],
    ['7.31234E14', 'scientificNumber'],
    ['7E+17', 'scientificNumber'],
    [731234567890.5, 'notAWaybillNumber'],
    [-5, 'notAWaybillNumber'],
    ['合计', 'notAWaybillNumber'],
    ['SF1,SF2', 'notAWaybillNumber'],
    ['ABCDEFG', 'notAWaybillNumber'],
    ['12', 'notAWaybillNumber'],
    ['', 'missing'],
    [{ date: '2025-03-01' }, 'notAWaybillNumber'],
    [{ fault: 'noCachedValue', text: '=B2' }, 'noCachedValue'],
  ])('%j is refused as %s', (cell, code) => {
    expect(parseWaybillNumber(cell)).toMatchObject({ ok: false, code })
  })

  it('keeps text numbers of any length and refuses every numeric cell that has lost digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1000n, max: 10n ** 30n }), (number) => {
        expect(parseWaybillNumber(String(number))).toEqual({ ok: true, value: String(number) })
        const numeric = parseWaybillNumber(Number(number))
        const whole = number < 10n ** 15n
        expect(numeric).toMatchObject(whole ? { value: String(number) } : { code: 'truncatedNumber' })
      }),
    )
  })
})

describe('phones', () => {
  it.each<[CellValue, string]>([
    ['13800138000', '13800138000'],
    [13800138000, '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0086 138 0013 8000', '13800138000'],
    ['0755-12345678', '0755-12345678'],
    ['(010)62345678', '010-62345678'],
    ['075512345678', '0755-12345678'],
    ['0755-12345678-801', '0755-12345678-801'],
    ['0755-12345678转801', '0755-12345678-801'],
    ['400-811-1111', '400-811-1111'],
    ['4008111111', '400-811-1111'],
    ['95338', '95338'],
    ['13800138000/0755-12345678', '13800138000、0755-12345678'],
    ['１３８００１３８０００', '13800138000'],
  ])('%j is %s', (cell, phone) => {
    expect(parsePhone(cell)).toEqual({ ok: true, value: phone })
  })

  it.each<CellValue>(['12800138000', '1380013800', '张三', '123', '138001380001'])('%j is none', (cell) => {
    expect(parsePhone(cell)).toMatchObject({ ok: false, code: 'notAPhone' })
  })
})

describe('unified social credit codes', () => {
  it.each([
    '91350100M000100Y43',
    '914403001922038216',
    '91330100799655058B',
    '91110000600037341L',
    '91000000000000000K',
  ])('%s is right', (code) => {
    expect(parseUscc(code)).toEqual({ ok: true, value: code })
    expect(parseUscc(` ${code.toLowerCase().slice(0, 9)} ${code.slice(9)}`)).toEqual({ ok: true, value: code })
  })

  it.each([
    ['91310000123456789X', 'usccCheckDigit'],
    ['9131000012345678', 'usccLength'],
    ['9131000012345678I0', 'usccCharacter'],
    ['', 'missing'],
  ])('%s is refused as %s', (code, why) => {
    expect(parseUscc(code)).toMatchObject({ ok: false, code: why })
  })

  it('names the right check digit', () => {
    expect(parseUscc('91310000123456789X')).toMatchObject({ params: { expected: '6' } })
  })

  it('finds every single wrong character and every swap of neighbours', () => {
    const code = '91350100M000100Y43'
    for (const [index, right] of code.split('').entries()) {
      for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (wrong === right) continue
        expect(parseUscc(code.slice(0, index) + wrong + code.slice(index + 1)).ok).toBe(false)
      }
    }
  })
})

describe('texts and names', () => {
  it('keeps codes of numeric cells and refuses truncated ones', () => {
    expect(parseText(7551234567)).toEqual({ ok: true, value: '7551234567' })
    expect(parseText(755123456789012e3)).toMatchObject({ ok: false, code: 'truncatedNumber' })
    expect(parseText('\u3000深圳\u200b\u00a0市\n南山 ')).toEqual({ ok: true, value: '深圳 市\n南山' })
    expect(parseText('甲'.repeat(11), 10)).toMatchObject({ ok: false, code: 'tooLong', params: { max: 10 } })
  })

  it.each([
    ['深圳市Ａ（集团）有限公司', '深圳市a(集团) 有限公司'],
    ['北京·某某 公司', '北京某某公司'],
    ['“老王”水果店', '老王水果店'],
    ['ABC Co., Ltd.', 'abc co ltd'],
  ])('%s and %s are one name', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other))
  })

  it('keeps different customers apart', () => {
    const names = ['深圳甲公司', '深圳甲有限公司', '深圳甲公司二部', '深圳乙公司']
    expect(new Set(names.map(normaliseName)).size).toBe(names.length)
  })
})
