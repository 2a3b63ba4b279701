import { expect, type Locator, type Page } from '@playwright/test'

/** The list of choices that is open. */
function openChoices(page: Page): Locator {
  return page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
}

/** Chooses in a field with a list of choices. */
export async function choose(page: Page, field: Locator, text: string, typed?: string): Promise<void> {
  await field.click()
  if (typed !== undefined) await field.fill(typed)
  const choice = openChoices(page).filter({ hasText: text }).first()
  await choice.click()
  await expect(openChoices(page)).toHaveCount(0)
}

/** The rows of a list page's table, without its header. */
export function listRows(page: Page, name: string): Locator {
  return page.getByRole('grid', { name }).locator('tbody tr')
}

/** An amount as it stands on screen, in fen: `-1,234.50` is -123450. */
export function fenOf(text: string): number {
  const plain = text.replaceAll(/[,\s]/g, '')
  if (!/^-?\d+\.\d{2}$/.test(plain)) throw new Error(`“${text}” is no amount`)
  return Number(plain.replace('.', ''))
}

/** How many entries the list says it has, over all its pages. */
export async function listedCount(page: Page): Promise<number> {
  const text = await page.locator('.list-foot strong').innerText()
  return Number(text.replaceAll(/\D/g, ''))
}
