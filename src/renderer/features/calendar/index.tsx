import { Button, Tabs } from 'antd'
import { SettingOutlined } from '../../components/icons'
import { useState } from 'react'
import { Navigate, Route, Routes, useSearchParams } from 'react-router'
import { useMay } from '../../components/book'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'
import '../../styles/calendar.css'
import { Greetings } from './greetings'
import { HolidaysView } from './holidays-view'
import { ListView } from './list-view'
import { MonthView } from './month-view'
import { SettingsDrawer } from './settings-drawer'
import { TasksView } from './tasks-view'

/** 日历与待办: `/calendar`, which part is open stands in the address; `/calendar/greetings` whom a festival is about. */
export default function Calendar() {
  return (
    <Routes>
      <Route index element={<CalendarPage />} />
      <Route path="greetings" element={<Greetings />} />
      <Route path="*" element={<Navigate to="/calendar" replace />} />
    </Routes>
  )
}

const tabs = { tasks: TasksView, month: MonthView, list: ListView, holidays: HolidaysView } as const
type TabKey = keyof typeof tabs

function CalendarPage() {
  const t = useWords()
  const may = useMay()
  const [address, setAddress] = useSearchParams()
  const [settings, setSettings] = useState(address.get('settings') === '1')
  const wanted = address.get('tab') ?? 'tasks'
  const active: TabKey = wanted in tabs ? (wanted as TabKey) : 'tasks'
  return (
    <div className="page">
      <PageHeader
        title={t('calendar:title')}
        help={t('calendar:help')}
        actions={
          may('system.manage') ? (
            <Button icon={<SettingOutlined />} onClick={() => setSettings(true)}>
              {t('calendar:settings.open')}
            </Button>
          ) : null
        }
      />
      <Tabs
        activeKey={active}
        onChange={(tab) => setAddress(tab === 'tasks' ? {} : { tab }, { replace: true })}
        destroyOnHidden
        items={(Object.keys(tabs) as TabKey[]).map((key) => {
          const View = tabs[key]
          return { key, label: t(`calendar:tab.${key}`), children: <View /> }
        })}
      />
      {settings ? <SettingsDrawer onClose={() => setSettings(false)} /> : null}
    </div>
  )
}
