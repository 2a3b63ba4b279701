import { QueryClient } from '@tanstack/react-query'

/** The book is on this machine: no network to wait for, no retries, and nothing on screen older than a few seconds. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5_000, gcTime: 5 * 60_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
