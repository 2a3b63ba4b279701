import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { creditGrades, figureKeys } from '#shared/contract/credit'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { useWords } from '../../i18n'
import { CreditRuleDrawer } from './credit-rule-drawer'
import { boundsText, factorText } from './credit-words'

/** The credit rule in force, kept in the settings. */
export function CreditRulePanel() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const rule = useQuery({ queryKey: ['credit', 'rule'], queryFn: ({ signal }) => api.credit.rule({}, { signal }) })
  return (
    <section className="panel">
      <h2>{t('credit:rule.title')}</h2>
      <p className="text-secondary">{t('credit:rule.text')}</p>
      {rule.error ? <ErrorState error={rule.error} onRetry={() => void rule.refetch()} /> : null}
      {rule.data ? (
        <dl className="facts facts-apart">
          {figureKeys.map((key) => (
            <Pair
              key={key}
              label={t(`credit:figure.${key}`)}
              text={`${boundsText(t, key, rule.data)} · ${t('credit:rule.weight')} ${rule.data.weights[key]}`}
            />
          ))}
          {creditGrades.map((grade) => (
            <Pair
              key={grade}
              label={t('credit:rule.gradeName', { grade })}
              text={[
                grade === 'D' ? '' : `${t('credit:rule.least')} ${rule.data.leastScores[grade]}`,
                `${t('credit:rule.term')} ${t('credit:unit.days', { value: rule.data.termDays[grade] })}`,
                `${t('credit:rule.factor')} ${factorText(rule.data.factorPpm[grade])}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </dl>
      ) : null}
      <p className="text-secondary">{t('credit:rule.formula')}</p>
      <Button disabled={!may('insight.manage') || !rule.data} onClick={() => setEditing(true)}>
        {t('credit:rule.open')}
      </Button>
      {rule.data ? <CreditRuleDrawer rule={rule.data} open={editing} onClose={() => setEditing(false)} /> : null}
    </section>
  )
}

function Pair({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}
