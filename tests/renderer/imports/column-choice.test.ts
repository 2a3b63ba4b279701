import { describe, expect, it } from 'vitest'
import type { Inspection } from '#shared/contract/imports'
import {
  columnLetters,
  columnState,
  headersOf,
  mappingOf,
  orderFields,
  startChoice,
} from '../../../src/renderer/features/imports/wizard/column-choice'
import { fieldsOfKind } from '../../../src/renderer/features/imports/kinds'

const fields = fieldsOfKind.waybills

function inspectionOf(given: Partial<Inspection>): Inspection {
  return {
    sheets: [],
    sheet: '明细',
    headerRow: 3,
    columns: [0, 1, 2, 3].map((index) => ({ index, header: `列${index}`, samples: [], unit: null })),
    mapping: {},
    ambiguous: [],
    remembered: false,
    missing: [],
    ...given,
  }
}

describe('columns of an import', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters)
  })

  it('asks for required fields that have no column', () => {
    const inspection = inspectionOf({ mapping: { number: 0 } })
    expect(columnState(inspection, fields, startChoice(inspection)).missing).toEqual(['shippedOn'])
  })

  it('asks for an ambiguous field until a column is chosen or declined', () => {
    const inspection = inspectionOf({
      mapping: { number: 0, shippedOn: 1 },
      ambiguous: [{ field: 'actualWeight', columns: [2, 3] }],
    })
    const start = startChoice(inspection)
    expect(columnState(inspection, fields, start).undecided).toEqual(['actualWeight'])
    expect(columnState(inspection, fields, { ...start, actualWeight: 3 }).undecided).toEqual([])
    expect(columnState(inspection, fields, { ...start, actualWeight: null }).undecided).toEqual([])
    expect(mappingOf({ ...start, actualWeight: null })).toEqual({ number: 0, shippedOn: 1 })
  })

  it('counts a required ambiguous field as undecided, and as missing once it was declined', () => {
    const inspection = inspectionOf({ mapping: { number: 0 }, ambiguous: [{ field: 'shippedOn', columns: [1, 2] }] })
    const start = startChoice(inspection)
    expect(columnState(inspection, fields, start)).toMatchObject({ missing: [], undecided: ['shippedOn'] })
    expect(columnState(inspection, fields, { ...start, shippedOn: null })).toMatchObject({
      missing: ['shippedOn'],
      undecided: [],
    })
  })

  it('names columns read twice and columns not read', () => {
    const inspection = inspectionOf({ mapping: { number: 0, shippedOn: 1 } })
    const state = columnState(inspection, fields, { number: 0, shippedOn: 1, accountCode: 2, monthAccount: 2 })
    expect(state.shared).toEqual({ accountCode: 'monthAccount', monthAccount: 'accountCode' })
    expect(state.unused).toEqual([3])
    expect(state.assigned).toBe(4)
  })

  it('keeps the order of rows while the clerk chooses', () => {
    const inspection = inspectionOf({
      mapping: { number: 0, remark: 3 },
      ambiguous: [{ field: 'actualWeight', columns: [1, 2] }],
    })
    const { main, more } = orderFields(inspection, fields)
    expect(main.map((field) => field.key)).toEqual(['number', 'shippedOn', 'actualWeight', 'remark'])
    expect(main.length + more.length).toBe(fields.length)
  })

  it('keeps titles at their column where a column between is blank', () => {
    const columns = [0, 2].map((index) => ({ index, header: `列${index}`, samples: [], unit: null }))
    expect(headersOf(inspectionOf({ columns }))).toEqual(['列0', '', '列2'])
    expect(headersOf(null)).toEqual([])
  })
})
