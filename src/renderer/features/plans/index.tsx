import { Navigate, Route, Routes, useParams, useSearchParams } from 'react-router'
import '../../styles/plans.css'
import { useMonth } from '../../components/month'
import { PlanList } from './list'
import { halfOf, isPeriod } from './period'
import { PlanPage } from './plan-page'

/** `#/plans` is the list, `#/plans/17?period=2026H2` the plan of an account; without a period that of the month shown. */
export default function Plans() {
  return (
    <Routes>
      <Route index element={<PlanList />} />
      <Route path=":accountId" element={<Plan />} />
      <Route path="*" element={<Navigate to="/plans" replace />} />
    </Routes>
  )
}

function Plan() {
  const accountId = Number(useParams().accountId)
  const [address] = useSearchParams()
  const [month] = useMonth()
  const asked = address.get('period')
  const period = isPeriod(asked) ? asked : halfOf(month)
  if (!Number.isSafeInteger(accountId) || accountId <= 0) return <Navigate to="/plans" replace />
  // The key starts afresh for another customer or half-year: nothing of the other plan stays.
  return <PlanPage key={`${accountId} ${period}`} accountId={accountId} period={period} />
}
