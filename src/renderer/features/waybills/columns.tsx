import { Tag } from 'antd'
import { Link } from 'react-router'
import type { WaybillRow, WaybillStatus } from '#shared/contract/waybills'
import { Count, Money, Weight } from '../../components/figures'
import type { Column } from '../../components/list/column'
import type { Words } from '../../i18n'
import { reasonText } from './reasons'

export const statusColours: Readonly<Record<WaybillStatus, string>> = {
  rated: 'success',
  unmatched: 'warning',
  exception: 'error',
  recorded: 'default',
}

type FenKey = 'revenueFen' | 'grossFen' | 'costFen' | 'marginFen' | 'billedFen'

export function waybillColumns(t: Words): Column<WaybillRow>[] {
  const money = (key: FenKey, more: Partial<Column<WaybillRow>> = {}): Column<WaybillRow> => ({
    key,
    title: t(`waybills:col.${key}`),
    figure: true,
    width: 72,
    sort: key,
    render: (row) => <Money fen={row[key]} />,
    ...more,
  })
  return [
    {
      key: 'number',
      title: t('waybills:col.number'),
      sort: 'number',
      always: true,
      width: 130,
      render: (row) => <span className="figure">{row.number}</span>,
    },
    {
      key: 'shippedOn',
      title: t('waybills:col.shippedOn'),
      sort: 'shippedOn',
      width: 84,
      render: (row) => <span className="figure">{row.shippedOn}</span>,
    },
    {
      key: 'account',
      title: t('waybills:col.account'),
      sort: 'account',
      width: 120,
      maxWidth: 180,
      render: (row) =>
        row.accountId === null ? (
          <span className="text-secondary" title={row.customer}>
            {row.customer}
          </span>
        ) : (
          <Link to={`/accounts/${row.accountId}`} title={row.account ?? undefined} tabIndex={-1}>
            {row.account}
          </Link>
        ),
    },
    {
      key: 'accountCode',
      title: t('waybills:col.accountCode'),
      sort: 'accountCode',
      optional: true,
      render: (row) => row.accountCode,
    },
    {
      key: 'customer',
      title: t('waybills:col.customer'),
      sort: 'customer',
      optional: true,
      maxWidth: 180,
      render: (row) => row.customer,
    },
    { key: 'carrier', title: t('waybills:col.carrier'), sort: 'carrier', optional: true, render: (row) => row.carrier },
    {
      key: 'feeKind',
      title: t('waybills:col.feeKind'),
      optional: true,
      render: (row) => row.feeKind || t(`waybills:lineKind.${row.lineKind}`),
    },
    { key: 'product', title: t('waybills:col.product'), sort: 'product', maxWidth: 100, render: (row) => row.product },
    { key: 'origin', title: t('waybills:col.origin'), optional: true, maxWidth: 140, render: (row) => row.origin },
    {
      key: 'destination',
      title: t('waybills:col.destination'),
      sort: 'destination',
      maxWidth: 140,
      render: (row) => <span title={row.destination}>{row.destination}</span>,
    },
    {
      key: 'pieces',
      title: t('waybills:col.pieces'),
      sort: 'pieces',
      figure: true,
      optional: true,
      render: (row) => <Count value={row.pieces} />,
    },
    {
      key: 'actualGrams',
      title: t('waybills:col.actualGrams'),
      sort: 'actualGrams',
      figure: true,
      render: (row) => <Weight grams={row.actualGrams} />,
    },
    {
      key: 'chargeableGrams',
      title: t('waybills:col.chargeableGrams'),
      sort: 'chargeableGrams',
      figure: true,
      render: (row) => <Weight grams={row.chargeableGrams} />,
    },
    money('revenueFen'),
    money('grossFen', { optional: true }),
    money('costFen'),
    money('marginFen', { sort: undefined }),
    money('billedFen', { optional: true }),
    {
      key: 'status',
      title: t('waybills:col.status'),
      sort: 'status',
      // What is in order stays quiet.
      render: (row) =>
        row.status === 'rated' ? (
          <span className="text-secondary">{t('waybills:status.rated')}</span>
        ) : (
          <Tag color={statusColours[row.status]}>{t(`waybills:status.${row.status}`)}</Tag>
        ),
    },
    {
      key: 'reason',
      title: t('waybills:col.reason'),
      maxWidth: 200,
      render: (row) => {
        const text = reasonText(t, row)
        return text === null ? null : <span title={text}>{text}</span>
      },
    },
    {
      key: 'batch',
      title: t('waybills:col.batch'),
      optional: true,
      figure: true,
      render: (row) => (
        <Link to={`/imports?open=${row.batch}`} tabIndex={-1}>
          {row.batch}
        </Link>
      ),
    },
  ]
}
