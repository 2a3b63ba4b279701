import { Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { ContractDetail } from '#shared/contract/contracts'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { HelpedTabs } from '../../components/helped-tabs'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'
import { AttachmentList } from '../attachments/attachment-list'
import { ChangeHistory } from '../history/change-history'
import { ContractActions } from './contract-actions'
import { ContractDrawer } from './contract-drawer'
import { ContractNotes } from './contract-notes'
import { ContractStatus, DaysLeft } from './contract-status'
import { FulfilmentTab } from './fulfilment-tab'
import { ReviewsTab } from './reviews-tab'
import { TermsTab } from './terms-tab'

const tabs = ['terms', 'fulfilment', 'reviews', 'files', 'history'] as const
type TabKey = (typeof tabs)[number]

/** One contract: its terms, what came of them, what is thought of them, its files and its changes. */
export function ContractPage({ id }: { id: number }) {
  const t = useWords()
  const api = useApi()
  const contract = useQuery({
    queryKey: ['contracts', 'get', id],
    queryFn: ({ signal }) => api.contracts.get({ id }, { signal }),
  })
  if (contract.error) {
    return (
      <div className="page">
        <PageHeader title={t('contracts:title')} actions={<Link to="/contracts">{t('contracts:back')}</Link>} />
        <ErrorState error={contract.error} onRetry={() => void contract.refetch()} />
      </div>
    )
  }
  if (!contract.data) {
    return (
      <div className="page" role="status" aria-label={t('shell:loading')}>
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    )
  }
  return <Loaded contract={contract.data} />
}

function Loaded({ contract }: { contract: ContractDetail }) {
  const t = useWords()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { id, uid, number, title, accountId, account } = contract
  const mayWrite = may('contracts.write') && !contract.removed
  const contents: Readonly<Record<TabKey, ReactNode>> = {
    terms: <TermsTab contract={contract} />,
    fulfilment: <FulfilmentTab id={id} mayWrite={mayWrite} onEdit={mayWrite ? () => setEditing(true) : undefined} />,
    reviews: <ReviewsTab contract={contract} mayWrite={mayWrite} />,
    files: <AttachmentList entity="contract" entityUid={uid} write="contracts.write" readOnly={contract.removed} />,
    history: <ChangeHistory subject={{ entityUids: [uid] }} title={number} />,
  }
  return (
    <div className="page contract-page">
      <PageHeader
        title={title}
        extra={
          <>
            <ContractStatus status={contract.status} />
            <DaysLeft {...contract} />
            <span className="text-secondary figure">{number}</span>
            <Link to={`/accounts/${accountId}?tab=prices`}>{account}</Link>
          </>
        }
        actions={<ContractActions contract={contract} mayWrite={mayWrite} onEdit={() => setEditing(true)} />}
      />
      <ContractNotes contract={contract} />
      <HelpedTabs
        tabs={tabs.map((key) => ({
          key,
          content: contents[key],
          label: t(`contracts:tab.${key}`),
          help: t(`contracts:tabHelp.${key}`),
        }))}
      />
      {editing ? <ContractDrawer contract={contract} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}
