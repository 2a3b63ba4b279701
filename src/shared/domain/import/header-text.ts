import { cleanText } from '#shared/domain/import/cell-text'
import { unitOf } from '#shared/domain/import/units'
import type { Unit } from '#shared/fields/field'

/** One way to read a header: the name that is left, and the unit that was taken off it. */
export interface HeaderReading {
  name: string
  unit?: Unit
}

/**
 * A header as it is compared: full-width forms, case, blanks, line breaks, brackets and marks like * do not count,
 * 帐 is 账. 目的地（省名） and 目的地(省名) are one header.
 */
export function headerName(text: string): string {
  return cleanText(text)
    .toUpperCase()
    .replaceAll('帐', '账')
    .replace(/[\s()[\]{}【】〔〕<>《》*★#:：;,.，。、'"“”_\-—\\]|必填|选填/g, '')
}

const BRACKETED = /[([{【]([^)\]}】]*)[)\]}】]/g

/**
 * The readings of a header, best first: as it stands, then with its unit taken off: 重量（克）, 运费/元, 重量KG, 金额:万元.
 * Without bracket or sign only units that are no ending of ordinary words are taken off (积分 is not 积 in 分).
 */
export function headerReadings(text: string): HeaderReading[] {
  const clean = cleanText(text)
  const brackets = [...clean.matchAll(BRACKETED)].map((match) => match[1] ?? '')
  const bracketUnit = brackets.map(unitInside).find((unit) => unit !== undefined)
  const readings: HeaderReading[] = [{ name: headerName(text), ...(bracketUnit && { unit: bracketUnit }) }]
  const bare = clean.replace(BRACKETED, '')
  if (brackets.length > 0) readings.push({ name: headerName(bare), ...(bracketUnit && { unit: bracketUnit }) })
  const signed = /^(.+?)\s*[/:：\-_,，]\s*([^/:：\-_,，]+)$/.exec(bare)
  const signedUnit = signed ? unitInside(signed[2] ?? '') : undefined
  if (signed && signedUnit) readings.push({ name: headerName(signed[1] ?? ''), unit: signedUnit })
  const attached = /^(.+?)\s*(kgs?|g|公斤|千克|克|m3|cm3|cm|mm|元|吨)$/i.exec(bare)
  const attachedUnit = attached ? unitOf(attached[2] ?? '') : undefined
  // `Length` ends in no unit: a Latin unit must follow a character that is not a Latin letter.
  const apart =
    !/^[a-z]/i.test(attached?.[2] ?? '') || /[^a-z]\s*$/i.test(attached?.[1] ?? '') || /\s[a-z0-9]+$/i.test(bare)
  if (attached && attachedUnit && apart) readings.push({ name: headerName(attached[1] ?? ''), unit: attachedUnit })
  return readings.filter(({ name }, index) => name !== '' && readings.findIndex((one) => one.name === name) === index)
}

/** `kg`, `单位:kg`, `单位：元`, `元/票`. */
function unitInside(text: string): Unit | undefined {
  const word = text.replace(/^单位\s*[:：]?\s*/, '')
  return unitOf(word) ?? unitOf(word.split('/')[0] ?? '')
}
