import type { Generated } from 'kysely'
import type { ChoiceList } from '#shared/contract/choices'

export interface ChoiceTable {
  id: Generated<number>
  uid: string
  hlc: string
  version: Generated<number>
  list: ChoiceList
  name: string
  position: number
  retired: Generated<number>
}
