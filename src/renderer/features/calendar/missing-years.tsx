import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { joinClauses } from '#shared/i18n/join-clauses'
import { useMay } from '../../components/book'
import { useLocale, useWords } from '../../i18n'

/** Says which of the years on screen have no arrangement of official holidays. */
export function MissingYears({ years, here = false }: { years: readonly number[]; here?: boolean }) {
  const t = useWords()
  const locale = useLocale()
  const navigate = useNavigate()
  const may = useMay()
  if (years.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          <strong>
            {joinClauses(
              locale,
              years.map((year) => t('calendar:month.missing', { year })),
            )}
          </strong>{' '}
          {t('calendar:month.missingText')}
        </>
      }
      action={
        here || !may('system.manage') ? undefined : (
          <Button size="small" onClick={() => void navigate('/calendar?tab=holidays')}>
            {t('calendar:month.goImport')}
          </Button>
        )
      }
    />
  )
}
