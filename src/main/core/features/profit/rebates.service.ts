import { rebateDerivation, type RebateRow } from '#shared/contract/profit'
import type { Kernel } from '../../kernel'
import { runInWorker } from '../../worker/run-in-worker'
import * as repository from './profit.repository'

/** 月末返利 as it was last computed, and the job that computes it. */
export function createRebatesService(kernel: Kernel) {
  const { db, jobs } = kernel
  return {
    list(query: repository.RebateQuery) {
      const { rows, total, fen } = repository.rebatePage(db, query)
      return { rows: rows.map(rowOf), total, fen }
    },
    run: (month: string) =>
      jobs.start('rebates', (handle) => runInWorker<{ count: number }>(kernel, 'rebates', { month }, handle)),
  }
}

export type RebatesService = ReturnType<typeof createRebatesService>

function rowOf(record: ReturnType<typeof repository.rebatePage>['rows'][number]): RebateRow {
  return {
    id: record.id,
    accountId: record.account_id,
    accountCode: record.account_code,
    account: record.account,
    month: record.month,
    sheetId: record.price_sheet_id,
    sheet: record.sheet_name,
    fen: record.fen,
    netFen: record.net_fen,
    derivation: rebateDerivation.parse(JSON.parse(record.derivation)),
    computedAt: record.computed_at,
  }
}
