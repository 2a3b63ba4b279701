import { Navigate, Route, Routes, useParams } from 'react-router'
import '../../styles/contracts.css'
import { ContractPage } from './contract-page'
import { ContractList } from './list'

/** `#/contracts` is the list, `#/contracts/17` one of them. */
export default function Contracts() {
  return (
    <Routes>
      <Route index element={<ContractList />} />
      <Route path=":id" element={<One />} />
      <Route path="*" element={<Navigate to="/contracts" replace />} />
    </Routes>
  )
}

function One() {
  const id = Number(useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? <ContractPage key={id} id={id} /> : <Navigate to="/contracts" replace />
}
