import { Navigate, Route, Routes } from 'react-router'
import { AccountList } from './account-list'
import { AccountPage } from './account-page'
import { ComparePage } from '../duplicates/compare-page'
import { DuplicatesPage } from '../duplicates/duplicates-page'

/** 客户: `/accounts` the list, `/accounts/17` one customer, `/accounts/duplicates` those that may be one. */
export default function Accounts() {
  return (
    <Routes>
      <Route index element={<AccountList />} />
      <Route path="duplicates" element={<DuplicatesPage />} />
      <Route path="duplicates/compare" element={<ComparePage />} />
      <Route path=":id" element={<AccountPage />} />
      <Route path="*" element={<Navigate to="/accounts" replace />} />
    </Routes>
  )
}
