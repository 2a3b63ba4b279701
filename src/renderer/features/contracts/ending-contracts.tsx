import { Badge, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'

/** Contracts that end within 90 days and that have ended: the way to their lists; nothing where there are none. */
export function EndingContracts() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const mayRead = useMay()('contracts.read')
  const input = { filter: {}, search: '', descending: false, page: 1, pageSize: 1 }
  const contracts = useQuery({
    queryKey: ['contracts', 'list', input],
    queryFn: ({ signal }) => api.contracts.list(input, { signal }),
    enabled: mayRead,
  })
  const { in90 = 0, expired = 0 } = contracts.data?.counts ?? {}
  return (
    <>
      {in90 > 0 ? (
        <Button onClick={() => void navigate('/contracts?ending=90')}>
          <Badge status="warning" /> {t('contracts:hint.ending', { count: formatCount(in90) })}
        </Button>
      ) : null}
      {expired > 0 ? (
        <Button onClick={() => void navigate('/contracts?status=expired')}>
          <Badge status="error" /> {t('contracts:hint.expired', { count: formatCount(expired) })}
        </Button>
      ) : null}
    </>
  )
}
