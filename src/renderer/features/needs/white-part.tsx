import { Button, Skeleton } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WhiteSpace } from '#shared/contract/needs'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useLocale, useWords } from '../../i18n'
import { percentText } from './percent-text'
import { useCells } from './use-cells'
import { WhiteAxesDrawer } from './white-axes-drawer'
import { WhiteGrid } from './white-grid'

/** 白区表: which product is done by whom at which site or for which department, and how much of it is open. */
export function WhitePart({ accountId, mayWrite }: { accountId: number; mayWrite: boolean }) {
  const api = useApi()
  const query = useQuery({
    queryKey: ['needs', 'whiteSpace', accountId],
    queryFn: ({ signal }) => api.needs.whiteSpace({ accountId }, { signal }),
  })
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton active />
  return <Grid accountId={accountId} grid={query.data} mayWrite={mayWrite} />
}

function Grid({ accountId, grid, mayWrite }: { accountId: number; grid: WhiteSpace; mayWrite: boolean }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const [editing, setEditing] = useState(false)
  const setCells = useCells(accountId, grid)
  const axesButton = mayWrite ? <Button onClick={() => setEditing(true)}>{t('needs:white.axes')}</Button> : null
  const { suggested } = grid
  const empty = grid.axes.rows.length === 0 || grid.columns.length === 0
  return (
    <>
      {empty ? (
        <section className="panel">
          <EmptyState
            title={t('needs:white.none')}
            text={grid.axes.rows.length > 0 ? t('needs:white.noColumns') : t('needs:white.noneText')}
            action={axesButton}
          />
        </section>
      ) : (
        <section className="panel-plain">
          <div className="row row-spread panel-bar row-wrap">
            <Sums grid={grid} />
            <div className="row">
              {mayWrite && suggested.length > 0 ? (
                <Button
                  onClick={() =>
                    setCells(suggested.map(({ row, column }) => ({ row, column, state: 'ours', competitor: null })))
                  }
                >
                  {t('needs:white.takeSuggested', { count: suggested.length })}
                </Button>
              ) : null}
              <Button
                icon={<DownloadOutlined />}
                onClick={() => void deliver(() => api.needs.exportWhiteSpace({ accountId, locale }))}
              >
                {t('shell:export')}
              </Button>
              {axesButton}
            </div>
          </div>
          <WhiteGrid grid={grid} {...(mayWrite && { onCells: setCells })} />
        </section>
      )}
      <WhiteAxesDrawer accountId={accountId} grid={grid} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}

function Sums({ grid: { sums } }: { grid: WhiteSpace }) {
  const t = useWords()
  const { ours, competitor, open, unset, openPpm } = sums
  return (
    <div>
      <span className="text-secondary">{t('needs:white.share')}</span>{' '}
      {openPpm === null ? (
        <span className="text-secondary">{t('needs:white.noShare')}</span>
      ) : (
        <>
          <strong className="figure" data-testid="white-share">
            {percentText(openPpm)}
          </strong>{' '}
          <span className="text-secondary">= {t('needs:white.formula', { open, ours, competitor })}</span>
        </>
      )}
      {unset > 0 ? <span className="text-secondary"> · {t('needs:white.unset', { count: unset })}</span> : null}
    </div>
  )
}
