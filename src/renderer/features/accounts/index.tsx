import { Navigate, Route, Routes } from 'react-router'
import { AccountList } from './account-list'
import { AccountPage } from './account-page'

/** 客户: `/accounts` the list, `/accounts/17` one customer. */
export default function Accounts() {
  return (
    <Routes>
      <Route index element={<AccountList />} />
      <Route path=":id" element={<AccountPage />} />
      <Route path="*" element={<Navigate to="/accounts" replace />} />
    </Routes>
  )
}
