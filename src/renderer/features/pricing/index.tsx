import type { ReactNode } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import '../../styles/pricing.css'
import { ComparePage } from './compare/compare-page'
import { EditPage, NewPage } from './editor/edit-page'
import { SheetList } from './list'
import { MassPage } from './mass/mass-page'
import { LinesPage } from './lines/lines-page'
import { QuotePage } from './quote/quote-page'
import { SheetPage } from './sheet-page'

/** `#/pricing` is the list, `#/pricing/17` a price sheet, `#/pricing/quote` the calculator. */
export default function Pricing() {
  return (
    <Routes>
      <Route index element={<SheetList />} />
      <Route path="quote" element={<QuotePage />} />
      <Route path="quote/lines" element={<LinesPage />} />
      <Route path="compare" element={<ComparePage />} />
      <Route path="new" element={<Writing page={<NewPage />} />} />
      <Route path=":id/edit" element={<Writing page={<EditPage />} />} />
      <Route path=":id/mass" element={<Writing page={<MassPage />} />} />
      <Route path=":id" element={<Sheet />} />
      <Route path="*" element={<Navigate to="/pricing" replace />} />
    </Routes>
  )
}

/** Prices are written by whom may: the address alone leads nobody to a form whose saving is refused. */
function Writing({ page }: { page: ReactNode }) {
  const may = useMay()
  if (may('pricing.write')) return page
  const denied = { code: 'REFUSED', data: { code: 'permission-denied', params: { permission: 'pricing.write' } } }
  return (
    <div className="page">
      <ErrorState error={denied} />
    </div>
  )
}

function Sheet() {
  const id = Number(useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? <SheetPage key={id} id={id} /> : <Navigate to="/pricing" replace />
}
