import { Link } from 'react-router'
import type { ContractRow } from '#shared/contract/contracts'
import { minimumText, termText } from '#shared/i18n/contract-words'
import { Count, Money } from '../../components/figures'
import type { Column } from '../../components/list/column'
import type { Words } from '../../i18n'
import { ContractStatus, DaysLeft } from './contract-status'

export function contractColumns(t: Words, at: (instant: string) => string): Column<ContractRow>[] {
  return [
    {
      key: 'number',
      title: t('contracts:col.number'),
      sort: 'number',
      always: true,
      width: 128,
      render: (row) => <strong className="figure">{row.number}</strong>,
    },
    {
      key: 'account',
      title: t('contracts:col.account'),
      sort: 'account',
      width: 160,
      maxWidth: 192,
      render: (row) => (
        <Link to={`/accounts/${row.accountId}?tab=prices`} tabIndex={-1}>
          {row.account}
        </Link>
      ),
    },
    { key: 'title', title: t('contracts:col.title'), sort: 'title', maxWidth: 160, render: (row) => row.title },
    {
      key: 'status',
      title: t('contracts:col.status'),
      sort: 'status',
      width: 88,
      render: (row) => <ContractStatus status={row.status} />,
    },
    {
      key: 'endsOn',
      title: t('contracts:col.endsOn'),
      sort: 'endsOn',
      width: 96,
      render: (row) => <span className="figure">{row.endsOn ?? t('contracts:value.open')}</span>,
    },
    {
      key: 'daysLeft',
      title: t('contracts:col.daysLeft'),
      sort: 'daysLeft',
      width: 96,
      render: (row) => <DaysLeft {...row} />,
    },
    { key: 'manager', title: t('contracts:col.manager'), sort: 'manager', render: (row) => row.manager },
    {
      key: 'minimum',
      title: t('contracts:col.minimum'),
      width: 120,
      render: (row) => (row.minimum ? <span className="figure">{minimumText(row.minimum, t)}</span> : null),
    },
    {
      key: 'creditDays',
      title: t('contracts:col.creditDays'),
      sort: 'creditDays',
      figure: true,
      optional: true,
      render: (row) => <Count value={row.creditDays} />,
    },
    {
      key: 'creditLimit',
      title: t('contracts:col.creditLimit'),
      sort: 'creditLimit',
      figure: true,
      optional: true,
      render: (row) => <Money fen={row.creditLimitFen} />,
    },
    {
      key: 'deposit',
      title: t('contracts:col.deposit'),
      sort: 'deposit',
      figure: true,
      optional: true,
      render: (row) => <Money fen={row.depositFen} />,
    },
    {
      key: 'successor',
      title: t('contracts:col.successor'),
      width: 112,
      render: (row) =>
        row.successor ? (
          <Link to={`/contracts/${row.successor.id}`} tabIndex={-1}>
            {row.successor.number}
          </Link>
        ) : null,
    },
    {
      key: 'renewal',
      title: t('contracts:col.renewal'),
      figure: true,
      optional: true,
      render: (row) => <Count value={row.renewMonths} />,
    },
    { key: 'term', title: t('contracts:col.term'), optional: true, width: 180, render: (row) => termText(row, t) },
    {
      key: 'signedOn',
      title: t('contracts:col.signedOn'),
      sort: 'signedOn',
      optional: true,
      render: (row) => <span className="figure">{row.signedOn}</span>,
    },
    {
      key: 'products',
      title: t('contracts:col.products'),
      optional: true,
      maxWidth: 200,
      render: (row) => row.products,
    },
    {
      key: 'updatedAt',
      title: t('contracts:col.updatedAt'),
      sort: 'updatedAt',
      optional: true,
      width: 128,
      render: (row) => <span className="figure">{at(row.updatedAt)}</span>,
    },
  ]
}
