import { Button } from 'antd'
import { Link } from 'react-router'
import type { TierRule } from '#shared/contract/insight'
import { formatShare } from '../../components/figures'
import { useWords } from '../../i18n'

/** The rule behind the tiers in one sentence, and where to change it. */
export function RuleText({ rule, onEdit }: { rule: TierRule; onEdit: (() => void) | undefined }) {
  const t = useWords()
  return (
    <p className="text-secondary rule-text">
      {t('insight:rule.text', {
        basis: t(`insight:basis.${rule.basis}`),
        platinum: percent(rule.platinumShare),
        gold: percent(rule.goldShare),
        lead: percent(rule.leadMarginRate),
      })}{' '}
      {onEdit ? (
        <Button type="link" className="inline-link" onClick={onEdit}>
          {t('insight:rule.edit')}
        </Button>
      ) : null}{' '}
      <Link to="/settings">{t('insight:rule.settings')}</Link>
    </p>
  )
}

/** Basis points as percent without idle decimals: 5000 is `50%`, 1255 `12.55%`. */
function percent(basisPoints: number): string {
  return formatShare(basisPoints / 10_000, basisPoints % 100 === 0 ? 0 : 2)
}
