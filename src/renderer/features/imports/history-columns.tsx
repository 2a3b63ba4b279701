import { Tag } from 'antd'
import type { BatchRow } from '#shared/contract/imports'
import { Count } from '../../components/figures'
import type { Column } from '../../components/list/column'
import type { Words } from '../../i18n'
import { BatchActions } from './batch-actions'

const stateColours: Readonly<Record<BatchRow['state'], string>> = {
  staging: 'processing',
  visible: 'success',
  undone: 'default',
  failed: 'error',
}

export function BatchState({ state, t }: { state: BatchRow['state']; t: Words }) {
  return <Tag color={stateColours[state]}>{t(`imports:state.${state}`)}</Tag>
}

/** An instant in the local time of this machine: `2026-03-01 14:05`. */
export function localTime(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`
}

export function historyColumns(t: Words): Column<BatchRow>[] {
  const count = (
    key: 'read' | 'imported' | 'updated' | 'duplicates' | 'rejected' | 'unmatched' | 'unrated',
    more = {},
  ) => ({
    key,
    title: t(`imports:col.${key}`),
    figure: true,
    render: (row: BatchRow) => <Count value={row.counts[key]} />,
    ...more,
  })
  return [
    { key: 'batch', title: t('imports:col.batch'), figure: true, render: (row) => row.batch },
    { key: 'kind', title: t('imports:col.kind'), render: (row) => t(`imports:kind.${row.kind}`) },
    {
      key: 'file',
      title: t('imports:col.file'),
      always: true,
      width: 200,
      maxWidth: 300,
      render: (row) => <span title={row.file}>{row.file}</span>,
    },
    { key: 'sheet', title: t('imports:col.sheet'), optional: true, render: (row) => row.sheet },
    { key: 'state', title: t('imports:col.state'), render: (row) => <BatchState state={row.state} t={t} /> },
    count('read', { optional: true }),
    count('imported'),
    count('updated'),
    count('duplicates'),
    {
      ...count('rejected'),
      render: (row) => (
        <span className={row.counts.rejected > 0 ? 'text-danger' : undefined}>
          <Count value={row.counts.rejected} />
        </span>
      ),
    },
    count('unmatched', { optional: true }),
    count('unrated', { optional: true }),
    { key: 'at', title: t('imports:col.at'), render: (row) => <span className="figure">{localTime(row.at)}</span> },
    {
      key: 'seconds',
      title: t('imports:col.seconds'),
      figure: true,
      optional: true,
      render: (row) => row.seconds.toFixed(1),
    },
    { key: 'actor', title: t('imports:col.actor'), render: (row) => row.actor },
    {
      key: 'actions',
      title: t('imports:col.actions'),
      always: true,
      maxWidth: 320,
      render: (row) => <BatchActions batch={row} size="small" />,
    },
  ]
}
