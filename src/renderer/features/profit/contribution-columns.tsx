import { Link } from 'react-router'
import type { ContributionRow } from '#shared/contract/profit'
import { Count, Money } from '../../components/figures'
import type { Column } from '../../components/list/column'
import { TierBadge } from '../../components/tier-badge'
import type { Words } from '../../i18n'

type Value = (row: ContributionRow) => string | number | null

/** What a column of the report is sorted by. */
export const sortValues: Readonly<Record<string, Value>> = {
  contributionRank: (row) => row.contributionRank,
  revenueRank: (row) => row.revenueRank,
  account: (row) => row.account,
  accountCode: (row) => row.accountCode,
  revenueFen: (row) => row.revenueFen,
  costFen: (row) => row.costFen,
  rebateFen: (row) => row.rebateFen,
  claimFen: (row) => row.claimFen,
  serviceFen: (row) => row.serviceFen,
  capitalFen: (row) => row.capitalFen,
  contributionFen: (row) => row.contributionFen,
  uncosted: (row) => row.uncosted,
}

const amounts = ['revenue', 'cost', 'rebate', 'claim', 'service', 'capital', 'contribution'] as const

export function contributionColumns(t: Words): Column<ContributionRow>[] {
  return [
    {
      key: 'contributionRank',
      title: t('profit:col.contributionRank'),
      sort: 'contributionRank',
      figure: true,
      render: (row) => <Count value={row.contributionRank} />,
    },
    {
      key: 'revenueRank',
      title: t('profit:col.revenueRank'),
      sort: 'revenueRank',
      figure: true,
      render: (row) => <RankMove row={row} />,
    },
    {
      key: 'account',
      title: t('profit:col.account'),
      sort: 'account',
      always: true,
      width: 150,
      maxWidth: 200,
      render: (row) => (
        <Link to={`/accounts/${row.accountId}?tab=profit`} title={row.account} tabIndex={-1}>
          {row.account}
        </Link>
      ),
    },
    {
      key: 'accountCode',
      title: t('profit:col.code'),
      sort: 'accountCode',
      optional: true,
      render: (row) => row.accountCode,
    },
    { key: 'tier', title: t('profit:col.tier'), width: 56, render: (row) => <TierBadge tier={row.tier} /> },
    ...amounts.map((part): Column<ContributionRow> => ({
      key: `${part}Fen`,
      title: t(`profit:col.${part}`),
      sort: `${part}Fen`,
      figure: true,
      render: (row) => <Money fen={row[`${part}Fen`]} />,
    })),
    {
      key: 'uncosted',
      title: t('profit:col.uncosted'),
      sort: 'uncosted',
      figure: true,
      optional: true,
      render: (row) => <Count value={row.uncosted} />,
    },
  ]
}

/** The place by revenue, with how many places the contribution lies above or below it. */
function RankMove({ row }: { row: ContributionRow }) {
  const move = row.contributionRank === null ? 0 : row.revenueRank - row.contributionRank
  return (
    <>
      {Math.abs(move) >= 3 ? (
        <span aria-hidden="true" className={move > 0 ? 'text-success' : 'text-danger'}>
          {move > 0 ? `▲${move}` : `▼${-move}`}{' '}
        </span>
      ) : null}
      <Count value={row.revenueRank} />
    </>
  )
}
