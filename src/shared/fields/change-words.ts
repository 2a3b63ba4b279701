import { formatFenGrouped, formatUnitPrice } from '../domain/money'
import { formatDecimal } from '../domain/decimal'
import { shanghaiTime } from '../domain/shanghai-time'
import { formatKilograms } from '../domain/weight'
import { isWordKey, type WordKey, type WordParams } from '../i18n/index'
import { historyField, type HistoryField, labelPlaces, partFields } from './history-fields'

/** The catalogues in one language: `useWords()` on screen, `translate` bound to a locale in files. */
export type Say = (key: WordKey, params?: WordParams) => string

export interface ChangeWords {
  label: string
  old: string
  new: string
  /** Of lists: what came and went, instead of the whole lists. */
  list: { added: string[]; removed: string[]; changed: string[] } | null
}

/** What the change of a field says to a person. `ownName`: the branch's own name of a field it defined itself. */
export function changeWords(
  say: Say,
  change: { entity: string; field: string; old: unknown; new: unknown },
  ownName = '',
): ChangeWords {
  const { entity, field } = change
  const declared = historyField(entity, field)
  return {
    label: ownName || fieldLabel(say, entity, field),
    old: valueText(say, entity, field, change.old, declared),
    new: valueText(say, entity, field, change.new, declared),
    list:
      declared.as !== 'content' && (isList(change.old) || isList(change.new))
        ? listChange(say, declared, change.old, change.new)
        : null,
  }
}

export function fieldLabel(say: Say, entity: string, field: string): string {
  const key = labelKey(entity, field)
  if (key) return say(key)
  const dot = field.indexOf('.')
  const oneOf = `history:field.${entity}.${field.slice(0, Math.max(dot, 0))}.of`
  return isWordKey(oneOf) ? say(oneOf, { name: field.slice(dot + 1) }) : field
}

/** The catalogue's key for a field: as declared, else where the records' feature keeps its words. */
function labelKey(entity: string, field: string): WordKey | undefined {
  // `expectations.speed` is a part of a field, `totalFen` carries its unit.
  const short = field.slice(field.lastIndexOf('.') + 1).replace(/(Fen|Grams|Ppm)$/, '')
  const places = [...(labelPlaces[entity] ?? []), `history:field.${entity}.`, 'history:field.', `fields:${entity}.`]
  const keys = [
    historyField(entity, field).label,
    ...places.flatMap((place) => [`${place}${field}`, `${place}${short}`]),
  ]
  return keys.find((key): key is WordKey => key !== undefined && isWordKey(key))
}

export function actionWord(say: Say, action: string): string {
  const key = `settings:action.${action}`
  return isWordKey(key) ? say(key) : action
}

export function entityWord(say: Say, entity: string): string {
  const key = `settings:entity.${entity}`
  return isWordKey(key) ? say(key) : entity
}

/** What an entry is about: a name as it was written, of a setting the words of its key. */
export function summaryWord(say: Say, entity: string, summary: string): string {
  return entity === 'setting' ? fieldLabel(say, entity, summary) : summary
}

/** One change in one line: `信用额度：10,000.00 → 20,000.00`, `别名：＋甲、乙 －丙`. */
export function changeLine(say: Say, words: ChangeWords): string {
  const { label, list } = words
  if (!list) return say('history:line', { label, old: words.old, new: words.new })
  const parts = [
    ...list.added.map((one) => say('history:added', { text: one })),
    ...list.removed.map((one) => say('history:removed', { text: one })),
    ...list.changed.map((one) => say('history:changedItem', { text: one })),
  ]
  return say('history:listLine', { label, text: parts.join(say('history:separator')) })
}

type Format = Exclude<NonNullable<HistoryField['as']>, 'birthday' | 'content'>

const formats: Readonly<Record<Format, (value: number | string) => string>> = {
  money: (fen) => formatFenGrouped(Number(fen)),
  unitPrice: (units) => formatUnitPrice(Number(units)),
  weight: (grams) => `${formatKilograms(Number(grams))} kg`,
  ppm: (ppm) => `${formatDecimal(Number(ppm), 4)}%`,
  days: (days) => String(days),
  instant: (instant) => localMinute(String(instant)),
}

/** Names of fields carry their unit (fen, grams, ppm) where nothing is declared. */
const endings: readonly (readonly [ending: RegExp, as: Format])[] = [
  [/Fen$/, 'money'],
  [/(Grams|^grams)$/, 'weight'],
  [/Ppm$/, 'ppm'],
  [/At$/, 'instant'],
]

function valueText(say: Say, entity: string, field: string, value: unknown, declared: HistoryField): string {
  if (value === null || value === undefined || value === '') return say('history:value.empty')
  if (declared.as === 'content') return say('history:value.content')
  if (typeof value === 'boolean') return say(value ? 'history:value.yes' : 'history:value.no')
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => itemText(say, one, declared))
    return items.length === 0 ? say('history:value.empty') : items.join(say('history:separator'))
  }
  if (declared.as === 'birthday') return birthdayText(say, value)
  if (typeof value === 'number' || typeof value === 'string') {
    // The words of a choice stand under its own prefix, or under the key of the field's label.
    const choice = `${declared.choice ?? `${labelKey(entity, field)}.`}${value}`
    if (isWordKey(choice)) return say(choice)
    const as = declared.as ?? formatOf(field)
    return as && (typeof value === 'number' || as === 'instant') ? formats[as](value) : String(value)
  }
  return partsText(value, declared) ?? countsText(say, value) ?? say('history:value.content')
}

function formatOf(field: string): Format | undefined {
  return endings.find(([ending]) => ending.test(field))?.[1]
}

/** What is known of an object's declared parts, in their order. */
function partsText(value: object, { parts }: HistoryField): string | null {
  if (!parts) return null
  const texts = parts.map((part) => {
    const own: unknown = (value as Readonly<Record<string, unknown>>)[part]
    const as = formatOf(part)
    if (typeof own === 'number') return as ? formats[as](own) : String(own)
    return Array.isArray(own) ? own.map(String).join(' ') : typeof own === 'string' ? own : ''
  })
  return texts.filter(Boolean).join(' · ') || null
}

/** Figures by name, e.g. the rows of an import: those that are not zero, in words. */
function countsText(say: Say, value: unknown): string | null {
  const figures = Object.entries(typeof value === 'object' && value !== null ? value : {})
  const nameless = ([name, figure]: [string, unknown]) => typeof figure !== 'number' || !labelKey('counts', name)
  if (figures.length === 0 || figures.some(nameless)) return null
  const told = figures.filter(([, figure]) => figure !== 0)
  const texts = told.map(([name, figure]) => `${fieldLabel(say, 'counts', name)} ${String(figure)}`)
  return texts.length === 0 ? '0' : texts.join(say('history:separator'))
}

/** An item of a list: plain values as they are, objects by their parts. */
function itemText(say: Say, item: unknown, { parts, choice }: HistoryField): string {
  if (typeof item !== 'object' || item === null) {
    const key = `${choice ?? ''}${String(item)}`
    return choice !== undefined && isWordKey(key) ? say(key) : String(item)
  }
  const values = item as Readonly<Record<string, unknown>>
  const shown = (parts ?? ['name', 'title', 'text'])
    .map((part) => values[part])
    .filter((value) => typeof value === 'string' && value !== '')
  return shown.length === 0 ? say('history:value.content') : shown.join(' ')
}

/** Objects of one name that stand on both sides are one item that changed; plain values only come and go. */
function listChange(say: Say, declared: HistoryField, old: unknown, next: unknown): ChangeWords['list'] {
  const before = isList(old) ? old : []
  const after = isList(next) ? next : []
  const texts = (items: readonly unknown[]) => new Set(items.map((item) => itemText(say, item, declared)))
  const [oldTexts, newTexts] = [texts(before), texts(after)]
  const nameOf = (item: unknown) => partOf(item, declared.parts?.[0])
  const oldByName = new Map(before.flatMap((item) => (nameOf(item) === '' ? [] : [[nameOf(item), item] as const])))
  const newNames = new Set(after.map(nameOf))
  const changed: string[] = []
  const added: string[] = []
  for (const item of after) {
    const text = itemText(say, item, declared)
    if (oldTexts.has(text) && !changedInside(item, oldByName.get(nameOf(item)), declared)) continue
    const twin = oldByName.get(nameOf(item))
    if (twin === undefined) added.push(text)
    else changed.push(itemChange(say, nameOf(item), twin, item, declared))
  }
  const removed = before
    .filter((item) => !newTexts.has(itemText(say, item, declared)))
    .filter((item) => nameOf(item) === '' || !newNames.has(nameOf(item)))
    .map((item) => itemText(say, item, declared))
  return { added, removed, changed }
}

function changedInside(item: unknown, twin: unknown, { parts = [] }: HistoryField): boolean {
  return twin !== undefined && parts.some((part) => partOf(item, part) !== partOf(twin, part))
}

function itemChange(say: Say, name: string, old: unknown, next: unknown, { parts = [] }: HistoryField): string {
  const changes = parts
    .filter((part) => partOf(old, part) !== partOf(next, part))
    .map((part) => {
      const declared = partFields[part]
      const label = declared?.label ? say(declared.label) : fieldLabel(say, '', part)
      const empty = say('history:value.empty')
      return say('history:part', { label, old: partOf(old, part) || empty, new: partOf(next, part) || empty })
    })
  return [name, ...changes].join(' ')
}

function partOf(item: unknown, part: string | undefined): string {
  if (typeof item !== 'object' || item === null || part === undefined) return ''
  const value = (item as Readonly<Record<string, unknown>>)[part]
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value as string | number)
}

function birthdayText(say: Say, value: unknown): string {
  const { calendar, year, month, day, leap } = value as Readonly<Record<string, unknown>>
  if (typeof month !== 'number' || typeof day !== 'number') return String(value)
  const date = `${typeof year === 'number' ? `${year}-` : ''}${month}-${day}`
  const words = calendar === 'lunar' ? say(leap === true ? 'history:value.leapMonth' : 'history:value.lunar') : ''
  return words === '' ? date : `${words} ${date}`
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** An instant as the branch's clock shows it, `YYYY-MM-DD HH:MM`. */
export function localMinute(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : shanghaiTime(time).slice(0, 16).replace('T', ' ')
}
