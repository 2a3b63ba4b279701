import { Tag } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { useWords } from '../../i18n'

/** 联系人: the people at a customer. */
export function ContactsTab({ accountId }: { accountId: number }) {
  const t = useWords()
  const api = useApi()
  const known = useQuery({
    queryKey: ['people', 'account', accountId],
    queryFn: ({ signal }) => api.people.ofAccount({ accountId }, { signal }),
  })
  if (known.error) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />
  return (
    <table className="plain-table">
      <tbody>
        {known.data?.people.map((person) => (
          <tr key={person.id}>
            <td>
              {person.name} {person.primary ? <Tag>{t('fields:contact.primary')}</Tag> : null}
            </td>
            <td>{person.title}</td>
            <td className="figure">{person.phone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
