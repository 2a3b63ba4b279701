import { Alert } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { bracketTitle } from '#shared/i18n/price-term'
import { useApi } from '../../../components/backend'
import { formatCount } from '../../../components/figures'
import { useLocale, useWords } from '../../../i18n'

const shownSheets = 3

/** Says to whoever is about to approve where a heavier shipment would be cheaper than a lighter one. */
export function FallingPrices({ ids }: { ids: readonly number[] }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const falling = useQuery({
    queryKey: ['pricing', 'falling', ids],
    queryFn: ({ signal }) => api.pricing.falling({ ids: [...ids] }, { signal }),
  })
  const sheets = falling.data?.sheets ?? []
  if (sheets.length === 0) return null
  const count = formatCount(sheets.reduce((sum, sheet) => sum + sheet.count, 0))
  return (
    <Alert
      type="warning"
      showIcon
      title={t('pricing:drops', { count })}
      description={
        <ul className="warning-list">
          {sheets.slice(0, shownSheets).map(({ id, name, first }) => (
            <li key={id}>
              {ids.length > 1 ? `${name} · ` : ''}
              {t('pricing:drop', { ...first, bracket: bracketTitle(locale, first.bracket) })}
            </li>
          ))}
          {sheets.length > shownSheets ? (
            <li>{t('pricing:dropSheets', { count: formatCount(sheets.length - shownSheets) })}</li>
          ) : null}
        </ul>
      }
    />
  )
}
