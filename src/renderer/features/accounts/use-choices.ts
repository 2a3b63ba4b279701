import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../components/backend'

export type AccountWords = Readonly<
  Record<'industries' | 'stages' | 'sources' | 'tags' | 'managers' | 'members' | 'provinces', readonly string[]>
>

const nothing: AccountWords = {
  industries: [],
  stages: [],
  sources: [],
  tags: [],
  managers: [],
  members: [],
  provinces: [],
}

/** Words that occur at the customers of the book, for filters and forms. */
export function useAccountChoices(): AccountWords {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['accounts', 'choices'],
    queryFn: ({ signal }) => api.accounts.choices({}, { signal }),
  })
  return data ?? nothing
}
