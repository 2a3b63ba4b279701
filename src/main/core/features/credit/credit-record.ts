import { z } from 'zod'
import {
  type CreditRule,
  creditSuggestion,
  figureResult,
  type FinancialYear,
  type FinancialYearInput,
  ratingResult,
  type RatingRecord,
} from '#shared/contract/credit'
import { fiveFigures } from '#shared/domain/credit/five-figures'
import { rateYear } from '#shared/domain/credit/rating'
import { type Bills, suggestCredit } from '#shared/domain/credit/suggestion'
import type { RatingRow, YearRecord } from './credit.repository'

/** The year as its form holds it. */
export function inputOf(record: YearRecord): FinancialYearInput {
  return {
    year: record.year,
    currentAssetsFen: record.current_assets_fen,
    currentLiabilitiesFen: record.current_liabilities_fen,
    revenueFen: record.revenue_fen,
    netProfitFen: record.net_profit_fen,
    averageAssetsFen: record.average_assets_fen,
    receivablesFen: record.receivables_fen,
    inventoryFen: record.inventory_fen,
    costFen: record.cost_fen,
    source: record.source,
    note: record.note,
  }
}

export function columnsOf(input: FinancialYearInput) {
  return {
    year: input.year,
    current_assets_fen: input.currentAssetsFen,
    current_liabilities_fen: input.currentLiabilitiesFen,
    revenue_fen: input.revenueFen,
    net_profit_fen: input.netProfitFen,
    average_assets_fen: input.averageAssetsFen,
    receivables_fen: input.receivablesFen,
    inventory_fen: input.inventoryFen,
    cost_fen: input.costFen,
    source: input.source,
    note: input.note,
  }
}

/** A year with everything that follows from it under a rule. */
export function judgedYear(record: YearRecord, bills: Bills, rule: CreditRule): FinancialYear {
  const input = inputOf(record)
  const figures = fiveFigures(input, rule)
  const rating = rateYear(figures, input.netProfitFen, rule)
  return {
    ...input,
    id: record.id,
    version: record.version,
    updatedAt: record.updated_at,
    figures,
    rating,
    suggestion: suggestCredit(rating, bills, rule),
  }
}

const derivation = z.object({
  figures: z.array(figureResult),
  rating: ratingResult,
  suggestion: creditSuggestion,
})

export function derivationOf({ figures, rating, suggestion }: FinancialYear): string {
  return JSON.stringify({ figures, rating, suggestion })
}

export function ratingRecordOf(row: RatingRow): RatingRecord {
  return {
    ...derivation.parse(JSON.parse(row.derivation)),
    id: row.id,
    year: row.year,
    ratedOn: row.rated_on,
    grade: row.grade,
    limitFen: row.limit_fen,
    creditDays: row.credit_days,
    actor: row.actor,
  }
}
