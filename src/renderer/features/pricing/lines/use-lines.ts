import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { QuoteLinesInput } from '#shared/contract/quote-lines'
import { useApi } from '../../../components/backend'
import { useLocale } from '../../../i18n'

export type LineSettings = Pick<QuoteLinesInput, 'accountId' | 'product' | 'date' | 'competitorSheetId'>

export type LineProblems = ReadonlyMap<number, readonly string[]>

/** Tickets read from a text or a file, and their prices; a change of customer, product or day prices them again. */
export function useLines(settings: LineSettings) {
  const api = useApi()
  const locale = useLocale()
  const reading = useMutation({
    mutationFn: (from: { text: string } | { ticket: string }) => api.pricing.readQuoteLines({ from, locale }),
  })
  const read = reading.data
  const input: QuoteLinesInput | null = useMemo(
    () => (read && read.lines.length > 0 ? { ...settings, lines: read.lines, locale } : null),
    [read, settings, locale],
  )
  const answer = useQuery({
    queryKey: ['pricing', 'quoteLines', input],
    queryFn: ({ signal }) => {
      if (input === null) throw new Error('nothing to price')
      return api.pricing.quoteLines(input, { signal })
    },
    enabled: input !== null,
    placeholderData: keepPreviousData,
  })
  const problems: LineProblems = useMemo(() => {
    const byRow = Map.groupBy(read?.problems ?? [], ({ row }) => row)
    return new Map([...byRow].map(([row, found]) => [row, found.map(({ text }) => text)]))
  }, [read])
  // An older answer is shown until the new one is there, but never beside lines it does not belong to.
  const fits = input !== null && answer.data?.lines.length === input.lines.length
  return {
    read: reading.mutate,
    clear: reading.reset,
    input,
    answer: fits ? answer.data : undefined,
    problems,
    left: read?.left ?? 0,
    busy: reading.isPending || answer.isFetching,
    error: reading.error ?? (input === null ? null : answer.error),
  }
}
