import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ImportKind } from '#shared/contract/imports'
import { customFieldKey } from '#shared/fields/custom-key'
import type { FieldDeclaration } from '#shared/fields/field'
import { useApi } from '../../components/backend'
import { fieldsOfKind } from './kinds'

/** Fields a column of a file can be: those of the trade, for customers also those the branch defined. */
export function useFieldsOfKind(kind: ImportKind): readonly FieldDeclaration[] {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['customFields', 'list'],
    queryFn: ({ signal }) => api.customFields.list({}, { signal }),
    enabled: kind === 'accounts',
  })
  return useMemo(() => {
    const own = kind === 'accounts' ? (data ?? []) : []
    const declared = own.map(({ uid, name }) => ({
      key: customFieldKey(uid),
      type: 'text' as const,
      labelKey: 'account.custom' as const,
      label: name,
      aliases: [name],
    }))
    return [...fieldsOfKind[kind], ...declared]
  }, [kind, data])
}
