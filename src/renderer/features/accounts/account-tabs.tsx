import type { ReactNode } from 'react'
import type { AccountDetail, AccountOverview } from '#shared/contract/accounts'
import { useMay } from '../../components/book'
import { HelpedTabs } from '../../components/helped-tabs'
import { useWords } from '../../i18n'
import { AccountPrices } from './account-prices'
import { AccountWaybills } from './account-waybills'
import { ContactsTab } from '../people/contacts-tab'
import { CreditTab } from '../credit/credit-tab'
import { AccountContracts } from '../contracts/account-contracts'
import { NeedsTab } from '../needs/needs-tab'
import { AttachmentList } from '../attachments/attachment-list'
import { TimelineTab } from '../timeline/timeline-tab'
import { AccountCalendar } from '../calendar/account-calendar'
import { AccountProfit } from '../profit/account-profit'
import { Archive } from './archive'
import { GroupPanel, GroupTab } from './group-tab'
import { Overview } from './overview'

export interface AccountTabsProps {
  account: AccountDetail
  overview: AccountOverview
  /** Absent: the account cannot be changed now. */
  onEdit?: () => void
}

type TabKey =
  | 'overview'
  | 'archive'
  | 'group'
  | 'contacts'
  | 'prices'
  | 'profit'
  | 'calendar'
  | 'needs'
  | 'credit'
  | 'waybills'
  | 'attachments'
  | 'timeline'

interface TabItem {
  key: TabKey
  shown: boolean
  content: ReactNode
}

/** The parts of a customer's page, each with its help for a newcomer; which one is open stands in the address. */
export function AccountTabs({ account, overview, onEdit }: AccountTabsProps) {
  const t = useWords()
  const may = useMay()
  const items: TabItem[] = [
    {
      key: 'overview',
      shown: true,
      content: (
        <Overview overview={overview} group={<GroupPanel id={account.id} memberCount={account.memberCount} />} />
      ),
    },
    { key: 'archive', shown: true, content: <Archive account={account} onEdit={onEdit} /> },
    {
      key: 'group',
      shown: account.groupId !== null || account.memberCount > 0,
      content: <GroupTab id={account.id} />,
    },
    { key: 'contacts', shown: true, content: <ContactsTab accountId={account.id} /> },
    {
      key: 'needs',
      shown: true,
      content: <NeedsTab accountId={account.id} mayWrite={onEdit !== undefined} />,
    },
    {
      key: 'prices',
      shown: may('pricing.read'),
      content: (
        <div className="stack">
          <AccountPrices sheets={overview.sheets} />
          {may('contracts.read') ? <AccountContracts account={account} mayWrite={onEdit !== undefined} /> : null}
        </div>
      ),
    },
    { key: 'profit', shown: may('cost.read'), content: <AccountProfit accountId={account.id} /> },
    { key: 'calendar', shown: true, content: <AccountCalendar accountId={account.id} /> },
    {
      key: 'credit',
      shown: true,
      content: <CreditTab accountId={account.id} mayWrite={onEdit !== undefined} />,
    },
    { key: 'waybills', shown: may('waybills.read'), content: <AccountWaybills id={account.id} /> },
    {
      key: 'attachments',
      shown: true,
      content: (
        <AttachmentList
          entity="account"
          entityUid={account.uid}
          write="accounts.write"
          readOnly={account.deletedAt !== null}
        />
      ),
    },
    {
      key: 'timeline',
      shown: true,
      content: <TimelineTab accountId={account.id} readOnly={account.deletedAt !== null} />,
    },
  ]
  const tabs = items
    .filter(({ shown }) => shown)
    .map(({ key, content }) => ({
      key,
      content,
      label: t(`accounts:tab.${key}`),
      help: t(`accounts:tabHelp.${key}`),
    }))
  return <HelpedTabs tabs={tabs} />
}
