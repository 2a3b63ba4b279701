import type { Channel, DecisionRole, Stance } from '#shared/domain/people/person'
import type { Generated } from 'kysely'

export interface ContactTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  account_id: number
  name: string
  title: string
  department: string
  phone: string
  wechat: string
  email: string
  note: string
  is_primary: number
  role: DecisionRole | null
  stance: Stance | null
  influence: number | null
  relationship: number | null
  reports_to: number | null
  channel: Channel | null
  birth_calendar: 'solar' | 'lunar' | null
  birth_year: number | null
  birth_month: number | null
  birth_day: number | null
  birth_leap: Generated<number>
  last_contact_on: string | null
  map_x: number | null
  map_y: number | null
  pinyin: string | null
  initials: string | null
  batch_id: number | null
  created_at: string
  updated_at: string
  deleted_at: string | null
  erased_at: string | null
  erased_by: Generated<string>
}
