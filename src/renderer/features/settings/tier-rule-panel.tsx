import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { formatShare } from '../../components/figures'
import { useWords } from '../../i18n'

/** The rule in force. It is changed in the report, where its effect on the customers can be seen before saving. */
export function TierRulePanel() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const rule = useQuery({
    queryKey: ['insight', 'tierRule'],
    queryFn: ({ signal }) => api.insight.tierRule({}, { signal }),
  })
  const basisPoints = (value: number) => formatShare(value / 10_000)
  return (
    <section className="panel">
      <h2>{t('settings:tier.title')}</h2>
      <p className="text-secondary">{t('settings:tier.text')}</p>
      {rule.error ? <ErrorState error={rule.error} onRetry={() => void rule.refetch()} /> : null}
      {rule.data ? (
        <dl className="facts facts-apart">
          <dt>{t('settings:tier.basis')}</dt>
          <dd>{t(`settings:tier.basis.${rule.data.basis}`)}</dd>
          <dt>{t('settings:tier.platinum')}</dt>
          <dd className="figure">{basisPoints(rule.data.platinumShare)}</dd>
          <dt>{t('settings:tier.gold')}</dt>
          <dd className="figure">{basisPoints(rule.data.goldShare)}</dd>
          <dt>{t('settings:tier.lead')}</dt>
          <dd className="figure">{basisPoints(rule.data.leadMarginRate)}</dd>
        </dl>
      ) : null}
      <Button onClick={() => void navigate('/insight')}>{t('settings:tier.change')}</Button>
    </section>
  )
}
