import type { SheetTables } from './sheet-tables'

/** One written cell that became another one; `place` is for people: `价格 广东 / 0-1`. */
export interface TableChange {
  place: string
  before: string | null
  after: string | null
}

/**
 * What was changed between two writings of a sheet, cell by cell, for the audit trail and for what is told before
 * saving. Rows and columns are told apart by their keys, so that a row inserted above changes nothing below.
 */
export function tableChanges(before: SheetTables, after: SheetTables): TableChange[] {
  const old = flat(before)
  const now = flat(after)
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((place) => {
    const [was, is] = [old.get(place) ?? null, now.get(place) ?? null]
    return was === is ? [] : [{ place, before: was, after: is }]
  })
}

function flat({ info, columns, rows, zones, surcharges, tiers }: SheetTables): Map<string, string> {
  const found = new Map<string, string>()
  const put = (place: string, text: string) => {
    if (text.trim() === '') return
    let name = place
    for (let count = 2; found.has(name); count += 1) name = `${place} (${count})`
    found.set(name, text)
  }
  for (const { key, value } of info) put(`报价信息 ${key}`, value)
  for (const { key, cells } of rows)
    for (const [column, cell] of cells.entries()) put(`价格 ${key} / ${columns[column] ?? ''}`, cell)
  for (const { zone, places } of zones) put(`分区 ${zone}`, places)
  for (const row of surcharges)
    for (const [key, text] of Object.entries(row)) put(`附加费 ${row['项目'] ?? ''} / ${key}`, text)
  for (const row of tiers)
    for (const [key, text] of Object.entries(row)) put(`阶梯 ${row['依据'] ?? ''} ${row['下限'] ?? ''} / ${key}`, text)
  return found
}
