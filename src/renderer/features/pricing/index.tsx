import { Navigate, Route, Routes, useParams } from 'react-router'
import '../../styles/pricing.css'
import { SheetList } from './list'
import { QuotePage } from './quote/quote-page'
import { SheetPage } from './sheet-page'

/** `#/pricing` is the list, `#/pricing/17` a price sheet, `#/pricing/quote` the calculator. */
export default function Pricing() {
  return (
    <Routes>
      <Route index element={<SheetList />} />
      <Route path="quote" element={<QuotePage />} />
      <Route path=":id" element={<Sheet />} />
      <Route path="*" element={<Navigate to="/pricing" replace />} />
    </Routes>
  )
}

function Sheet() {
  const id = Number(useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? <SheetPage key={id} id={id} /> : <Navigate to="/pricing" replace />
}
