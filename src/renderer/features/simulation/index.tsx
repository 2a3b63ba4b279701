import { Navigate, Route, Routes, useParams } from 'react-router'
import '../../styles/simulation.css'
import { SimulationList } from './list'
import { NewSimulation } from './new-page'
import { ResultPage } from './result-page'

/** `#/simulation`: runs made; `#/simulation/new?sheetId=17`: a new one; `#/simulation/3`: what came out. */
export default function Simulation() {
  return (
    <Routes>
      <Route index element={<SimulationList />} />
      <Route path="new" element={<NewSimulation />} />
      <Route path=":id" element={<Result />} />
      <Route path="*" element={<Navigate to="/simulation" replace />} />
    </Routes>
  )
}

function Result() {
  const id = Number(useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? <ResultPage key={id} id={id} /> : <Navigate to="/simulation" replace />
}
