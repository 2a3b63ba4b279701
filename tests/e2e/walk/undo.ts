import { expect } from '@playwright/test'
import { listRows } from '../support/controls'
import type { Session } from '../support/session'
import { zh } from '../support/words'

/** Both batches of waybills are taken back from the history, and nothing of the month is left anywhere. */
export async function undoWaybills({ page, visit }: Session): Promise<void> {
  await visit('/imports?kind=waybills')
  const rows = listRows(page, zh('imports:title'))
  await expect(rows).toHaveCount(2)
  for (const file of ['华东仓.csv', '运单明细-2026-10.xlsx']) {
    const row = rows.filter({ hasText: file })
    await row.getByRole('button', { name: zh('imports:batch.undo') }).click()
    const question = page.getByRole('tooltip').filter({ hasText: zh('shell:cancel') })
    await question.getByRole('button', { name: zh('imports:batch.undo'), exact: true }).click()
    await expect(row).toContainText(zh('imports:state.undone'), { timeout: 30_000 })
  }
  await visit('/waybills?period=all')
  await expect(page.getByText(zh('waybills:empty.title'))).toBeVisible()
  await visit('/waybills/unmatched')
  await expect(page.getByText(zh('waybills:unmatched.allTitle'))).toBeVisible()
  await visit('/insight')
  await expect(page.getByText(zh('insight:empty.period'))).toBeVisible()
}

/** After a restart of the program everything that was not undone is as it was left. */
export async function findEverythingAgain(session: Session): Promise<void> {
  const { page, visit } = session
  await visit('/accounts')
  await expect(page.getByText(zh('components:list.count', { count: 61 }))).toBeVisible()
  await visit('/pricing?status=approved')
  await expect(page.getByText(zh('components:list.count', { count: 12 }))).toBeVisible()
  await visit('/imports')
  const rows = listRows(page, zh('imports:title'))
  await expect(rows).toHaveCount(15)
  await expect(rows.filter({ hasText: zh('imports:state.undone') })).toHaveCount(2)
}
