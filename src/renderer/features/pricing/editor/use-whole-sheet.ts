import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checkTables } from '#shared/domain/price-editing/check-tables'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { useApi, type Api } from '../../../components/backend'

export type WrittenSheet = Awaited<ReturnType<Api['pricing']['written']>>

interface WholeSheet {
  written: WrittenSheet | undefined
  /** null: not there yet, or a draft with errors. */
  sheet: PriceSheet | null
  error: Error | null
}

/** A stored sheet ready to be reckoned with on the page. */
export function useWholeSheet(id: number | null): WholeSheet {
  const api = useApi()
  const { data, error } = useQuery({
    queryKey: ['pricing', 'written', id],
    queryFn: ({ signal }) => api.pricing.written({ id: id ?? 0 }, { signal }),
    enabled: id !== null,
  })
  const sheet = useMemo(() => (data && data.errors === 0 ? checkTables(data.tables).sheet : null), [data])
  return { written: id === null ? undefined : data, sheet, error }
}
