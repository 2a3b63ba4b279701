import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { HelpButton } from './help-button'

interface HelpedTab {
  key: string
  label: string
  /** What the tab is for, for a newcomer. */
  help: string
  content: ReactNode
}

/** The parts of a page, each with its help; which one is open stands in the address, the first without a word. */
export function HelpedTabs({ tabs }: { tabs: readonly HelpedTab[] }) {
  const [address, setAddress] = useSearchParams()
  const [first] = tabs
  const wanted = address.get('tab')
  const active = tabs.find(({ key }) => key === wanted) ?? first
  return (
    <div className="helped-tabs">
      <div className="helped-tabs-help">
        <HelpButton text={active?.help ?? ''} />
      </div>
      <Tabs
        activeKey={active?.key}
        onChange={(tab) => setAddress(tab === first?.key ? {} : { tab }, { replace: true })}
        destroyOnHidden
        items={tabs.map(({ key, label, content }) => ({ key, label, children: content }))}
      />
    </div>
  )
}
