import { loadPinyin } from '../accounts/account-pinyin'

/**
 * How a person's name is typed on a keyboard. A surname has a reading of its own (仇 qiú, 单 shàn, 解 xiè), which a company's
 * name must not get.
 */
export function loadSurnames() {
  return loadPinyin('head')
}

export type SpellPerson = Awaited<ReturnType<typeof loadSurnames>>
