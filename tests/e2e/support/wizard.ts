import { expect, type Page } from '@playwright/test'
import type { ImportCounts, ImportKind } from '#shared/contract/imports'
import type { Session } from './session'
import { zh } from './words'

export const count = (value: number) => value.toLocaleString('en-US')

/** The path of a file, or its name and content. */
export type GivenFile = string | { name: string; mimeType: string; buffer: Buffer }

/** From the history of imports into the wizard of a kind, with a file. */
export async function startImport({ page, visit }: Session, kind: ImportKind, file: GivenFile): Promise<void> {
  await visit('/imports')
  await page
    .getByRole('button', { name: zh(`imports:start.${kind}`), exact: true })
    .first()
    .click()
  await chooseFile(page, kind, file)
}

/** Gives the wizard of a kind a file. */
export async function chooseFile(page: Page, kind: ImportKind, file: GivenFile): Promise<void> {
  await expect(page.getByRole('heading', { name: zh(`imports:wizard.${kind}`), level: 1 })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(file)
}

export async function toPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh('imports:next.preview') }).click()
}

/** What the preview says in its sentence, the same for every wizard. */
export function previewSentence(counts: Pick<ImportCounts, 'read'> & Partial<ImportCounts>): string {
  const parts = [
    zh('imports:preview.new', { count: count(counts.imported ?? 0) }),
    counts.updated ? zh('imports:preview.update', { count: count(counts.updated) }) : '',
    counts.duplicates ? zh('imports:preview.duplicate', { count: count(counts.duplicates) }) : '',
    counts.rejected ? zh('imports:preview.reject', { count: count(counts.rejected) }) : '',
  ].filter(Boolean)
  return `${zh('imports:preview.total', { count: count(counts.read) })}${parts.join('；')}。`
}

/** A figure of the result's strip by its name. */
export async function resultFigure(page: Page, key: Exclude<keyof ImportCounts, 'skipped'>): Promise<number> {
  const strip = page.locator('.figure-strip > div', {
    has: page.getByText(zh(`imports:col.${key}`), { exact: true }),
  })
  return Number((await strip.locator('dd').innerText()).replaceAll(',', ''))
}

/** Imports what is previewed and waits for the result. */
export async function importAndWait(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByText(zh('imports:result.done'))).toBeVisible({ timeout: 60_000 })
}
