import { Navigate, Route, Routes, useParams } from 'react-router'
import '../../styles/pricing.css'
import '../../styles/quotations.css'
import { QuotationList } from './list'
import { NewQuotation, StoredQuotation } from './quotation-page'

/** `#/quotations` is the list, `#/quotations/new` a new one, `#/quotations/17` one of them. */
export default function Quotations() {
  return (
    <Routes>
      <Route index element={<QuotationList />} />
      <Route path="new" element={<NewQuotation />} />
      <Route path=":id" element={<One />} />
      <Route path="*" element={<Navigate to="/quotations" replace />} />
    </Routes>
  )
}

function One() {
  const id = Number(useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? (
    <StoredQuotation key={id} id={id} />
  ) : (
    <Navigate to="/quotations" replace />
  )
}
