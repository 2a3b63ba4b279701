import type { UseQueryResult } from '@tanstack/react-query'
import type { ListState } from './use-list'

/** What a table takes from the query that reads its page: `<AppTable {...rowsOf(contracts)} … />`. */
export function rowsOf<Row>(query: UseQueryResult<{ rows: readonly Row[]; total: number }>) {
  return { rows: query.data?.rows, total: query.data?.total, ...readingOf(query) }
}

/** How the reading goes: failed, to be tried again, or with older rows still on screen. */
export function readingOf(query: UseQueryResult) {
  return { error: query.error, onRetry: () => void query.refetch(), refreshing: query.isPlaceholderData }
}

/** The page on screen of rows that are all at hand. */
export function pageOf<Row, F extends object>(rows: readonly Row[] | undefined, { input }: ListState<F>) {
  const { page, pageSize } = input
  return { rows: rows?.slice((page - 1) * pageSize, page * pageSize), total: rows?.length }
}
