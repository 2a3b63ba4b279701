import { Navigate, Route, Routes } from 'react-router'
import '../../styles/waybills.css'
import { WaybillList } from './list'
import { UnmatchedQueue } from './unmatched'

/** `#/waybills` is the list, `#/waybills/unmatched` the queue of waybills without an account. */
export default function Waybills() {
  return (
    <Routes>
      <Route index element={<WaybillList />} />
      <Route path="unmatched" element={<UnmatchedQueue />} />
      <Route path="*" element={<Navigate to="/waybills" replace />} />
    </Routes>
  )
}
