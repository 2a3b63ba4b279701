import { z } from 'zod'

const cell = z.string().max(400)
/** A list of places may name every city of a province. */
const places = z.string().max(20_000)

/** As many rows and columns as the editor takes. */
export const mostRows = 400
export const mostColumns = 40

/** A sheet as it is written in the workbook: tables of texts. */
export const sheetTables = z.object({
  info: z.array(z.object({ key: z.string().max(200), value: z.string().max(4000) })).max(200),
  columns: z.array(cell),
  rows: z.array(z.object({ key: places, cells: z.array(cell) })),
  zones: z.array(z.object({ zone: cell, places })),
  surcharges: z.array(z.record(z.string(), places)),
  tiers: z.array(z.record(z.string(), cell)),
})
