import { z } from 'zod'
import { day, empty, fen, id, instant, madeFile, month, procedure } from './base'

/** Far above any annual account, and low enough for sums of them to stay exact. */
const largestFen = 100_000_000_000_000
const amount = fen.min(-largestFen).max(largestFen).nullable().default(null)
const positive = fen.min(0).max(largestFen).nullable().default(null)

/** What stands in a customer's annual accounts; null: not known. Fen. */
export const financialFigures = z.object({
  /** 流动资产 and 流动负债, end of the year. */
  currentAssetsFen: positive,
  currentLiabilitiesFen: positive,
  /** 营业收入; red entries can make it negative. */
  revenueFen: amount,
  netProfitFen: amount,
  /** 平均总资产: mean of the year's beginning and end. */
  averageAssetsFen: positive,
  /** 应收账款, end of the year. */
  receivablesFen: positive,
  /** 平均存货. */
  inventoryFen: positive,
  /** 营业成本. */
  costFen: amount,
})
export type FinancialFigures = z.infer<typeof financialFigures>

export const financialYearInput = financialFigures.extend({
  year: z.int().min(1990).max(2100),
  source: z.string().trim().max(60).default(''),
  note: z.string().trim().max(200).default(''),
})
export type FinancialYearInput = z.infer<typeof financialYearInput>

/** The five figures (五项指标) in the order they are read. */
export const figureKeys = ['currentRatio', 'netMargin', 'returnOnAssets', 'collectionDays', 'inventoryDays'] as const
export const figureKey = z.enum(figureKeys)
export type FigureKey = z.infer<typeof figureKey>

export const figureGrade = z.enum(['good', 'fair', 'weak'])
export type FigureGrade = z.infer<typeof figureGrade>

export const creditGrades = ['A', 'B', 'C', 'D'] as const
export const creditGrade = z.enum(creditGrades)
export type CreditGrade = z.infer<typeof creditGrade>

/** Where good and fair begin: ratio in hundredths, margins in ppm, days in tenths. */
const bounds = z.object({ good: z.int(), fair: z.int() })
const perFigure = <T extends z.ZodType>(form: T) =>
  z.object({
    currentRatio: form,
    netMargin: form,
    returnOnAssets: form,
    collectionDays: form,
    inventoryDays: form,
  })
const perGrade = <T extends z.ZodType>(form: T) => z.object({ A: form, B: form, C: form, D: form })

/** How figures become a grade, and a grade a limit and a term; every branch sets its own (DOMAIN C6). */
export const creditRule = z.object({
  /** Days a year has in 回款周期 and 存货周期. */
  yearDays: z.union([z.literal(360), z.literal(365)]),
  bounds: perFigure(bounds),
  weights: perFigure(z.int().min(0).max(100)),
  /** Points of a figure; the score is their weighted mean, 0…100. */
  points: z.object({ good: z.int().min(0).max(100), fair: z.int().min(0).max(100), weak: z.int().min(0).max(100) }),
  /** With fewer figures than this there is no grade. */
  fewestFigures: z.int().min(1).max(5),
  /** Least score of a grade; below C is D. */
  leastScores: z.object({ A: z.int().min(0).max(100), B: z.int().min(0).max(100), C: z.int().min(0).max(100) }),
  /** The best grade a year with a loss can get. */
  bestWithLoss: creditGrade,
  /** 账期 in days of each grade. */
  termDays: perGrade(z.int().min(0).max(365)),
  /** 系数 of each grade, ppm. */
  factorPpm: perGrade(z.int().min(0).max(10_000_000)),
  /** 月均账单 is taken over this many full months. */
  billMonths: z.int().min(1).max(36),
  /** The limit is rounded down to a multiple of this, fen. */
  roundFen: z.int().min(1).max(1_000_000_000),
})
export type CreditRule = z.infer<typeof creditRule>

const parts = {
  numerator: financialFigures.keyof(),
  denominator: financialFigures.keyof(),
}

/** One figure of one year: its value with what it was made from, or why there is none. */
export const figureResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('value'),
    key: figureKey,
    ...parts,
    numeratorFen: fen,
    denominatorFen: fen,
    /** The quotient is multiplied by this: days of the year, or 1. */
    factor: z.int(),
    /** Rounded once, half away from zero: ratio in hundredths, margins in ppm (whole 100 ppm), days in tenths. */
    value: z.int(),
    grade: figureGrade,
  }),
  z.object({
    kind: z.literal('not-applicable'),
    key: figureKey,
    ...parts,
    reason: z.enum(['missing', 'zero-denominator', 'negative-denominator', 'out-of-range']),
    /** The figures that are missing, zero or negative. */
    fields: z.array(financialFigures.keyof()),
  }),
])
export type FigureResult = z.infer<typeof figureResult>

export const ratingResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rated'),
    grade: creditGrade,
    /** Before a loss capped it. */
    scoreGrade: creditGrade,
    capped: z.boolean(),
    /** Weighted points and weights of the figures that count: score = points ÷ weights. */
    points: z.int(),
    weights: z.int(),
    /** Tenths, rounded once. */
    scoreTenths: z.int(),
    figures: z.int(),
  }),
  z.object({ kind: z.literal('unrated'), reason: z.enum(['too-few', 'no-weight']), figures: z.int(), needed: z.int() }),
])
export type RatingResult = z.infer<typeof ratingResult>

/** 额度 = 月均账单 × (账期月数 + 1) × 系数, with everything that went into it. */
export const creditSuggestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('suggested'),
    grade: creditGrade,
    creditDays: z.int(),
    factorPpm: z.int(),
    billFrom: month,
    billTo: month,
    /** Net revenue of the months that have waybills, and how many those are. */
    billSumFen: fen,
    billMonths: z.int(),
    /** Rounded for display; the limit is made from the exact mean. */
    averageBillFen: fen,
    /** Before rounding down, rounded to the fen for display. */
    exactLimitFen: fen,
    limitFen: fen,
    roundFen: fen,
  }),
  z.object({ kind: z.literal('none'), reason: z.enum(['unrated', 'no-bills', 'out-of-range']) }),
])
export type CreditSuggestion = z.infer<typeof creditSuggestion>

export const financialYear = financialYearInput.extend({
  id,
  version: z.int(),
  updatedAt: instant,
  figures: z.array(figureResult),
  rating: ratingResult,
  suggestion: creditSuggestion,
})
export type FinancialYear = z.infer<typeof financialYear>

/** A rating that was taken over into the archive, as it was derived then. */
export const ratingRecord = z.object({
  id,
  year: z.int(),
  ratedOn: day,
  grade: creditGrade,
  limitFen: fen,
  creditDays: z.int(),
  actor: z.string(),
  /** What it was made from at that time. */
  figures: z.array(figureResult),
  rating: ratingResult,
  suggestion: creditSuggestion,
})
export type RatingRecord = z.infer<typeof ratingRecord>

export const creditHealth = z.object({
  /** The latest year first. */
  years: z.array(financialYear),
  records: z.array(ratingRecord),
  rule: creditRule,
  /** What stands in the archive now. */
  current: z.object({ version: z.int(), creditDays: z.int().nullable(), creditLimitFen: fen.nullable() }),
})
export type CreditHealth = z.infer<typeof creditHealth>

export const creditContract = {
  get: procedure('accounts.read')
    .input(z.object({ accountId: id }))
    .output(creditHealth),
  /** Version 0: a year that is not there yet. */
  saveYear: procedure('accounts.write')
    .input(z.object({ accountId: id, version: z.int().min(0), year: financialYearInput }))
    .output(z.object({ id })),
  removeYear: procedure('accounts.write').input(z.object({ id })).output(empty),
  restoreYear: procedure('accounts.write').input(z.object({ id })).output(empty),
  /** Writes limit and term of a year's suggestion into the archive and keeps the rating. `version` is the account's. */
  takeOver: procedure('accounts.write')
    .input(z.object({ accountId: id, version: z.int(), yearId: id }))
    .output(z.object({ limitFen: fen, creditDays: z.int() })),
  export: procedure('accounts.read')
    .input(z.object({ accountId: id, locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
  rule: procedure('accounts.read').input(empty).output(creditRule),
  setRule: procedure('insight.manage').input(creditRule).output(creditRule),
}
