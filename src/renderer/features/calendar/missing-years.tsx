import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useWords } from '../../i18n'

/** Says which of the years on screen have no arrangement of official holidays. */
export function MissingYears({ years, here = false }: { years: readonly number[]; here?: boolean }) {
  const t = useWords()
  const navigate = useNavigate()
  if (years.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          <strong>{years.map((year) => t('calendar:month.missing', { year })).join('；')}</strong>{' '}
          {t('calendar:month.missingText')}
        </>
      }
      action={
        here ? undefined : (
          <Button size="small" onClick={() => void navigate('/calendar?tab=holidays')}>
            {t('calendar:month.goImport')}
          </Button>
        )
      }
    />
  )
}
