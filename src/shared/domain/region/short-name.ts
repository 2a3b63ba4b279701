/** Peoples in the names of autonomous areas that stand there without 族 as well (巴音郭楞蒙古自治州). */
const PEOPLES_BARE = '蒙古|哈萨克|柯尔克孜|锡伯|塔吉克'
const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|' +
  '柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|普米|德昂|阿昌|各'
const PEOPLE_AT_END = new RegExp(`(?:(?:${PEOPLES})族|(?:${PEOPLES_BARE}))$`)

/** Endings by which a name says what kind of unit it is, the longest first. */
const KINDS = {
  province: ['特别行政区', '自治区', '省', '市'],
  city: ['自治州', '自治县', '地区', '林区', '市', '盟', '州', '区', '县'],
  district: ['自治县', '自治旗', '新区', '特区', '街道', '区', '县', '市', '旗', '镇', '乡'],
} as const

export type RegionKind = keyof typeof KINDS

/** A name of one character does not stand alone: 沙县 stays 沙县. */
const SHORTEST = 2

/**
 * The name without its kind and without the peoples of an autonomous area: 恩施土家族苗族自治州 → 恩施, 浦东新区 →
 * 浦东, 东乡族自治县 → 东乡. The whole name if nothing of at least two characters would be left.
 */
export function shortName(name: string, kind: RegionKind): string {
  const ending = KINDS[kind].find((end) => name.endsWith(end) && name.length - end.length >= SHORTEST)
  if (!ending) return name
  const short = name.slice(0, -ending.length)
  const autonomous = ending.startsWith('自治') || short.endsWith('族')
  return autonomous ? withoutPeoples(short) : short
}

function withoutPeoples(text: string): string {
  const less = text.replace(PEOPLE_AT_END, '')
  if (less === text) return text
  return less.length < SHORTEST ? text.replace(/族$/, '') : withoutPeoples(less)
}
