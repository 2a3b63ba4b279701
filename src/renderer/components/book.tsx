import { createContext, useCallback, useContext, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Permission } from '#shared/contract/base'
import type { BookInfo } from '#shared/contract/system'
import { useApi } from './backend'

const BookContext = createContext<BookInfo | null>(null)

/** `initial` is what the window opened with; after every write the book is asked again (its newest month may differ). */
export function BookProvider({ initial, children }: { initial: BookInfo; children: ReactNode }) {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['system', 'info'],
    queryFn: ({ signal }) => api.system.info({}, { signal }),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <BookContext value={data}>{children}</BookContext>
}

/** The open book: its name, whether it is the demonstration book, how the host passes files, what the user may do. */
export function useBook(): BookInfo {
  const book = useContext(BookContext)
  if (!book) throw new Error('a screen was rendered outside BookProvider')
  return book
}

/** `const may = useMay(); may('accounts.write')`: whether the user holds a permission. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useBook()
  return useCallback((permission) => permissions.includes(permission), [permissions])
}
