import { Form, Segmented } from 'antd'
import type { RevenueReport, TierRule } from '#shared/contract/insight'
import { tiersOf } from '#shared/domain/tiering/tiers'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, NumberInput } from '../../components/figure-input'
import { formatCount } from '../../components/figures'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { TierBadge } from '../../components/tier-badge'
import { useWords } from '../../i18n'
import { tiers } from './report-rows'

interface RuleDrawerProps {
  rule: TierRule
  /** What the preview counts. */
  report: RevenueReport
  onClose: () => void
}

/** How tiers are computed, with what the rule makes of the customers that are on screen. */
export function RuleDrawer({ rule, report, onClose }: RuleDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  // Shares and rates are basis points: percent with two decimals.
  const share = [{ required: true, message: '' }, figureRule(t, { scale: 2, min: 1, max: 10_000 })]
  return (
    <FormDrawer<TierRule>
      open
      title={t('insight:rule.title')}
      initial={rule}
      draftKey="insight.tierRule"
      draftBase={JSON.stringify(rule)}
      width={480}
      onSubmit={async (values) => {
        await api.insight.setTierRule(values)
        await changed()
        done(t('insight:rule.saved'))
        onClose()
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="basis" label={t('insight:rule.basis')}>
            <Segmented
              options={(['revenue', 'margin', 'pieces'] as const).map((value) => ({
                value,
                label: t(`insight:rule.basis.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="platinumShare" label={t('insight:rule.platinum')} rules={share}>
            <NumberInput scale={2} unit="%" />
          </Form.Item>
          <Form.Item
            name="goldShare"
            label={t('insight:rule.gold')}
            dependencies={['platinumShare']}
            rules={[
              ...share,
              ({ getFieldValue }) => ({
                validator: (_rule: unknown, value: number | null) =>
                  value !== null && value < Number(getFieldValue('platinumShare'))
                    ? Promise.reject(new Error(t('insight:rule.goldBelow')))
                    : Promise.resolve(),
              }),
            ]}
          >
            <NumberInput scale={2} unit="%" />
          </Form.Item>
          <Form.Item
            name="leadMarginRate"
            label={t('insight:rule.lead')}
            rules={[{ required: true, message: '' }, figureRule(t, { scale: 2, min: -10_000, max: 10_000 })]}
          >
            <NumberInput scale={2} unit="%" />
          </Form.Item>
          <p className="text-secondary reading">{t('insight:rule.help')}</p>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldsValue }) => <Preview rule={getFieldsValue(true) as Partial<TierRule>} report={report} />}
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function Preview({ rule, report }: { rule: Partial<TierRule>; report: RevenueReport }) {
  const t = useWords()
  const { basis, platinumShare, goldShare, leadMarginRate } = rule
  const figures = [platinumShare, goldShare, leadMarginRate]
  if (!basis || figures.some((figure) => figure === null || figure === undefined || Number.isNaN(figure))) return null
  const computed = tiersOf(
    report.rows.map((row, id) => ({ ...row, id })),
    rule as TierRule,
  )
  const counts = [...computed.values()]
  return (
    <section className="panel" role="status">
      <h2>{t('insight:rule.preview')}</h2>
      <div className="row row-wrap rule-preview">
        {tiers.map((tier) => (
          <span className="row" key={tier}>
            <TierBadge tier={tier} />
            <span className="figure">
              {t('insight:rule.previewCount', { count: formatCount(counts.filter((one) => one === tier).length) })}
            </span>
          </span>
        ))}
      </div>
    </section>
  )
}
