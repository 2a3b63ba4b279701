import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openWorkbook } from '#core/excel/open-workbook'
import { WorkbookError } from '#core/excel/workbook-error'
import type { WorkbookFile } from '#core/excel/workbook-file'
import type { RawRow } from '#shared/domain/import/raw-row'

/** A folder for the files of one test file. */
export function tempFolder(): {
  path: (name: string) => string
  put: (name: string, bytes: string | Buffer) => string
} {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yike-excel-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    put: (name, bytes) => {
      writeFileSync(path(name), bytes)
      return path(name)
    },
  }
}

export const fixture = (name: string): string => new URL(`../../fixtures/workbooks/${name}`, import.meta.url).pathname

export async function allRows(book: WorkbookFile, sheet = book.sheets[0]?.name ?? ''): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const batch of book.rows(sheet)) rows.push(...batch)
  return rows
}

export async function readAll(path: string): Promise<RawRow[]> {
  const book = await openWorkbook(path)
  try {
    return await allRows(book)
  } finally {
    await book.close()
  }
}

/** The code with which opening (and reading) a file is refused; anything but a WorkbookError fails the test. */
export async function refusalOf(path: string): Promise<string> {
  try {
    const rows = await readAll(path)
    return `read ${rows.length} rows`
  } catch (error) {
    if (error instanceof WorkbookError) return error.code
    throw error
  }
}
