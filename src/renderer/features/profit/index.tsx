import { Segmented } from 'antd'
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import { useMay } from '../../components/book'
import { useWords } from '../../i18n'
import '../../styles/insight.css'
import '../../styles/profit.css'
import { ContributionPage } from './contribution-page'
import { CostsPage } from './costs-page'
import { RebatesPage } from './rebates-page'

/** `#/profit`: contribution value, `#/profit/costs`: services and claims, `#/profit/rebates`: month-end rebates. */
export default function Profit() {
  const may = useMay()
  const first = may('cost.read') ? 'contribution' : 'rebates'
  return (
    <Routes>
      <Route index element={<Navigate to={first} replace />} />
      {may('cost.read') ? (
        <>
          <Route path="contribution" element={<ContributionPage tabs={<ProfitTabs />} />} />
          <Route path="costs" element={<CostsPage tabs={<ProfitTabs />} />} />
        </>
      ) : null}
      <Route path="rebates" element={<RebatesPage tabs={<ProfitTabs />} />} />
      <Route path="*" element={<Navigate to={`/profit/${first}`} replace />} />
    </Routes>
  )
}

function ProfitTabs() {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const shown = (['contribution', 'costs', 'rebates'] as const).filter((key) => key === 'rebates' || may('cost.read'))
  return (
    <Segmented
      className="page-part"
      aria-label={t('profit:title')}
      value={pathname.split('/').at(-1) ?? ''}
      onChange={(key) => void navigate(`/profit/${key}`)}
      options={shown.map((key) => ({ value: key, label: t(`profit:tab.${key}`) }))}
    />
  )
}
