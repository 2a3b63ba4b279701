import type { Generated } from 'kysely'

export interface SimulationTable {
  id: Generated<number>
  uid: string
  hlc: string
  name: string
  input: string
  result: string
  tickets: number
  seconds: number
  created_by: string
  created_at: string
  deleted_at: string | null
}
