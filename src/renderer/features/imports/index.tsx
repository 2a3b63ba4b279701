import { Navigate, Route, Routes, useParams } from 'react-router'
import { importPermission } from '#shared/contract/imports'
import { useMay } from '../../components/book'
import '../../styles/imports.css'
import { History } from './history'
import { isImportKind } from './kinds'
import { Wizard } from './wizard/wizard'

/** `#/imports` is the history, `#/imports/waybills` the wizard of that kind. */
export default function Imports() {
  return (
    <Routes>
      <Route index element={<History />} />
      <Route path=":kind" element={<KindWizard />} />
      <Route path="*" element={<Navigate to="/imports" replace />} />
    </Routes>
  )
}

function KindWizard() {
  const { kind } = useParams()
  const may = useMay()
  // The key starts a wizard afresh where the kind changes: nothing of the other file stays.
  return isImportKind(kind) && may(importPermission[kind]) ? (
    <Wizard key={kind} kind={kind} />
  ) : (
    <Navigate to="/imports" replace />
  )
}
