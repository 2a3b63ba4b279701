import { numberText } from '../decimal'
import type { FormSurcharge, FormTier, FormValue, SheetForm } from '../rating/sheet-form'
import { dateCell } from './cell-date'
import { shiftPoint } from './cell-value'
import { headingsOf, SURCHARGE_FIELDS, TIER_FIELDS, ZONE_FIELDS } from './form-tables'
import type { GridCell, GridLayout, WrittenGridSheet, WrittenWorkbookGrid } from './grid'
import { DATE_KEYS, infoKey, NAME_KEYS } from './info-keys'

/** Texts stay texts when they are typed over: `1-2` does not become a date. */
const TEXT_FORMAT = '@'
const PRICE_FORMAT = '0.00##'
const FIGURE_FORMAT = '0.######'

/**
 * The workbook of a sheet form (PRICING §4); reading it gives an equal form. Figures are written as numbers where that
 * loses nothing, percentages under a percent format, dates as dates; everything else as the text it is. `label` tells
 * several price sheets of one workbook apart.
 */
export function writePriceWorkbook(form: SheetForm, label = ''): WrittenWorkbookGrid {
  const named = (name: string): string => (label === '' ? name : `${name}-${label}`)
  const sheets = [infoSheet(form, named('报价信息'))]
  if (form.zones?.length) sheets.push(zoneSheet(form.zones, named('分区')))
  sheets.push(priceSheet(form, named('价格')))
  if (form.surcharges?.length) sheets.push(surchargeSheet(form.surcharges, named('附加费')))
  if (form.tiers?.length) sheets.push(tierSheet(form.tiers, named('阶梯')))
  return { sheets }
}

function infoSheet(form: SheetForm, name: string): WrittenGridSheet {
  const rows = Object.entries(form.info).map(([key, value]) => [textCell(key), infoCell(key, value)])
  return written(name, rows, { columnWidths: [16, 48], frozenRows: 0, headingRows: [] })
}

function infoCell(key: string, value: FormValue): GridCell {
  const known = infoKey(key)
  if (known === undefined || NAME_KEYS.has(known)) return typeof value === 'object' ? valueCell(value) : textCell(value)
  if (DATE_KEYS.has(known) && typeof value === 'string') return dateCell(value) ?? textCell(value)
  return valueCell(value)
}

function zoneSheet(zones: NonNullable<SheetForm['zones']>, name: string): WrittenGridSheet {
  const rows = zones.map(({ zone, places }) => [textCell(zone), textCell(places)])
  return written(name, [headings(headingsOf(ZONE_FIELDS)), ...rows], {
    columnWidths: [14, 72],
    frozenRows: 1,
    headingRows: [0],
  })
}

function priceSheet(form: SheetForm, name: string): WrittenGridSheet {
  const first = form.zones?.length ? '分区' : '目的地'
  const rows = form.rows.map((row) => [textCell(row.key), ...row.cells.map((cell) => valueCell(cell, PRICE_FORMAT))])
  return written(name, [headings([first, ...form.columns]), ...rows], {
    columnWidths: [20, ...form.columns.map((column) => Math.max(12, column.length + 4))],
    frozenRows: 1,
    headingRows: [0],
  })
}

function surchargeSheet(surcharges: readonly FormSurcharge[], name: string): WrittenGridSheet {
  const rows = surcharges.map((row) =>
    SURCHARGE_FIELDS.map(({ field, ...rest }) => fieldCell(row[field], 'kind' in rest ? rest.kind : 'text')),
  )
  return written(name, [headings(headingsOf(SURCHARGE_FIELDS)), ...rows], {
    columnWidths: SURCHARGE_FIELDS.map(({ field }) => (field === 'places' || field === 'condition' ? 32 : 12)),
    frozenRows: 1,
    headingRows: [0],
  })
}

function tierSheet(tiers: readonly FormTier[], name: string): WrittenGridSheet {
  const rows = tiers.map((row) =>
    TIER_FIELDS.map(({ field, ...rest }) => fieldCell(row[field], 'kind' in rest ? rest.kind : 'text')),
  )
  return written(name, [headings(headingsOf(TIER_FIELDS)), ...rows], {
    columnWidths: TIER_FIELDS.map(() => 14),
    frozenRows: 1,
    headingRows: [0],
  })
}

function fieldCell(value: FormValue | readonly string[] | undefined, kind: 'text' | 'value' | 'date'): GridCell {
  if (value === undefined) return null
  if (isList(value)) return textCell(value.join('、'))
  if (kind === 'date' && typeof value === 'string') return dateCell(value) ?? textCell(value)
  return kind === 'value' || typeof value === 'object' ? valueCell(value) : textCell(value)
}

const isList = (value: FormValue | readonly string[]): value is readonly string[] => Array.isArray(value)

function textCell(value: string | number): GridCell {
  const text = typeof value === 'number' ? numberText(value) : value
  return text === '' ? null : { value: text, format: TEXT_FORMAT }
}

/** A number where the cell then reads back as the same text, else the text. */
function valueCell(value: FormValue, format = FIGURE_FORMAT): GridCell {
  if (typeof value === 'object') return percentCell(value.percent)
  const text = typeof value === 'number' ? numberText(value) : value
  if (text === '') return null
  const number = Number(text)
  const exact = /^\d/.test(text) && Number.isFinite(number) && number < 1e15 && numberText(number) === text
  return exact ? { value: number, format } : { value: text, format: TEXT_FORMAT }
}

function percentCell(percent: string): GridCell {
  const share = Number(shiftPoint(percent, -2))
  const decimals = percent.split('.')[1]?.length ?? 0
  const exact = /^\d/.test(percent) && shiftPoint(numberText(share), 2) === percent
  if (!exact) return { value: `${percent}%`, format: TEXT_FORMAT }
  return { value: share, format: decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%` }
}

function headings(texts: readonly string[]): GridCell[] {
  return texts.map((text) => textCell(text))
}

function written(name: string, rows: GridCell[][], layout: GridLayout): WrittenGridSheet {
  return { name, rows, layout }
}
