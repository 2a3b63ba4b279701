import { closedLists, type ChoiceList } from '#shared/contract/choices'
import type { Database } from '../../db/database'
import * as repository from './choices.repository'

/** What a list offers now; retired ones are not among them. */
export function offeredChoices(db: Database, list: ChoiceList): string[] {
  return repository.choicesOf(db, list).flatMap(({ name, retired }) => (retired === 1 ? [] : [name]))
}

/** Answers of a word whether its list takes it; lists are read once. Open lists take every word. */
export function choiceJudge(db: Database): (list: ChoiceList, word: string) => { known: string[] } | null {
  const lists = new Map<ChoiceList, string[]>()
  return (list, word) => {
    if (word === '' || !closedLists.has(list)) return null
    let known = lists.get(list)
    if (!known) {
      known = offeredChoices(db, list)
      lists.set(list, known)
    }
    return known.includes(word) ? null : { known }
  }
}
