import { Alert, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'

/** One line where pairs of customers wait for somebody to decide whether they are one; nothing where there are none. */
export function DuplicateHint() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const { data } = useQuery({
    queryKey: ['duplicates', 'count'],
    queryFn: ({ signal }) => api.duplicates.count({}, { signal }),
    enabled: may('accounts.write'),
  })
  const count = (data?.strong ?? 0) + (data?.likely ?? 0)
  if (!data || count === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      title={t('duplicates:hint', { count: formatCount(count), strong: formatCount(data.strong) })}
      action={
        <Button size="small" onClick={() => void navigate('/accounts/duplicates')}>
          {t('duplicates:hintAction')}
        </Button>
      }
    />
  )
}
