import type { WalletView } from '#shared/contract/needs'
import { roundedQuotient } from '#shared/domain/credit/exact-quotient'
import { monthsOfPeriod } from '#shared/domain/needs/shares'

/** What is known of a customer's whole spend on shipping and of who else ships for him: the latest of each, as plans take it over. */
export interface KnownSpend {
  /** Fen a month over all carriers, net of tax; null: nobody asked yet. */
  walletFen: number | null
  competitors: {
    name: string
    /** Whole per cent of the spend; null: not known. */
    share: number | null
    note: string
  }[]
}

const ppmOfPercent = 10_000

export function knownSpend({ wallets, competitions, competitors }: WalletView): KnownSpend {
  // Of what was said on one day, the period that ends last.
  const said = (row: WalletView['wallets'][number]) => `${row.statedOn} ${monthsOfPeriod(row.period).to}`
  const [wallet] = wallets.toSorted((a, b) => said(b).localeCompare(said(a)))
  const names = new Map(competitors.map(({ id, name }) => [id, name]))
  return {
    walletFen: wallet ? Number(roundedQuotient(BigInt(wallet.totalFen), BigInt(wallet.months))) : null,
    competitors: (competitions[0]?.shares ?? []).map(({ competitorId, sharePpm, strengths, priceNote }) => ({
      name: (names.get(competitorId) ?? '').slice(0, 40),
      share: sharePpm === null ? null : Math.round(sharePpm / ppmOfPercent),
      note: [strengths, priceNote].filter(Boolean).join(' · ').slice(0, 200),
    })),
  }
}
