import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useWords } from '../../i18n'

/** Says which of the years on screen have no arrangement of official holidays. */
export function MissingYears({ years }: { years: readonly number[] }) {
  const t = useWords()
  const navigate = useNavigate()
  if (years.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={years.map((year) => t('calendar:month.missing', { year })).join('；')}
      description={t('calendar:month.missingText')}
      action={
        <Button size="small" onClick={() => void navigate('/calendar?tab=holidays')}>
          {t('calendar:month.goImport')}
        </Button>
      }
    />
  )
}
