import { Tag } from 'antd'
import dayjs from 'dayjs'
import type { SheetRow } from '#shared/contract/pricing'
import { Count } from '../../components/figures'
import type { Column } from '../../components/list/column'
import type { Words } from '../../i18n'
import { SheetScope, SheetStatus, validityText } from './sheet-words'

export function sheetColumns(t: Words): Column<SheetRow>[] {
  return [
    {
      key: 'name',
      title: t('pricing:col.name'),
      sort: 'name',
      always: true,
      width: 180,
      render: (row) => <strong title={row.name}>{row.name}</strong>,
    },
    { key: 'code', title: t('pricing:col.code'), sort: 'code', optional: true, render: (row) => row.code },
    {
      key: 'usage',
      title: t('pricing:col.usage'),
      sort: 'usage',
      width: 48,
      render: (row) => t(`pricing:usage.${row.usage}`),
    },
    {
      key: 'level',
      title: t('pricing:col.level'),
      width: 48,
      render: (row) => t(`pricing:level.${row.level}`),
    },
    {
      key: 'whom',
      title: t('pricing:col.whom'),
      sort: 'account',
      width: 140,
      maxWidth: 220,
      render: (row) => <SheetScope sheet={row} />,
    },
    {
      key: 'product',
      title: t('pricing:col.product'),
      sort: 'product',
      render: (row) => row.product || <span className="text-secondary">{t('pricing:product.any')}</span>,
    },
    {
      key: 'validity',
      title: t('pricing:col.validity'),
      sort: 'validFrom',
      width: 180,
      render: (row) => <span className="figure">{validityText(t, row)}</span>,
    },
    {
      key: 'version',
      title: t('pricing:col.version'),
      sort: 'version',
      figure: true,
      width: 48,
      render: (row) => <Count value={row.version} />,
    },
    {
      key: 'status',
      title: t('pricing:col.status'),
      sort: 'status',
      width: 80,
      render: (row) => (
        <span className="row">
          <SheetStatus sheet={row} />
          {row.faulty ? <Tag color="error">{t('pricingEditor:faulty')}</Tag> : null}
        </span>
      ),
    },
    {
      key: 'zones',
      title: t('pricing:col.zones'),
      sort: 'zones',
      figure: true,
      render: (row) => <Count value={row.zones} />,
    },
    {
      key: 'updatedAt',
      title: t('pricing:col.updatedAt'),
      sort: 'updatedAt',
      optional: true,
      render: (row) => <span className="figure">{dayjs(row.updatedAt).format('YYYY-MM-DD HH:mm')}</span>,
    },
  ]
}
