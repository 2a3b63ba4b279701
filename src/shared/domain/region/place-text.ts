/** Blanks, punctuation and brackets between the levels of a place (not digits, letters or characters). */
const SEPARATORS = /[\s\-‐-―−~/\\|,，、;；:：>→_·•.。()（）[\]【】"'‘’“”<《》]+/g

/** Characters and digits only: nothing to fold. */
const PLAIN = /^[\u4e00-\u9fff0-9]*$/

/** Words that say how a province is administered; they stand between names in official lists. */
const ADMINISTRATIVE =
  /^(?:市辖区|省直辖县级行政区划|自治区直辖县级行政区划|省直辖县级|直辖县级|省直辖|中国|中华人民共和国|县(?= ))/

const ADMINISTRATIVE_FIRST = '市省自直中县'

/** A name in front of these is the name of a street or a house, not of a place: 上海路, 南京东路, 中山大道. */
const STREET = /^[东西南北中一二三四五]{0,2}(?:路|街|大道|道|巷|弄|里弄|胡同|桥|广场|大厦|大楼|花园|小区|酒店|宾馆)/

/** One form for all writings of a place: half-width, single blanks between the parts. */
export function plainPlaceText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.normalize('NFKC').replaceAll(SEPARATORS, ' ').trim()
}

/** The position after blanks and administrative words. */
export function skipFiller(text: string, position: number): number {
  let at = position
  for (;;) {
    while (text[at] === ' ') at += 1
    if (at >= text.length || !ADMINISTRATIVE_FIRST.includes(text.charAt(at))) return at
    const word = ADMINISTRATIVE.exec(text.slice(at, at + 12))
    if (!word) return at
    at += word[0].length
  }
}

export function isBoundary(text: string, position: number): boolean {
  return position >= text.length || text[position] === ' '
}

export function isStreetAt(text: string, position: number): boolean {
  return STREET.test(text.slice(position, position + 5))
}
