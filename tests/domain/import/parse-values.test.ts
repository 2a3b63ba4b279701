import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInteger, parseMoneyFen, parsePaymentDays, parsePercentPpm } from '#shared/domain/import/parse-amount'
import { parseLengthTenthMm, parseSize, parseVolumeCm3, parseWeightGrams } from '#shared/domain/import/parse-measure'
import type { CellValue } from '#shared/domain/import/raw-row'
import type { Unit } from '#shared/fields/field'

describe('amounts', () => {
  it.each<[CellValue, number, Unit?]>([
    [12.3, 1230],
    [0.1 + 0.2, 30],
    [1.1499999999998862, 115],
    [105.60000000000001, 10560],
    ['1,234.56', 123456],
    ['￥1,234.50', 123450],
    ['¥12', 1200],
    ['RMB 12.5', 1250],
    ['１２．５', 1250],
    ['12.50元', 1250],
    [' 1 234.5 ', 123450],
    ['-3.20', -320],
    ['−3.20', -320],
    ['－3.20', -320],
    ['￥-3.20', -320],
    ['-￥3.20', -320],
    ['(3.20)', -320],
    ['（1,003.20）', -100320],
    ['3.20-', -320],
    ['.5', 50],
    ['+7', 700],
    ["'12.00", 1200],
    ['1.2万', 1200000],
    [150, 150, 'fen'],
    ['150.00', 150, 'fen'],
    ['1.5元', 150, 'fen'],
    [1.5, 1500000, 'wan'],
    [0, 0],
    [-0.004 + 0.004, 0],
  ])('%j is %d fen', (cell, fen, unit) => {
    expect(parseMoneyFen(cell, unit)).toEqual({ ok: true, value: fen })
  })

  it.each<[CellValue, string]>([
    [12.345, 'tooManyDecimals'],
    ['1.001', 'tooManyDecimals'],
    ['1.234,56', 'notANumber'],
    ['(3.20', 'notANumber'],
    ['3.20)', 'notANumber'],
    ['(-3.20)', 'notANumber'],
    ['-3-', 'notANumber'],
    ['十二元', 'notANumber'],
    ['1.5kg', 'unknownUnit'],
    ['12.5USD', 'unknownUnit'],
    ['', 'missing'],
    ['  ', 'missing'],
    ['-', 'missing'],
    [null, 'missing'],
    [true, 'notANumber'],
    [{ date: '2025-03-01' }, 'notANumber'],
    [{ fault: 'excelError', text: '#N/A' }, 'excelError'],
    [{ fault: 'noCachedValue', text: '=A1' }, 'noCachedValue'],
    ['12..5', 'notANumber'],
    ['99999999999999999', 'outOfRange'],
  ])('%j is refused as %s', (cell, code) => {
    expect(parseMoneyFen(cell)).toMatchObject({ ok: false, code })
  })

  it('reads every fen amount back, as text, number, grouped and in brackets', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (fen) => {
        const plain = `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',')
        const wide = plain.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        const bracketed = fen < 0 ? `(${plain.slice(1)})` : plain
        for (const cell of [plain, Number(plain), `￥${grouped}元`, wide, bracketed]) {
          expect(parseMoneyFen(cell)).toEqual({ ok: true, value: fen })
        }
      }),
    )
  })

  it.each<[CellValue, number]>([
    [3, 3],
    ['3', 3],
    ['3.0', 3],
    ['3件', 3],
    ['1,200', 1200],
    ['30天', 30],
    ['３', 3],
  ])('%j is the whole number %d', (cell, value) => expect(parseInteger(cell)).toEqual({ ok: true, value }))

  it.each<[CellValue, string]>([
    [2.5, 'notAnInteger'],
    ['2.5', 'notAnInteger'],
    [-1, 'outOfRange'],
    ['3kg', 'unknownUnit'],
    ['三', 'notANumber'],
  ])('%j is no count: %s', (cell, code) => expect(parseInteger(cell, { min: 0 })).toMatchObject({ ok: false, code }))

  it.each<[CellValue, number]>([
    ['月结30天', 30],
    ['30', 30],
    [45, 45],
    ['现结', 0],
    ['账期60天', 60],
    ['90日', 90],
  ])('payment term %j is %d days', (cell, value) => expect(parsePaymentDays(cell)).toEqual({ ok: true, value }))

  it.each<[CellValue, Unit | undefined, number | string]>([
    ['5%', undefined, 50000],
    ['0.3％', undefined, 3000],
    [6, undefined, 60000],
    [0.5, 'percent', 5000],
    [0.5, undefined, 'ambiguousPercent'],
    [1, undefined, 'ambiguousPercent'],
    [0, undefined, 0],
    ['5kg', undefined, 'notAPercent'],
  ])('percent %j under %s is %s', (cell, unit, wanted) => {
    const result = parsePercentPpm(cell, unit)
    expect(result.ok ? result.value : result.code).toBe(wanted)
  })
})

describe('measures', () => {
  it.each<[CellValue, Unit | undefined, number]>([
    [1.5, undefined, 1500],
    ['1.5kg', undefined, 1500],
    ['1.5 KG', undefined, 1500],
    ['1.5㎏', undefined, 1500],
    ['1.5公斤', undefined, 1500],
    ['800g', undefined, 800],
    ['800克', undefined, 800],
    ['3斤', undefined, 1500],
    ['0.001斤', undefined, 1],
    ['0.8吨', undefined, 800000],
    [800, 'g', 800],
    [800.5, 'g', 801],
    ['1.5kg', 'g', 1500],
    [3, 'jin', 1500],
    ['１.５', undefined, 1500],
    [0, undefined, 0],
    [0.505, undefined, 505],
    [2.6666666666666665, undefined, 2667],
    ['1,250.5', undefined, 1250500],
    ['0.0004', undefined, 0],
    ['0.0005', undefined, 1],
  ])('weight %j under %s is %d g', (cell, unit, grams) => {
    expect(parseWeightGrams(cell, unit)).toEqual({ ok: true, value: grams })
  })

  it.each<[CellValue, string]>([
    [-1, 'negative'],
    ['0.125m³', 'unknownUnit'],
    ['约1.5', 'notANumber'],
    ['1.5-2', 'notANumber'],
    ['-', 'missing'],
  ])('weight %j is refused as %s', (cell, code) => expect(parseWeightGrams(cell)).toMatchObject({ ok: false, code }))

  it('reads every gram exactly, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), (grams) => {
        const kilos = `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, '0')}`
        for (const [cell, unit] of [
          [kilos, 'kg'],
          [Number(kilos), 'kg'],
          [`${grams}g`, 'kg'],
          [grams, 'g'],
          [`${kilos}公斤`, 'g'],
        ] as const) {
          expect(parseWeightGrams(cell, unit)).toEqual({ ok: true, value: grams })
        }
      }),
    )
  })

  it.each<[CellValue, Unit | undefined, number]>([
    [0.125, undefined, 125000],
    ['0.125m³', undefined, 125000],
    ['3方', undefined, 3000000],
    ['12L', undefined, 12000],
    ['500cm3', undefined, 500],
    [500, 'cm3', 500],
    ['50*40*30', undefined, 60000],
    ['50×40×30cm', undefined, 60000],
    ['1.05*1.05*1.05', undefined, 1],
  ])('volume %j under %s is %d cm³', (cell, unit, cm3) => {
    expect(parseVolumeCm3(cell, unit)).toEqual({ ok: true, value: cm3 })
  })

  it.each<[CellValue, Unit | undefined, number]>([
    [50, undefined, 5000],
    ['50cm', undefined, 5000],
    ['0.5米', undefined, 5000],
    ['500mm', undefined, 5000],
    [0.5, 'm', 5000],
    [12.345, undefined, 1235],
  ])('length %j under %s is %d tenths of a millimetre', (cell, unit, value) =>
    expect(parseLengthTenthMm(cell, unit)).toEqual({ ok: true, value }),
  )

  it.each([
    ['50*40*30', 5000, 4000, 3000],
    ['50×40×30cm', 5000, 4000, 3000],
    ['50 x 40 X 30 CM', 5000, 4000, 3000],
    ['50cm*40cm*30cm', 5000, 4000, 3000],
    ['０.５✕０.４✕０.３米', 5000, 4000, 3000],
    ['500*400*300mm', 5000, 4000, 3000],
    ['长50宽40高30', 5000, 4000, 3000],
    ['长:50cm,宽:40cm,高:30cm', 5000, 4000, 3000],
    ['50.5*40*30', 5050, 4000, 3000],
  ])('size %s', (text, length, width, height) => {
    expect(parseSize(text)).toEqual({ ok: true, value: { length, width, height } })
  })

  it.each([
    ['50*40', 'notASize'],
    ['50*40*30*2', 'notASize'],
    ['50*0*30', 'notASize'],
    ['50cm*40m*30cm', 'unknownUnit'],
    ['50*40*30kg', 'unknownUnit'],
    ['大箱', 'notASize'],
    ['', 'missing'],
  ])('size %s is refused as %s', (text, code) => expect(parseSize(text)).toMatchObject({ ok: false, code }))
})
