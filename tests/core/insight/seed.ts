import { accountInput, type AccountInput } from '#shared/contract/accounts'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import type { Kernel } from '#core/kernel'

export interface SeededMonth {
  tickets?: number
  pieces?: number
  grams?: number
  revenueFen?: number
  costFen?: number
  marginFen?: number
  billedFen?: number
  unrated?: number
  uncosted?: number
  lastDay?: string
  province?: string
  product?: string
}

/** Writes what the rollups would hold for an account (0: nobody) in a month, and one lane of it. */
export function seedMonth(kernel: Kernel, accountId: number, month: string, figures: SeededMonth): void {
  const { tickets = 10, pieces = tickets, grams = 0, revenueFen = 0, costFen = 0, billedFen = 0 } = figures
  const { marginFen = revenueFen - costFen, unrated = 0, uncosted = 0, lastDay = '28' } = figures
  const { province = '440000', product = '标快' } = figures
  const row = {
    account_id: accountId,
    month,
    tickets,
    pieces,
    grams,
    revenue_fen: revenueFen,
    cost_fen: costFen,
    margin_fen: marginFen,
    billed_fen: billedFen,
    unrated,
    uncosted,
    last_shipped_on: `${month}-${lastDay}`,
  }
  const { db } = kernel
  db.run(db.build.insertInto('account_month').values(row))
  db.run(db.build.insertInto('account_month_lane').values({ ...row, province, product }))
}

export async function seedAccount(kernel: Kernel, account: Partial<AccountInput> & { name: string }): Promise<number> {
  return (await createAccountsService(kernel).create(accountInput.parse(account))).id
}

/** A sheet in force; what it says does not matter to reports. */
export function seedSheet(
  kernel: Kernel,
  sheet: { name: string; accountId?: number; tier?: string; validFrom?: string; validTo?: string },
): void {
  const { name, accountId = null, tier = null, validFrom = '2024-01-01', validTo = null } = sheet
  kernel.db
    .statement(
      `INSERT INTO price_sheet (uid, hlc, code, name, version, usage, status, account_id, tier, product, valid_from,
        valid_to, sheet, zones, created_at, updated_at) VALUES (?, '', '', ?, 1, 'sale', 'approved', ?, ?, '', ?, ?, '{}', 0, '', '')`,
    )
    .run(kernel.book.uid(), name, accountId, tier, validFrom, validTo)
}
