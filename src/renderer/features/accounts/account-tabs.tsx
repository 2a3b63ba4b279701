import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { AccountDetail, AccountOverview } from '#shared/contract/accounts'
import { useMay } from '../../components/book'
import { HelpButton } from '../../components/help-button'
import { useWords } from '../../i18n'
import { AccountPrices } from './account-prices'
import { AccountWaybills } from './account-waybills'
import { ContactsTab } from '../people/contacts-tab'
import { Archive } from './archive'
import { Overview } from './overview'

export interface AccountTabsProps {
  account: AccountDetail
  overview: AccountOverview
  /** Absent: the account cannot be changed now. */
  onEdit?: () => void
}

type TabKey = 'overview' | 'archive' | 'contacts' | 'prices' | 'waybills'

interface TabItem {
  key: TabKey
  shown: boolean
  content: ReactNode
}

/** The parts of a customer's page, each with its help for a newcomer; which one is open stands in the address. */
export function AccountTabs({ account, overview, onEdit }: AccountTabsProps) {
  const t = useWords()
  const may = useMay()
  const [address, setAddress] = useSearchParams()
  const items: TabItem[] = [
    { key: 'overview', shown: true, content: <Overview overview={overview} /> },
    { key: 'archive', shown: true, content: <Archive account={account} onEdit={onEdit} /> },
    { key: 'contacts', shown: true, content: <ContactsTab accountId={account.id} /> },
    { key: 'prices', shown: may('pricing.read'), content: <AccountPrices sheets={overview.sheets} /> },
    { key: 'waybills', shown: may('waybills.read'), content: <AccountWaybills id={account.id} /> },
  ]
  const shown = items.filter((item) => item.shown)
  const wanted = address.get('tab')
  const active = shown.find(({ key }) => key === wanted)?.key ?? 'overview'
  return (
    <Tabs
      activeKey={active}
      onChange={(tab) => setAddress(tab === 'overview' ? {} : { tab }, { replace: true })}
      destroyOnHidden
      tabBarExtraContent={<HelpButton text={t(`accounts:tabHelp.${active}`)} />}
      items={shown.map(({ key, content }) => ({ key, label: t(`accounts:tab.${key}`), children: content }))}
    />
  )
}
