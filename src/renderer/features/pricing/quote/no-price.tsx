import { Alert, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { PriceExplanation, QuoteInput } from '#shared/contract/pricing'
import { isWordKey } from '#shared/i18n/index'
import { useLocale, useWords } from '../../../i18n'

interface NoPriceProps {
  asked: QuoteInput
  price: PriceExplanation
  onPlace: (place: { to?: string; from?: string }) => void
}

/** Why there is no price, what to do, and the way there; places of the same name are offered as buttons. */
export function NoPrice({ asked, price, onPlace }: NoPriceProps) {
  const t = useWords()
  const navigate = useNavigate()
  const { reason, sheetId } = price
  if (reason === null) return null
  const fix = `pricing:fix.${reason.code}`
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={reason.text}
      description={
        <div className="stack">
          {isWordKey(fix) ? <span>{t(fix)}</span> : null}
          {reason.code === 'ambiguous-place' ? <Candidates asked={asked} onPlace={onPlace} /> : null}
        </div>
      }
      action={
        sheetId === null ? (
          reason.code === 'no-price' ? (
            <Button size="small" onClick={() => void navigate('/imports/prices')}>
              {t('pricing:quote.importPrices')}
            </Button>
          ) : undefined
        ) : (
          <Button size="small" onClick={() => void navigate(`/pricing/${sheetId}`)}>
            {t('pricing:quote.openSheet')}
          </Button>
        )
      }
    />
  )
}

function Candidates({ asked, onPlace }: Pick<NoPriceProps, 'asked' | 'onPlace'>) {
  const t = useWords()
  const locale = useLocale()
  const { to, from } = asked
  const places = useQuery({
    queryKey: ['places', to, from, locale],
    // The table of places is fetched only here: the screen does not wait for it otherwise.
    queryFn: async () => {
      const [{ resolvePlace }, { placeName }] = await Promise.all([
        import('#shared/domain/region/resolve-place'),
        import('#shared/domain/region/place-name'),
      ])
      const candidates = (text: string) => {
        const answer = text === '' ? null : resolvePlace(text)
        return answer?.status === 'ambiguous'
          ? answer.candidates.map((place) => ({ name: placeName(place, 'zh-CN'), shown: placeName(place, locale) }))
          : []
      }
      return [
        ...candidates(to).map((place) => ({ ...place, field: 'to' as const })),
        ...candidates(from).map((place) => ({ ...place, field: 'from' as const })),
      ]
    },
  })
  if (!places.data || places.data.length === 0) return null
  return (
    <div className="row row-wrap">
      <span>{t('pricing:quote.places')}</span>
      {places.data.map(({ field, name, shown }) => (
        <Button size="small" key={`${field}${name}`} onClick={() => onPlace({ [field]: name })}>
          {shown}
        </Button>
      ))}
    </div>
  )
}
