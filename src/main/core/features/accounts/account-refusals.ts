import type { AccountInput } from '#shared/contract/accounts'
import type { Database } from '../../db/database'
import { Refused } from '../../refused'
import { choiceJudge } from '../choices/choice-names'
import { type Definition, missingCustom } from '../custom-fields/custom-values'

/** Words of closed lists are taken where they are offered, or stood there before. */
export function refuseUnknownChoices(db: Database, input: AccountInput, before: AccountInput | null): void {
  const judge = choiceJudge(db)
  const refuse = (list: 'stage' | 'team-role', word: string, field: string) => {
    const found = judge(list, word)
    if (found) throw new Refused('unknown-choice', { text: word, known: found.known.join('、') }, field)
  }
  if (input.stage !== before?.stage) refuse('stage', input.stage, 'stage')
  const roles = new Set(before?.team.map(({ role }) => role))
  for (const { role } of input.team) if (!roles.has(role)) refuse('team-role', role, 'team')
}

export function refuseUnfitTeam({ team }: AccountInput): void {
  const wrong = team.find(({ since, until }) => since !== null && until !== null && until < since)
  if (wrong) throw new Refused('invalid-input', { why: `${wrong.name} ${wrong.since} > ${wrong.until}` }, 'team')
}

/** What the archive takes from a person: required custom fields are filled in. */
export function refuseMissing(fields: readonly Definition[], values: Record<string, string>): void {
  const missing = missingCustom(fields, values)
  const [first] = missing
  if (!first) return
  throw new Refused('missing-custom', { fields: missing.map(({ name }) => name).join('、') }, `custom.${first.uid}`)
}
