import { Badge, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '../../../components/backend'
import { formatCount } from '../../../components/figures'
import { useWords } from '../../../i18n'

/** 待审批 n and 已退回 n: the way to what waits for somebody; nothing where nothing waits. */
export function QueueButtons() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const waiting = useQuery({
    queryKey: ['pricing', 'waiting'],
    queryFn: ({ signal }) => api.pricing.waiting({}, { signal }),
  })
  const { submitted = 0, returned = 0 } = waiting.data ?? {}
  return (
    <>
      {submitted > 0 ? (
        <Button onClick={() => void navigate('/pricing?status=submitted')}>
          <Badge status="processing" /> {t('pricing:review.queue', { count: formatCount(submitted) })}
        </Button>
      ) : null}
      {returned > 0 ? (
        <Button onClick={() => void navigate('/pricing?status=returned')}>
          <Badge status="error" /> {t('pricing:review.returnedCount', { count: formatCount(returned) })}
        </Button>
      ) : null}
    </>
  )
}
