import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../components/backend'

/** What the price sheets of this book offer to choose from. */
export function usePriceChoices() {
  const api = useApi()
  return useQuery({
    queryKey: ['pricing', 'choices'],
    queryFn: ({ signal }) => api.pricing.choices({}, { signal }),
  })
}
