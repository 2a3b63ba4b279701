import { join, resolve } from 'node:path'
import { readdirSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import exceljs from 'exceljs'

const samples = resolve('resources/samples')

/** A sample workbook by the beginning of its name; the whole name where several begin alike. */
export function sample(beginning: string): string {
  const found = sampleNames().find((name) => name.startsWith(beginning))
  if (!found) throw new Error(`no sample ${beginning}`)
  return join(samples, found)
}

export function sampleNames(): string[] {
  return readdirSync(samples).toSorted()
}

/** What a click downloads. */
export async function downloadOf(page: Page, click: () => Promise<void>): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), path: await pathOf(download) }
}

async function pathOf(download: Download): Promise<string> {
  const failure = await download.failure()
  if (failure) throw new Error(`the download failed: ${failure}`)
  return download.path()
}

/** A downloaded workbook, read by a library the program does not use for reading. */
export async function readWorkbook(path: string): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

/** Texts of a row, empty cells as empty texts; columns count from 1 in the file, from 0 here. */
export function rowTexts(sheet: exceljs.Worksheet, row: number): string[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.getRow(row).getCell(index + 1).text)
}

/** The row in which a cell has exactly this text, counted from 1. */
export function rowWith(sheet: exceljs.Worksheet, text: string): number {
  for (let row = 1; row <= sheet.rowCount; row++) {
    if (rowTexts(sheet, row).includes(text)) return row
  }
  throw new Error(`no cell says ${text}`)
}
