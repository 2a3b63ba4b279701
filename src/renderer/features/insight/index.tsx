import { Navigate, Route, Routes } from 'react-router'
import '../../styles/insight.css'
import { RevenuePage } from './revenue-page'

/** `#/insight` is the revenue report; the period stands in the address (`?from=2026-01&to=2026-03`). */
export default function Insight() {
  return (
    <Routes>
      <Route index element={<RevenuePage />} />
      <Route path="*" element={<Navigate to="/insight" replace />} />
    </Routes>
  )
}
