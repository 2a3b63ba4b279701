import { expect } from '@playwright/test'
import { choose, fenOf } from '../support/controls'
import type { Session } from '../support/session'
import { zh } from '../support/words'

/** A caller's question: the price follows the typing and says by which sheet and how. */
export async function quotePrice({ page, visit }: Session): Promise<void> {
  await visit('/pricing/quote')
  const answer = page.getByRole('region', { name: zh('pricing:quote.answer') })
  await expect(answer).toContainText(zh('pricing:quote.waiting'))
  const field = (key: 'to' | 'weight') => page.getByRole('textbox', { name: zh(`pricing:quote.${key}`) })
  await choose(page, page.getByRole('combobox', { name: zh('pricing:quote.accountHint') }), '墨香书苑', 'mxsy')
  await field('to').fill('广东深圳')
  await field('weight').fill('３.６')
  await expect(answer.getByText(zh('pricing:quote.total')).first()).toBeVisible()
  await expect(answer).toContainText('墨香书苑')
  const lines = answer.getByRole('table', { name: zh('pricing:quote.lines') })
  const shown = async (part: 'tbody' | 'tfoot') =>
    (await lines.locator(`${part} td:last-child`).allInnerTexts()).filter((text) => text.trim() !== '').map(fenOf)
  const amounts = await shown('tbody')
  const [total] = await shown('tfoot')
  expect(amounts.reduce((sum, fen) => sum + fen, 0)).toBe(total)
  const head = await answer.locator('.answer-total').innerText()
  expect(fenOf(head.replace(zh('components:unit.yuan'), ''))).toBe(total)

  await field('to').fill('朝阳')
  await expect(answer.getByText(zh('pricing:quote.places'))).toBeVisible()
  await answer.getByRole('button', { name: /北京/ }).click()
  await expect(answer.locator('.answer-total')).toBeVisible()
  await expect(field('to')).toHaveValue(/北京.*朝阳/)
}
