import type { PastTicket } from '#core/features/pricing/past-tickets'
import { placeOfText } from '#core/features/waybills/waybill-places'

/** A shipment that happened: 1 kg to Shanghai for 6.00. */
export function ticket(accountId: number, month: string, change: Partial<PastTicket> = {}): PastTicket {
  return {
    key: 1,
    accountId,
    product: '',
    shippedOn: `${month}-10`,
    origin: placeOfText(''),
    destination: placeOfText('上海'),
    actualGrams: 1000,
    billedGrams: null,
    volumeCm3: null,
    pieces: 1,
    size: null,
    declaredFen: null,
    codFen: null,
    todayFen: 600,
    ...change,
  }
}
