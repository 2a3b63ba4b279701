import { Link } from 'react-router'
import type { AccountRow } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import type { CustomField } from '#shared/contract/custom-fields'
import { customFieldKey } from '#shared/fields/custom-key'
import { Count, Money, Percent } from '../../components/figures'
import type { Column } from '../../components/list/column'
import { TierBadge } from '../../components/tier-badge'
import type { Words } from '../../i18n'

/** `monthTiers` are the tiers computed from the month's report; the row's own tier is the one given by hand. */
export function accountColumns(
  t: Words,
  monthTiers: ReadonlyMap<number, Tier | null>,
  fields: readonly CustomField[] = [],
): Column<AccountRow>[] {
  return [
    { key: 'code', title: t('accounts:code'), sort: 'code', width: 72, render: (row) => row.code },
    {
      key: 'name',
      title: t('accounts:name'),
      sort: 'name',
      always: true,
      width: 160,
      maxWidth: 260,
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
      title: t('accounts:tier'),
      sort: 'tier',
      width: 60,
      render: (row) => (row.tier ? <TierBadge tier={row.tier} /> : null),
    },
    {
      key: 'monthTier',
      title: t('accounts:monthTier'),
      width: 60,
      render: (row) => {
        const tier = monthTiers.get(row.id) ?? null
        return tier ? <TierBadge tier={tier} /> : null
      },
    },
    {
      key: 'industry',
      title: t('fields:account.industry'),
      sort: 'industry',
      width: 52,
      render: (row) => row.industry,
    },
    {
      key: 'lifecycle',
      title: t('accounts:lifecycle'),
      sort: 'lifecycle',
      width: 44,
      render: (row) => t(`accounts:lifecycle.${row.lifecycle}`),
    },
    { key: 'manager', title: t('accounts:manager'), sort: 'manager', width: 60, render: (row) => row.manager },
    {
      key: 'pieces',
      title: t('accounts:pieces'),
      sort: 'pieces',
      figure: true,
      width: 52,
      render: (row) => <Count value={row.pieces} />,
    },
    {
      key: 'revenueFen',
      title: t('accounts:revenue'),
      sort: 'revenueFen',
      figure: true,
      width: 88,
      render: (row) => <Money fen={row.revenueFen} />,
    },
    {
      key: 'marginFen',
      title: t('accounts:margin'),
      sort: 'marginFen',
      figure: true,
      width: 88,
      render: (row) => <Money fen={row.marginFen} />,
    },
    {
      key: 'marginRate',
      title: t('accounts:marginRate'),
      figure: true,
      width: 56,
      render: (row) => (
        <Percent share={row.marginFen === null || !row.revenueFen ? null : row.marginFen / row.revenueFen} />
      ),
    },
    {
      key: 'lastShippedOn',
      title: t('accounts:lastShippedOn'),
      sort: 'lastShippedOn',
      width: 80,
      render: (row) => row.lastShippedOn,
    },
    ...fields.map(customColumn),
    { key: 'stage', title: t('archive:form.stage'), sort: 'stage', optional: true, render: (row) => row.stage },
    { key: 'source', title: t('archive:form.source'), sort: 'source', optional: true, render: (row) => row.source },
    { key: 'tags', title: t('archive:form.tags'), optional: true, render: (row) => row.tags.join('、') },
    {
      key: 'lifecycleSince',
      title: t('archive:column.since'),
      sort: 'lifecycleSince',
      optional: true,
      render: (row) => row.lifecycleSince,
    },
    { key: 'team', title: t('archive:team.title'), optional: true, render: (row) => row.team.join('、') },
    { key: 'group', title: t('archive:column.group'), sort: 'group', optional: true, render: (row) => row.group },
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

/** A field the branch defined: sorted by its value, shown at once where its definition says so. */
function customColumn({ uid, name, unit, type, inList }: CustomField): Column<AccountRow> {
  return {
    key: customFieldKey(uid),
    title: unit === '' ? name : `${name}（${unit}）`,
    sort: customFieldKey(uid),
    figure: type === 'number',
    optional: !inList,
    render: (row) => row.custom[uid],
  }
}
