import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { usePreference } from '../preferences'

/** How each filter stands in the address: `{ industry: 'text', accountId: 'number', loss: 'flag' }`. */
export type FilterKinds<F extends object> = {
  [K in keyof F]-?: NonNullable<F[K]> extends number ? 'number' : NonNullable<F[K]> extends boolean ? 'flag' : 'text'
}

/** What every list procedure takes (contract/base listInput). */
export interface ListInput {
  page: number
  pageSize: number
  sort?: string
  descending: boolean
  search: string
}

/** What a saved view sets of a list. Filters are as they stand in the address. */
export interface ListSetting {
  filters: Readonly<Record<string, string>>
  search: string
  /** Empty: the list's own order. */
  sort: string
  descending: boolean
}

export interface ListState<F extends object> {
  input: ListInput
  filter: Partial<F>
  /** True if a search or filter narrows the list: decides which empty state is shown. */
  narrowed: boolean
  setSearch: (text: string) => void
  setFilter: <K extends keyof F>(key: K, value: F[K] | undefined) => void
  /** Several at once: one change of the address. */
  setFilters: (values: { [K in keyof F]?: F[K] | undefined }) => void
  clear: () => void
  setSort: (sort: string | undefined, descending: boolean) => void
  setPage: (page: number) => void
  setPageSize: (size: number) => void
  /** All of it as a view keeps it; `view` is the id of the one that was set last, 0: none on purpose. */
  setting: ListSetting
  view: number | null
  /** Sets everything at once. */
  apply: (setting: ListSetting, view: number) => void
  /** True if the address says nothing of this list: it was opened, not asked for something. */
  untouched: boolean
}

const isPageSize = (value: unknown): value is number => value === 50 || value === 100 || value === 200

/**
 * Page, sorting, search and filters of a list. They stand in the page's address, so that going back shows the list as
 * it was left and a task can link to a filtered list (`/waybills?status=unmatched`).
 */
export function useList<F extends object>(
  kinds: FilterKinds<F>,
  defaults: { sort?: string; descending?: boolean } = {},
): ListState<F> {
  const [address, setAddress] = useSearchParams()
  const [pageSize, setPageSize] = usePreference<number>('list.pageSize', 50, isPageSize)
  const { sort: defaultSort, descending: defaultDescending = false } = defaults

  return useMemo(() => {
    const change = (edit: (next: URLSearchParams) => void, keepPage = false) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old)
          edit(next)
          if (!keepPage) next.delete('page')
          return next
        },
        { replace: true },
      )
    const keys = Object.keys(kinds) as (keyof F & string)[]
    const filter: Partial<F> = {}
    for (const key of keys) {
      const value = readFilter(kinds[key], address.get(key))
      if (value !== undefined) filter[key] = value as F[typeof key]
    }
    const search = address.get('q') ?? ''
    const sort = address.get('sort')
    const filters = Object.fromEntries(
      keys.flatMap((key) => (filter[key] === undefined ? [] : [[key, address.get(key) ?? '']])),
    )
    const view = address.get('view')
    return {
      input: {
        page: Math.max(1, Number(address.get('page')) || 1),
        pageSize,
        sort: sort ?? defaultSort,
        descending: sort === null ? defaultDescending : address.get('desc') === '1',
        search,
      },
      filter,
      narrowed: search !== '' || Object.keys(filter).length > 0,
      setSearch: (text) => change((next) => put(next, 'q', text)),
      setFilter: (key, value) => change((next) => put(next, String(key), value === false ? undefined : value)),
      setFilters: (values) =>
        change((next) => {
          for (const [key, value] of Object.entries(values)) put(next, key, value === false ? undefined : value)
        }),
      clear: () => change((next) => ['q', ...keys].forEach((key) => next.delete(key))),
      setSort: (column, descending) =>
        change((next) => {
          put(next, 'sort', column)
          put(next, 'desc', column && descending ? '1' : undefined)
        }),
      setPage: (page) => change((next) => put(next, 'page', page === 1 ? undefined : page), true),
      setPageSize: (size) => {
        setPageSize(size)
        change(() => undefined)
      },
      setting: {
        filters,
        search,
        sort: sort ?? defaultSort ?? '',
        descending: sort === null ? defaultDescending : address.get('desc') === '1',
      },
      view: view === null ? null : Number(view) || 0,
      apply: (setting, id) =>
        change((next) => {
          // What this list does not know is not set: a field of the branch may be gone.
          for (const key of keys) put(next, key, setting.filters[key])
          put(next, 'q', setting.search)
          put(next, 'sort', setting.sort)
          put(next, 'desc', setting.sort !== '' && setting.descending ? '1' : undefined)
          put(next, 'view', id)
        }),
      untouched: ['q', 'sort', 'page', 'view', ...keys].every((key) => !address.has(key)),
    }
  }, [address, setAddress, kinds, pageSize, setPageSize, defaultSort, defaultDescending])
}

function readFilter(kind: 'text' | 'number' | 'flag', raw: string | null): string | number | boolean | undefined {
  if (raw === null || raw === '') return undefined
  if (kind === 'text') return raw
  if (kind === 'flag') return raw === 'true' ? true : undefined
  const value = Number(raw)
  return Number.isSafeInteger(value) ? value : undefined
}

function put(params: URLSearchParams, key: string, value: unknown): void {
  if (value === undefined || value === null || value === '') params.delete(key)
  else params.set(key, String(value as string | number | boolean))
}
