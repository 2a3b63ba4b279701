import { Refused } from '#core/refused'
import { CommandProblem } from './problem'
import type { Api } from './session'

/**
 * The account a person means: its code, or its full name. A similar name is never taken for it.
 * @throws Refused `ambiguous-account` if several customers bear the name
 */
export async function accountId(api: Api, text: string): Promise<number> {
  const found = await api.accounts.search({ text: text.slice(0, 60), limit: 50 })
  const byCode = found.find((account) => account.code === text)
  if (byCode) return byCode.id
  const byName = found.filter((account) => account.name === text)
  if (byName.length > 1) {
    const candidates = byName.map((account) => account.code).join('、')
    throw new Refused('ambiguous-account', { text, candidates })
  }
  const [only] = byName.length > 0 ? byName : await byShortName(api, text)
  if (!only) throw new CommandProblem('accountUnknown', { text })
  return only.id
}

async function byShortName(api: Api, text: string) {
  const { rows } = await api.accounts.list({ search: text.slice(0, 100), pageSize: 500 })
  const named = rows.filter((row) => row.shortName === text)
  return named.length === 1 ? named : []
}

/**
 * The price sheet a person means by its name or code; of several versions the newest, be it a draft.
 * @throws CommandProblem `sheetUnknown`, `sheetAmbiguous`
 */
export async function sheetId(api: Api, text: string): Promise<number> {
  const { rows } = await api.pricing.list({ search: text.slice(0, 100), pageSize: 500 })
  const named = rows.filter((row) => row.name === text || row.code === text)
  const codes = [...new Set(named.map((row) => row.code))]
  if (codes.length > 1) throw new CommandProblem('sheetAmbiguous', { text, candidates: codes.join('、') })
  const [newest] = named.toSorted((one, other) => other.version - one.version)
  if (!newest) throw new CommandProblem('sheetUnknown', { text })
  return newest.id
}
