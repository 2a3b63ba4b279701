import { SURCHARGE_FIELDS, TIER_FIELDS } from '../price-workbook/form-tables'
import { textOf } from '../rating/form-value'
import type { FormSurcharge, FormTier, FormValue, FormZone, SheetForm } from '../rating/sheet-form'

/**
 * A price sheet as tables of texts, as the workbook shows it and as a person edits it: every value as it is written,
 * surcharges and tiers under the headings of the workbook.
 */
export interface SheetTables {
  info: { key: string; value: string }[]
  columns: string[]
  rows: { key: string; cells: string[] }[]
  zones: { zone: string; places: string }[]
  surcharges: Record<string, string>[]
  tiers: Record<string, string>[]
}

type Field<Row> = readonly [keyof Row, string]

export const SURCHARGE_COLUMNS: readonly Field<FormSurcharge>[] = SURCHARGE_FIELDS.map(
  ({ field, headings }) => [field, headings[0]] as const,
)
export const TIER_COLUMNS: readonly Field<FormTier>[] = TIER_FIELDS.map(
  ({ field, headings }) => [field, headings[0]] as const,
)

export const emptyTables = (): SheetTables => ({
  info: [],
  columns: [],
  rows: [],
  zones: [],
  surcharges: [],
  tiers: [],
})

export function tablesOfForm(form: SheetForm): SheetTables {
  return {
    info: Object.entries(form.info).map(([key, value]) => ({ key, value: writtenOf(value) })),
    columns: [...form.columns],
    rows: form.rows.map(({ key, cells }) => ({ key, cells: cells.map((cell) => writtenOf(cell)) })),
    zones: (form.zones ?? []).map(({ zone, places }) => ({ zone, places })),
    surcharges: (form.surcharges ?? []).map((row) => named(row, SURCHARGE_COLUMNS)),
    tiers: (form.tiers ?? []).map((row) => named(row, TIER_COLUMNS)),
  }
}

function named<Row extends object>(row: Row, columns: readonly Field<Row>[]): Record<string, string> {
  const cells = columns.map(([field, header]) => [header, cellText(row[field])] as const)
  return Object.fromEntries(cells.filter(([, text]) => text !== ''))
}

function cellText(value: unknown): string {
  return Array.isArray(value) ? value.join('、') : writtenOf(value as FormValue | undefined)
}

/** As it is written: a name keeps its full-width brackets, only figures and percentages become texts. */
function writtenOf(value: FormValue | undefined): string {
  return typeof value === 'string' ? value.trim() : textOf(value)
}

/** A form with where its rows stand in the tables: blank rows are no part of a form, problems name the written row. */
export interface FormOfTables {
  form: SheetForm
  rowsAt: Readonly<Record<'rows' | 'zones' | 'surcharges' | 'tiers', readonly number[]>>
}

/** The sheet form that tables say. Rows in which nothing is written are left out. */
export function formOfTables(tables: SheetTables): FormOfTables {
  const rows = written(tables.rows, ({ key, cells }) => [key, ...cells])
  const zones = written(tables.zones, ({ zone, places }) => [zone, places])
  const surcharges = written(tables.surcharges, Object.values)
  const tiers = written(tables.tiers, Object.values)
  const width = writtenWidth(tables)
  const info: Record<string, FormValue> = {}
  for (const { key, value } of tables.info) if (key.trim() !== '') info[key.trim()] = value
  return {
    form: {
      info,
      columns: tables.columns.slice(0, width),
      rows: rows.map(([{ key, cells }]) => ({ key, cells: cells.slice(0, width) })),
      zones: zones.map(([row]) => row),
      surcharges: surcharges.map(([row]) => fields<FormSurcharge>(row, SURCHARGE_COLUMNS, ['item', 'kind', 'value'])),
      tiers: tiers.map(([row]) =>
        fields<FormTier>(row, TIER_COLUMNS, ['basis', 'period', 'mode', 'lower', 'benefit', 'settle']),
      ),
    },
    rowsAt: {
      rows: rows.map(([, at]) => at),
      zones: zones.map(([, at]) => at),
      surcharges: surcharges.map(([, at]) => at),
      tiers: tiers.map(([, at]) => at),
    },
  }
}

/** Columns up to the last one that has a heading or a price. */
function writtenWidth({ columns, rows }: SheetTables): number {
  const most = Math.max(columns.length, ...rows.map(({ cells }) => cells.length))
  for (let width = most; width > 0; width -= 1) {
    const texts = [columns[width - 1], ...rows.map(({ cells }) => cells[width - 1])]
    if (texts.some((text) => (text ?? '').trim() !== '')) return width
  }
  return 0
}

function written<Row>(rows: readonly Row[], textsOf: (row: Row) => string[]): [Row, number][] {
  return rows.flatMap((row, at) =>
    textsOf(row).some((text) => text.trim() !== '') ? [[row, at] as [Row, number]] : [],
  )
}

/** The texts of a row by field; fields that must be there are '' where nothing is written. */
function fields<Row extends object>(
  row: Readonly<Record<string, string>>,
  columns: readonly Field<Row>[],
  always: readonly (keyof Row)[],
): Row {
  const found = columns.flatMap(([field, header]) => {
    const text = row[header] ?? ''
    return text.trim() !== '' || always.includes(field) ? [[field, text] as const] : []
  })
  return Object.fromEntries(found) as Row
}

/** What a zone of a sheet holds, in one text; a zone may stand in several rows. */
export function placesOfZone(zones: readonly FormZone[], zone: string): string {
  return zones
    .filter((row) => row.zone === zone)
    .map(({ places }) => places)
    .join('、')
}
