import { expect, it } from 'vitest'
import { accountLinks, notMerged } from '#core/db/account-links'
import { openTestKernel } from '../support/test-book'

it('knows of every column that belongs to a customer what a merge does with it', async () => {
  const kernel = await openTestKernel()
  const { db } = kernel
  const tables = db.raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[]
  const found = tables.flatMap(({ name }) => {
    const columns = db.raw.pragma(`table_info(${name})`) as { name: string }[]
    const keys = db.raw.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[]
    const named = columns.filter((column) => column.name === 'account_id').map((column) => column.name)
    const referring = keys.filter(({ table }) => table === 'account').map(({ from }) => from)
    return [...new Set([...named, ...referring])].map((column) => `${name}.${column}`)
  })
  const known = [...accountLinks.map(({ table, column }) => `${table}.${column}`), ...Object.keys(notMerged)]
  expect(found.filter((column) => !known.includes(column))).toEqual([])
  const all = new Set(tables.map(({ name }) => name))
  expect(accountLinks.filter(({ table }) => !all.has(table))).toEqual([])
  await kernel.dispose()
})
