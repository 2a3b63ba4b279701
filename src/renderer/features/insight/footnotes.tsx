import { Button } from 'antd'
import { Link } from 'react-router'
import type { RevenueReport, TierRule } from '#shared/contract/insight'
import { formatFenGrouped } from '#shared/domain/money'
import { formatCount, formatShare } from '../../components/figures'
import { useWords } from '../../i18n'

interface FootnotesProps {
  report: RevenueReport
  rule: TierRule | undefined
  /** Absent where the user may not change the rule. */
  onEditRule: (() => void) | undefined
}

/** What the table leaves out, with the way to mend it, and the rule behind the tiers. */
export function Footnotes({ report, rule, onEditRule }: FootnotesProps) {
  const t = useWords()
  const { unmatched, total, from, to } = report
  const month = from === to ? `&month=${from}` : ''
  const notes = [
    {
      key: 'unmatched',
      when: unmatched.tickets > 0,
      text: t('insight:unmatched.text', {
        tickets: formatCount(unmatched.tickets),
        billed: formatFenGrouped(unmatched.billedFen),
      }),
      go: t('insight:unmatched.go'),
      to: '/waybills/unmatched',
    },
    {
      key: 'unrated',
      when: total.unrated > 0,
      text: t('insight:unrated.text', { tickets: formatCount(total.unrated) }),
      go: t('insight:unrated.go'),
      to: `/waybills?status=exception${month}`,
    },
    {
      key: 'uncosted',
      when: total.uncosted > 0,
      text: t('insight:uncosted.text', { tickets: formatCount(total.uncosted) }),
      go: t('insight:uncosted.go'),
      to: '/pricing?usage=cost',
    },
  ].filter(({ when }) => when)
  return (
    <div className="report-notes">
      {notes.map((note) => (
        <div key={note.key} className="text-warning">
          {note.text} <Link to={note.to}>{note.go}</Link>
        </div>
      ))}
      {rule ? (
        <div className="text-secondary">
          {t('insight:rule.text', {
            basis: t(`insight:basis.${rule.basis}`),
            platinum: percent(rule.platinumShare),
            gold: percent(rule.goldShare),
            lead: percent(rule.leadMarginRate),
          })}{' '}
          {onEditRule ? (
            <Button size="small" type="link" className="inline-link" onClick={onEditRule}>
              {t('insight:rule.edit')}
            </Button>
          ) : null}{' '}
          <Link to="/settings">{t('insight:rule.settings')}</Link>
        </div>
      ) : null}
    </div>
  )
}

/** Basis points as percent without idle decimals: 5000 is `50%`, 1255 `12.55%`. */
function percent(basisPoints: number): string {
  const share = basisPoints / 10_000
  const plain = formatShare(share, 0)
  return basisPoints % 100 === 0 ? plain : formatShare(share, 2)
}
