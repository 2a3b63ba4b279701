import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'
import { AttachmentUsagePanel } from '../attachments/usage-panel'
import { CreditRulePanel } from '../credit/credit-rule-panel'
import { CompetitorsPanel } from '../needs/competitors-panel'
import { AuditTrail } from './audit-trail'
import { BookPanel } from './book-panel'
import { CalendarPanel } from './calendar-panel'
import { ChoiceListsPanel } from './choice-lists-panel'
import { CustomFieldsPanel } from './custom-fields-panel'
import { FloorsPanel } from './floors-panel'
import { LookPanel } from './look-panel'
import { TierRulePanel } from './tier-rule-panel'
import { VerifyPanel } from './verify-panel'
import './settings.css'

const tabs = ['general', 'lists', 'fields', 'audit'] as const

function shownTab(wanted: string | null): string {
  return tabs.find((tab) => tab === wanted) ?? 'general'
}

/** 设置: the book, how the window looks, the tier rule, data checks and the audit trail. */
export default function Settings() {
  const t = useWords()
  const [address, setAddress] = useSearchParams()
  return (
    <div className="page">
      <PageHeader title={t('settings:title')} help={t('settings:help')} />
      <Tabs
        activeKey={shownTab(address.get('tab'))}
        onChange={(tab) => setAddress(tab === 'general' ? {} : { tab }, { replace: true })}
        destroyOnHidden
        items={[
          {
            key: 'general',
            label: t('settings:tab.general'),
            children: (
              <div className="grid-2 settings-grid">
                <BookPanel />
                <LookPanel />
                <TierRulePanel />
                <FloorsPanel />
                <CreditRulePanel />
                <CompetitorsPanel />
                <CalendarPanel />
                <AttachmentUsagePanel />
                <VerifyPanel />
              </div>
            ),
          },
          { key: 'lists', label: t('archive:choices.tab'), children: <ChoiceListsPanel /> },
          { key: 'fields', label: t('archive:fields.tab'), children: <CustomFieldsPanel /> },
          { key: 'audit', label: t('settings:tab.audit'), children: <AuditTrail /> },
        ]}
      />
    </div>
  )
}
