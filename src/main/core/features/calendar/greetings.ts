import type { Tier } from '#shared/contract/base'
import type { CalendarSettings } from '#shared/contract/calendar'
import type { Database } from '../../db/database'
import * as repository from './anniversaries.repository'

export interface GreetedCustomer {
  accountId: number
  code: string
  account: string
  tier: Tier | null
  manager: string
  contact: string
  phone: string
}

const order: readonly (Tier | null)[] = ['platinum', 'gold', 'iron', 'lead', null]

/**
 * Whom a festival's greeting is for: customers of the chosen tiers, the best first. A customer's tier is the one given by
 * hand, else the one computed from the newest month; customers that were lost or are not yet won are not greeted.
 */
export function greetedCustomers(
  db: Database,
  { greeted }: Pick<CalendarSettings, 'greeted'>,
  computed: ReadonlyMap<number, Tier | null>,
): GreetedCustomer[] {
  const chosen = new Set<string>(greeted)
  return repository
    .customersToGreet(db)
    .map(({ id, name, tier, contact, phone, ...row }) => ({
      ...row,
      accountId: id,
      account: name,
      tier: tier ?? computed.get(id) ?? null,
      contact: contact ?? '',
      phone: phone ?? '',
    }))
    .filter(({ tier }) => chosen.has(tier ?? 'none'))
    .toSorted((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))
}

/** How many they are. */
export function countGreeted(
  db: Database,
  { greeted }: Pick<CalendarSettings, 'greeted'>,
  computed: ReadonlyMap<number, Tier | null>,
): number {
  const chosen = new Set<string>(greeted)
  return repository.tiersToGreet(db).filter(({ id, tier }) => chosen.has(tier ?? computed.get(id) ?? 'none')).length
}
