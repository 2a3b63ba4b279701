import type { TimelineEvent } from '../contract/timeline'
import { formatFenGrouped } from '../domain/money'
import { isWordKey } from '../i18n/index'
import { actionWord, changeLine, changeWords, entityWord, type Say } from './change-words'

type Told = Pick<TimelineEvent, 'code' | 'params' | 'entity' | 'changes'>

/** Parameters that are codes themselves, and how they become words. */
const coded: Readonly<Record<string, (say: Say, value: string | number) => string>> = {
  action: (say, value) => actionWord(say, String(value)),
  entity: (say, value) => entityWord(say, String(value)),
  kind: (say, value) => wordOr(say, `timeline:kind.${value}`, String(value)),
  category: (say, value) => wordOr(say, `attachments:category.${value}`, String(value)),
  amount: (_say, value) => formatFenGrouped(Number(value)),
}

/** The sentence of an event. */
export function eventTitle(say: Say, { code, params }: Told): string {
  const words = Object.entries(params).map(([name, value]) => [name, coded[name]?.(say, value) ?? value] as const)
  const key = `timeline:event.${code}`
  return isWordKey(key) ? say(key, Object.fromEntries(words)) : code
}

/** What an event changed, one line for each field. */
export function eventChanges(say: Say, { entity, changes }: Told): string[] {
  return changes.map((change) => changeLine(say, changeWords(say, { entity, ...change }, change.label)))
}

export function kindWord(say: Say, kind: string): string {
  return wordOr(say, `timeline:kind.${kind}`, kind)
}

function wordOr(say: Say, key: string, fallback: string): string {
  return isWordKey(key) ? say(key) : fallback
}
