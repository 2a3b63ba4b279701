import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChoiceList } from '#shared/contract/choices'
import type { CustomField } from '#shared/contract/custom-fields'
import { useApi } from '../../components/backend'

/** What the branch's lists offer, by list; words that only occur at customers are not among them. */
export function useOffered(): (list: ChoiceList) => readonly string[] {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['choices', 'lists'],
    queryFn: ({ signal }) => api.choices.lists({}, { signal }),
  })
  return useMemo(() => {
    const entries = data?.entries ?? []
    return (list) => entries.flatMap((one) => (one.list === list && !one.retired ? [one.name] : []))
  }, [data])
}

const none: readonly CustomField[] = []

/** The fields the branch defined, in their order; undefined while they are not known yet. */
export function useCustomFields(): readonly CustomField[] | undefined {
  const api = useApi()
  const { data, error } = useQuery({
    queryKey: ['customFields', 'list'],
    queryFn: ({ signal }) => api.customFields.list({}, { signal }),
  })
  return data ?? (error ? none : undefined)
}
