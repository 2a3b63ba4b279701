import type { Database } from '../../db/database'
import { standingFields } from './contract-columns'
import * as repository from './contracts.repository'

/** What alerts need to know of a customer's contracts. */
export interface ContractFacts {
  /** The one in force that ends last, else the latest that has ended; null: none was ever signed. */
  number: string | null
  id: number | null
  /** Null: open end, or none. */
  endsOn: string | null
  daysLeft: number | null
  /** It prolongs itself or is followed by a signed one: its end is no news. */
  goesOn: boolean
}

const none: ContractFacts = { number: null, id: null, endsOn: null, daysLeft: null, goesOn: false }

/** By customer; those of a covered group stand with every member. Null where the book holds no contract at all. */
export function contractFacts(db: Database, today: string): ((accountId: number) => ContractFacts) | null {
  const signed = repository.contractsFound(db, {}).filter(({ signed_on }) => signed_on !== null)
  if (signed.length === 0) return null
  const best = new Map<number, ContractFacts>()
  for (const record of signed) {
    const { status, endsOn, daysLeft } = standingFields(record, today)
    if (status === 'terminated') continue
    const goesOn = record.next_signed_on !== null || (record.renew_months !== null && record.terminated_on === null)
    const facts = { number: record.number, id: record.id, endsOn, daysLeft, goesOn }
    for (const id of repository.coveredAccounts(db, record.account_id, record.covers_group === 1)) {
      const known = best.get(id)
      if (!known || later(facts, known)) best.set(id, facts)
    }
  }
  return (accountId) => best.get(accountId) ?? none
}

function later(a: ContractFacts, b: ContractFacts): boolean {
  return (a.endsOn ?? '9999-12-31') > (b.endsOn ?? '9999-12-31')
}
