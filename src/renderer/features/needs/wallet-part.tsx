import { Button, Skeleton } from 'antd'
import { DownloadOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { ErrorState } from '../../components/error-state'
import { useLocale, useWords } from '../../i18n'
import { Competition } from './competition'
import { WalletStatements } from './wallet-statements'

/** 钱包份额: what the customer spends on shipping, our part of it, and who has the rest. */
export function WalletPart({ accountId, mayWrite }: { accountId: number; mayWrite: boolean }) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const deliver = useDeliver()
  const wallet = useQuery({
    queryKey: ['needs', 'wallet', accountId],
    queryFn: ({ signal }) => api.needs.wallet({ accountId }, { signal }),
  })
  if (wallet.error) return <ErrorState error={wallet.error} onRetry={() => void wallet.refetch()} />
  if (!wallet.data) return <Skeleton active />
  const anything = wallet.data.wallets.length + wallet.data.competitions.length > 0
  return (
    <div className="stack">
      <WalletStatements
        accountId={accountId}
        wallets={wallet.data.wallets}
        mayWrite={mayWrite}
        extra={
          anything ? (
            <Button
              icon={<DownloadOutlined />}
              onClick={() => void deliver(() => api.needs.exportWallet({ accountId, locale }))}
            >
              {t('shell:export')}
            </Button>
          ) : null
        }
      />
      <Competition accountId={accountId} view={wallet.data} mayWrite={mayWrite} />
    </div>
  )
}
