import { describe, expect, test } from 'vitest'
import { parseYuan } from '#shared/domain/money'
import { compileSheet } from '#shared/domain/rating/compile'
import { explain, rate } from '#shared/domain/rating/rate'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import type { FormSurcharge, FormValue } from '#shared/domain/rating/sheet-form'
import { parseCentimetres, parseKilograms } from '#shared/domain/weight'
import fixture from '../../fixtures/rating.json'
import { namesAsPlaces, sheetOf, ticketOf } from './support'

interface FixtureSheet {
  info: Record<string, FormValue>
  columns: string[]
  rows: Record<string, FormValue[]>
  surcharges?: FormSurcharge[]
}

interface FixtureCase {
  id: string
  sheet: string
  to: string
  actualKg: string
  totalYuan: string
  chargeableKg?: string
  dims?: number[]
  declared?: number
  cod?: number
}

const sheets = fixture.sheets as Record<string, FixtureSheet>
const cases = fixture.cases as FixtureCase[]

function figure(result: { ok: true; value: number } | { ok: false }): number {
  if (!result.ok) throw new Error('fixture figure')
  return result.value
}

describe('every case of the fixture', () => {
  test.each(cases.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
    const form = sheets[entry.sheet]
    if (!form) throw new Error(`no sheet ${entry.sheet}`)
    const keys = Object.keys(form.rows)
    const sheet = sheetOf({ ...form, rows: keys.map((key) => ({ key, cells: form.rows[key] ?? [] })) })
    const [length, width, height] = (entry.dims ?? []).map((side) => figure(parseCentimetres(String(side))))
    const ticket = ticketOf({
      actualGrams: figure(parseKilograms(entry.actualKg)),
      size: length && width && height ? { length, width, height } : null,
      declaredFen: entry.declared === undefined ? null : figure(parseYuan(String(entry.declared))),
      codFen: entry.cod === undefined ? null : figure(parseYuan(String(entry.cod))),
      destination: { province: entry.to },
    })
    for (const version of [sheet, sheetOf(formatSheetForm(sheet)), JSON.parse(JSON.stringify(sheet)) as typeof sheet]) {
      const prepared = compileSheet(version, namesAsPlaces)
      const result = rate(prepared, keys.indexOf(entry.to), ticket)
      if (!result.rated) throw new Error(`no price: ${result.code}`)
      expect(result.totalFen).toBe(figure(parseYuan(entry.totalYuan)))
      expect(result.grams).toBe(entry.chargeableKg ? figure(parseKilograms(entry.chargeableKg)) : result.grams)
      expect(explain(prepared, keys.indexOf(entry.to), ticket).at(-1)?.fen).toBe(result.totalFen)
    }
  })
})
