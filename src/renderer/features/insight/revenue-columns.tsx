import { Link } from 'react-router'
import { Count, Delta, Money, Percent, Weight, formatCount } from '../../components/figures'
import type { Column } from '../../components/list/column'
import { TierBadge } from '../../components/tier-badge'
import type { Words } from '../../i18n'
import { marginRate, type RankedRow, type Sums } from './report-rows'

export function revenueColumns(t: Words): Column<RankedRow>[] {
  return [
    {
      key: 'rank',
      title: t('insight:col.rank'),
      sort: 'rank',
      figure: true,
      width: 40,
      render: (row) => <span className="text-secondary">{row.rank}</span>,
    },
    {
      key: 'account',
      title: t('insight:col.account'),
      sort: 'account',
      always: true,
      width: 150,
      maxWidth: 190,
      render: (row) =>
        row.accountId === null ? (
          row.account
        ) : (
          <Link to={`/accounts/${row.accountId}`} title={row.account} tabIndex={-1}>
            {row.account}
          </Link>
        ),
    },
    {
      key: 'accountCode',
      title: t('insight:col.code'),
      sort: 'accountCode',
      optional: true,
      render: (row) => row.accountCode,
    },
    {
      key: 'tier',
      title: t('insight:col.tier'),
      sort: 'tier',
      width: 56,
      render: (row) => <TierBadge tier={row.tier} />,
    },
    { key: 'manager', title: t('insight:col.manager'), sort: 'manager', optional: true, render: (row) => row.manager },
    {
      key: 'industry',
      title: t('insight:col.industry'),
      sort: 'industry',
      optional: true,
      render: (row) => row.industry,
    },
    {
      key: 'pieces',
      title: t('insight:head.pieces'),
      sort: 'pieces',
      figure: true,
      render: (row) => <Count value={row.pieces} />,
    },
    {
      key: 'grams',
      title: t('insight:head.weight'),
      sort: 'grams',
      figure: true,
      render: (row) => <Weight grams={row.grams} />,
    },
    {
      key: 'revenueFen',
      title: t('insight:head.revenue'),
      sort: 'revenueFen',
      figure: true,
      width: 96,
      render: (row) => (
        <>
          {row.unrated > 0 ? (
            <Mark
              text={t('insight:mark.unrated', { count: formatCount(row.unrated) })}
              hint={t('insight:mark.unratedHint', { count: formatCount(row.unrated) })}
            />
          ) : null}
          <Money fen={row.revenueFen} />
        </>
      ),
    },
    {
      key: 'previous',
      title: t('insight:head.previous'),
      sort: 'previous',
      figure: true,
      optional: true,
      render: (row) => <Money fen={row.previousRevenueFen} />,
    },
    {
      key: 'change',
      title: t('insight:col.change'),
      sort: 'change',
      figure: true,
      width: 76,
      render: (row) =>
        row.previousRevenueFen === null ? (
          <span className="text-secondary">{t('insight:change.new')}</span>
        ) : (
          <Delta now={row.revenueFen} before={row.previousRevenueFen} />
        ),
    },
    {
      key: 'costFen',
      title: t('insight:head.cost'),
      sort: 'costFen',
      figure: true,
      render: (row) => <Cost row={row} t={t} />,
    },
    {
      key: 'marginFen',
      title: t('insight:head.margin'),
      sort: 'marginFen',
      figure: true,
      render: (row) => <Money fen={row.marginFen} />,
    },
    {
      key: 'rate',
      title: t('insight:head.rate'),
      sort: 'rate',
      figure: true,
      render: (row) => <Percent share={marginRate(row)} />,
    },
    {
      key: 'share',
      title: t('insight:head.share'),
      sort: 'revenueFen',
      figure: true,
      render: (row) => <Percent share={row.share} />,
    },
    {
      key: 'cumulative',
      title: t('insight:head.cumulative'),
      sort: 'rank',
      figure: true,
      render: (row) => <Percent share={row.cumulativeShare} />,
    },
  ]
}

/** The last row: sums of all rows that are listed. */
export function revenueTotals(t: Words, sums: Sums, filtered: boolean) {
  return {
    account: t(filtered ? 'insight:totalFiltered' : 'insight:total'),
    pieces: <Count value={sums.pieces} />,
    grams: <Weight grams={sums.grams} />,
    revenueFen: <Money fen={sums.revenueFen} />,
    costFen: <Cost row={sums} t={t} />,
    marginFen: <Money fen={sums.marginFen} />,
    rate: <Percent share={marginRate(sums)} />,
    share: <Percent share={sums.share} />,
  }
}

/** A cost, with the tickets it leaves out said beside it: unknown is never zero. */
function Cost({ row, t }: { row: { costFen: number | null; uncosted: number }; t: Words }) {
  if (row.costFen === null) return <span className="text-warning">{t('insight:mark.noCost')}</span>
  const count = formatCount(row.uncosted)
  return (
    <>
      {row.uncosted > 0 ? (
        <Mark text={t('insight:mark.uncosted', { count })} hint={t('insight:mark.uncostedHint', { count })} />
      ) : null}
      <Money fen={row.costFen} />
    </>
  )
}

function Mark({ text, hint }: { text: string; hint: string }) {
  return (
    <span className="gap-mark" title={hint}>
      {text}
    </span>
  )
}
