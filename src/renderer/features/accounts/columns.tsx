import { Link } from 'react-router'
import type { AccountRow } from '#shared/contract/accounts'
import { Count, Money, Percent } from '../../components/figures'
import type { Column } from '../../components/list/column'
import { TierBadge } from '../../components/tier-badge'
import type { Words } from '../../i18n'

export function accountColumns(t: Words): Column<AccountRow>[] {
  return [
    { key: 'code', title: t('fields:account.code'), sort: 'code', width: 96, render: (row) => row.code },
    {
      key: 'name',
      title: t('fields:account.name'),
      sort: 'name',
      always: true,
      width: 180,
      maxWidth: 280,
      render: (row) => (
        <Link to={`/accounts/${row.id}`} title={row.name} tabIndex={-1}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'shortName',
      title: t('fields:account.shortName'),
      sort: 'shortName',
      optional: true,
      render: (row) => row.shortName,
    },
    {
      key: 'tier',
      title: t('fields:account.tier'),
      sort: 'tier',
      width: 72,
      render: (row) => <TierBadge tier={row.tier} />,
    },
    {
      key: 'industry',
      title: t('fields:account.industry'),
      sort: 'industry',
      width: 72,
      render: (row) => row.industry,
    },
    {
      key: 'lifecycle',
      title: t('accounts:lifecycle'),
      sort: 'lifecycle',
      width: 64,
      render: (row) => t(`accounts:lifecycle.${row.lifecycle}`),
    },
    { key: 'manager', title: t('fields:account.manager'), sort: 'manager', width: 80, render: (row) => row.manager },
    {
      key: 'pieces',
      title: t('accounts:pieces'),
      sort: 'pieces',
      figure: true,
      width: 80,
      render: (row) => <Count value={row.pieces} />,
    },
    {
      key: 'revenueFen',
      title: t('accounts:revenue'),
      sort: 'revenueFen',
      figure: true,
      width: 104,
      render: (row) => <Money fen={row.revenueFen} />,
    },
    {
      key: 'marginFen',
      title: t('accounts:margin'),
      sort: 'marginFen',
      figure: true,
      width: 104,
      render: (row) => <Money fen={row.marginFen} />,
    },
    {
      key: 'marginRate',
      title: t('accounts:marginRate'),
      figure: true,
      width: 72,
      render: (row) => (
        <Percent share={row.marginFen === null || !row.revenueFen ? null : row.marginFen / row.revenueFen} />
      ),
    },
    {
      key: 'lastShippedOn',
      title: t('accounts:lastShippedOn'),
      sort: 'lastShippedOn',
      width: 96,
      render: (row) => row.lastShippedOn,
    },
    { key: 'region', title: t('accounts:region'), optional: true, render: (row) => row.region },
    { key: 'contact', title: t('fields:account.contactName'), optional: true, render: (row) => row.contact },
    { key: 'phone', title: t('fields:account.phone'), optional: true, render: (row) => row.phone },
    {
      key: 'updatedAt',
      title: t('accounts:updatedAt'),
      sort: 'updatedAt',
      optional: true,
      render: (row) => row.updatedAt.slice(0, 10),
    },
  ]
}
