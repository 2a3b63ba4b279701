import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../components/backend'

/** Industries and managers that occur in the book, for filters and forms. */
export function useAccountChoices(): { industries: readonly string[]; managers: readonly string[] } {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['accounts', 'choices'],
    queryFn: ({ signal }) => api.accounts.choices({}, { signal }),
  })
  return data ?? { industries: [], managers: [] }
}
