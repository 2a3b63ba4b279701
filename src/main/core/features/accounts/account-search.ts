import type { AccountHit } from '#shared/contract/accounts'
import { maskPhone } from '#shared/domain/people/mask'
import type { Database } from '../../db/database'
import { type FoundAccount, firstAccounts, searchAccounts, searchedTexts } from './account-search.repository'
import { type SearchText, searchForm, searchText } from './search-text'

type Match = NonNullable<AccountHit['match']>

/** How a text fits, the best first; the places in which it is looked for stand in the order in which they are told. */
const fits: readonly ((text: string, typed: string) => boolean)[] = [
  (text, typed) => text === typed,
  (text, typed) => text.startsWith(typed),
  (text, typed) => text.includes(typed),
]

/**
 * Customers found by what somebody typed, the best first, each with what fitted. A telephone is found by a part of it only if
 * `personal`, and is told masked to everybody: it stands whole only where seeing it is audited.
 */
export function findAccounts(db: Database, typed: string, limit: number, personal: boolean): AccountHit[] {
  const text = searchText(typed)
  if (text.words.length === 0) return firstAccounts(db, limit).map((account) => hit(account, null))
  return searchAccounts(db, text, limit, personal).map((account) => hit(account, matchOf(db, account, text, personal)))
}

function hit({ id, code, name, tier }: FoundAccount, match: Match | null): AccountHit {
  return { id, code, name, tier, match }
}

interface Place {
  match: Match
  /** The forms in which the text is searched. */
  texts: string[]
  /** Only the whole text fits. */
  whole?: boolean
}

function matchOf(db: Database, account: FoundAccount, { whole, words }: SearchText, personal: boolean): Match | null {
  const places = placesOf(db, account, personal)
  for (const typed of [whole, ...words]) {
    for (const fit of fits) {
      const place = places.find(({ texts, whole: all }) =>
        texts.some((text) => (all ? text === typed : fit(text, typed))),
      )
      if (place) return place.match
    }
  }
  return null
}

function placesOf(db: Database, account: FoundAccount, personal: boolean): Place[] {
  const { keys, contacts } = searchedTexts(db, account.id)
  const own = keys.map(({ kind, text, match_key, pinyin, initials }): Place => ({
    match: { kind, text },
    texts: [match_key.toLowerCase(), pinyin ?? '', initials ?? ''].filter(Boolean),
  }))
  const uscc: Place[] =
    account.uscc === '' ? [] : [{ match: { kind: 'uscc', text: account.uscc }, texts: [searchForm(account.uscc)] }]
  const people = contacts.flatMap(({ name, phone, pinyin, initials }): Place[] => [
    { match: { kind: 'contact', text: name }, texts: [searchForm(name), pinyin ?? '', initials ?? ''].filter(Boolean) },
    ...phone
      .split('、')
      .filter(Boolean)
      .map((number): Place => ({
        match: { kind: 'phone', text: `${name} ${maskPhone(number)}` },
        texts: [number.replaceAll(/[\s\-+()（）]/g, '').toLowerCase()],
        whole: !personal,
      })),
  ])
  return [...own, ...uscc, ...people]
}
