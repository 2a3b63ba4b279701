import { createContext, useCallback, useContext, type ReactNode } from 'react'
import type { ContractRouterClient } from '@orpc/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { contract } from '#shared/contract/index'
import type { ChosenFile } from '#shared/contract/files'

/** The typed client of the core. Every call takes `{ signal }` as its second argument. */
export type Api = ContractRouterClient<typeof contract>

/** What the page needs from whoever carries it: the core's procedures and the passage of files. */
export interface Backend {
  api: Api
  /** Hands the bytes of a file the user dropped or chose to the core; used where the host shows no dialogs. */
  uploadFile(file: File, signal?: AbortSignal): Promise<ChosenFile>
  /** Collects a made file from its one-time address as a browser download. */
  download(address: string, name: string): Promise<void>
  /** Calls back once the core can no longer be reached; returns how to stop listening. */
  onHostGone(listener: () => void): () => void
}

const BackendContext = createContext<Backend | null>(null)

/** Puts the client into reach of all screens; tests put a client of their own here. */
export function ApiProvider({ backend, children }: { backend: Backend; children: ReactNode }) {
  return <BackendContext value={backend}>{children}</BackendContext>
}

export function useBackend(): Backend {
  const backend = useContext(BackendContext)
  if (!backend) throw new Error('a screen was rendered outside ApiProvider')
  return backend
}

/**
 * The core's procedures: `const api = useApi()`, then
 * `useQuery({ queryKey: ['accounts', 'list', input], queryFn: ({ signal }) => api.accounts.list(input, { signal }) })`.
 */
export function useApi(): Api {
  return useBackend().api
}

/**
 * To be called after every write: all that is on screen is read again. The book is local and a page reads little, so
 * nobody keeps lists of what depends on what.
 */
export function useChanged(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries(), [queries])
}
