import type { AccountCostInput } from '#shared/contract/profit'

/** The columns of a cost that a form or the demonstration writes. */
export function costColumns({ accountId, month, kind, item, fen, waybillNumber, note }: AccountCostInput) {
  return { account_id: accountId, month, kind, item, fen, waybill_number: waybillNumber, note }
}
