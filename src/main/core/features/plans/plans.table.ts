import type { Generated } from 'kysely'

export interface PlanTable {
  id: Generated<number>
  uid: string
  hlc: string
  account_id: number
  period: string
  version: number
  content: string
  created_at: string
  updated_at: string
}
