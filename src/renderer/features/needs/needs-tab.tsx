import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useWords } from '../../i18n'
import { NeedsPart } from './needs-part'
import { SitesPart } from './sites-part'
import { WalletPart } from './wallet-part'
import { WhitePart } from './white-part'
import './needs.css'

const parts = ['sites', 'needs', 'wallet', 'white'] as const
type Part = (typeof parts)[number]

/** 需求: where the customer ships from, what he needs, whom he pays, and where we are not yet. */
export function NeedsTab({ accountId, mayWrite }: { accountId: number; mayWrite: boolean }) {
  const t = useWords()
  const [address, setAddress] = useSearchParams()
  const part = parts.find((one) => one === address.get('part')) ?? 'sites'
  const shown: Record<Part, () => ReactNode> = {
    sites: () => <SitesPart accountId={accountId} mayWrite={mayWrite} />,
    needs: () => <NeedsPart accountId={accountId} mayWrite={mayWrite} />,
    wallet: () => <WalletPart accountId={accountId} mayWrite={mayWrite} />,
    white: () => <WhitePart accountId={accountId} mayWrite={mayWrite} />,
  }
  return (
    <div className="stack needs-tab">
      <div>
        <Segmented<Part>
          aria-label={t('needs:part')}
          value={part}
          onChange={(next) => setAddress({ tab: 'needs', part: next }, { replace: true })}
          options={parts.map((value) => ({ value, label: t(`needs:part.${value}`) }))}
        />
      </div>
      {shown[part]()}
    </div>
  )
}
