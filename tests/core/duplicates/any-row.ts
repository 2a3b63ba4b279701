import type { Database } from '#core/db/database'

type Value = string | number | null

interface Column {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}

let counter = 0

/** Values a plain reading of a table's columns cannot guess. */
const fitting: Readonly<Record<string, () => Value>> = {
  'attachment.entity': () => 'account',
  'attachment.sha256': () => 'a'.repeat(64),
  'wallet.period': () => '2026',
  'anniversary.calendar': () => 'solar',
  'anniversary.month': () => 1,
  'anniversary.leap': () => 0,
  'account_cost.fen': () => 1,
  'rebate_line.fen': () => -1,
  'rebate_line.net_fen': () => -1,
  'task.source': () => 'manual',
  'quotation.sequence': () => (counter += 1),
  'quotation.valid_to': () => '2027-01-01',
  'quotation.number': () => `BJ${(counter += 1)}`,
  'plan.period': () => `2026H${(counter += 1)}`,
  'account_tier.valid_from': () => `20${10 + ((counter += 1) % 80)}-01-01`,
}

/**
 * Writes a row that its table takes, guessed from the table's own declaration: the first of the listed words, JSON where
 * JSON is asked for, something new where nothing is said. For tests over tables that are not known beforehand.
 */
export function insertAnyRow(db: Database, table: string, given: Record<string, Value>): number {
  const { sql } = db.raw.prepare(`SELECT sql FROM sqlite_master WHERE name = ?`).get(table) as { sql: string }
  const columns = db.raw.pragma(`table_info(${table})`) as Column[]
  const row: Record<string, Value> = { ...given }
  const parents = db.raw.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[]
  for (const { name, type, notnull, dflt_value, pk } of columns) {
    if (name in row || dflt_value !== null || (pk > 0 && name === 'id')) continue
    const fit = fitting[`${table}.${name}`]
    const parent = notnull === 1 ? parents.find(({ from }) => from === name) : undefined
    if (parent) row[name] = insertAnyRow(db, parent.table, {})
    else if (fit) row[name] = fit()
    else if (notnull === 1 || pk > 0) row[name] = guess(sql, name, type)
  }
  const names = Object.keys(row)
  const { lastInsertRowid } = db.raw
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row))
  return Number(lastInsertRowid)
}

function guess(sql: string, name: string, type: string): Value {
  counter += 1
  const declared = new RegExp(`\\b${name} IN \\('([^']+)'`).exec(sql)
  if (declared?.[1] !== undefined) return declared[1]
  const [, low, high] = new RegExp(`\\b${name} BETWEEN (\\d+) AND (\\d+)`).exec(sql) ?? []
  if (low !== undefined) return Number(low) + (counter % (Number(high) - Number(low) + 1))
  if (type === 'INTEGER') return 1
  if (new RegExp(`json_valid\\(${name}\\)`).test(sql)) return '[]'
  if (/(?:_on|_from|day|since)$/.test(name)) return `2026-01-${String((counter % 28) + 1).padStart(2, '0')}`
  return `${name}-${counter}`
}
