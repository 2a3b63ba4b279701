/**
 * What people call the 34 provincial units: the short name, the one-character names (of which the first is the one on
 * number plates), the English or pinyin names. Long names come from the region data.
 */
export interface ProvinceNames {
  short: string
  letters: string
  english: string
  /** Other spellings in Latin letters, lower case, without blanks. */
  latin?: readonly string[]
  /** Other names in characters. */
  other?: readonly string[]
}

export const PROVINCE_NAMES: Readonly<Record<string, ProvinceNames>> = {
  '110000': { short: '北京', letters: '京', english: 'Beijing', latin: ['peking'] },
  '120000': { short: '天津', letters: '津', english: 'Tianjin' },
  '130000': { short: '河北', letters: '冀', english: 'Hebei' },
  '140000': { short: '山西', letters: '晋', english: 'Shanxi' },
  '150000': {
    short: '内蒙古',
    letters: '蒙',
    english: 'Inner Mongolia',
    latin: ['neimenggu', 'neimeng'],
    other: ['内蒙', '内蒙自治区', '内蒙省'],
  },
  '210000': { short: '辽宁', letters: '辽', english: 'Liaoning' },
  '220000': { short: '吉林', letters: '吉', english: 'Jilin' },
  '230000': { short: '黑龙江', letters: '黑', english: 'Heilongjiang', other: ['龙江省'] },
  '310000': { short: '上海', letters: '沪申', english: 'Shanghai' },
  '320000': { short: '江苏', letters: '苏', english: 'Jiangsu' },
  '330000': { short: '浙江', letters: '浙', english: 'Zhejiang' },
  '340000': { short: '安徽', letters: '皖', english: 'Anhui' },
  '350000': { short: '福建', letters: '闽', english: 'Fujian' },
  '360000': { short: '江西', letters: '赣', english: 'Jiangxi' },
  '370000': { short: '山东', letters: '鲁', english: 'Shandong' },
  '410000': { short: '河南', letters: '豫', english: 'Henan' },
  '420000': { short: '湖北', letters: '鄂', english: 'Hubei' },
  '430000': { short: '湖南', letters: '湘', english: 'Hunan' },
  '440000': { short: '广东', letters: '粤', english: 'Guangdong', latin: ['canton'] },
  '450000': { short: '广西', letters: '桂', english: 'Guangxi', other: ['广西自治区'] },
  '460000': { short: '海南', letters: '琼', english: 'Hainan' },
  '500000': { short: '重庆', letters: '渝', english: 'Chongqing', latin: ['chungking'] },
  '510000': { short: '四川', letters: '川蜀', english: 'Sichuan' },
  '520000': { short: '贵州', letters: '黔贵', english: 'Guizhou' },
  '530000': { short: '云南', letters: '滇云', english: 'Yunnan' },
  '540000': { short: '西藏', letters: '藏', english: 'Tibet', latin: ['xizang'] },
  '610000': { short: '陕西', letters: '陕秦', english: 'Shaanxi' },
  '620000': { short: '甘肃', letters: '甘陇', english: 'Gansu' },
  '630000': { short: '青海', letters: '青', english: 'Qinghai' },
  '640000': { short: '宁夏', letters: '宁', english: 'Ningxia', other: ['宁夏自治区'] },
  '650000': { short: '新疆', letters: '新', english: 'Xinjiang', other: ['新疆自治区'] },
  '710000': { short: '台湾', letters: '台', english: 'Taiwan', other: ['臺灣', '臺灣省'] },
  '810000': { short: '香港', letters: '港', english: 'Hong Kong', latin: ['hk', 'xianggang'], other: ['香港特区'] },
  '820000': { short: '澳门', letters: '澳', english: 'Macao', latin: ['macau', 'aomen'], other: ['澳门特区', '澳門'] },
}

/** A letter that names a province only in company (`江浙沪`), never alone. */
const LETTERS_IN_COMPANY: Readonly<Record<string, string>> = { 江: '320000' }

const byLetter = new Map<string, string>()
for (const [code, names] of Object.entries(PROVINCE_NAMES)) {
  for (const letter of names.letters) byLetter.set(letter, code)
}

/** The code of the province with this one-character name (`沪`), else undefined. */
export function provinceOfLetter(letter: string): string | undefined {
  return byLetter.get(letter)
}

const GROUPS: Readonly<Record<string, string>> = {
  东三省: '黑吉辽',
  东北三省: '黑吉辽',
  两广: '粤桂',
  两湖: '鄂湘',
}

/** The provinces a group word names: `江浙沪`, `粤桂琼闽赣湘鄂`, `东三省`; undefined if it is no such word. */
export function provinceGroup(word: string): string[] | undefined {
  const letters = Array.from(GROUPS[word] ?? word)
  if (letters.length < 2) return undefined
  const codes = letters.map((letter) => byLetter.get(letter) ?? LETTERS_IN_COMPANY[letter])
  const known = codes.filter((code) => code !== undefined)
  return known.length === letters.length && new Set(known).size === known.length ? known : undefined
}

const latinNames = new Map<string, string>()
for (const [code, names] of Object.entries(PROVINCE_NAMES)) {
  for (const name of [names.english, ...(names.latin ?? [])]) latinNames.set(latinKey(name), code)
}

function latinKey(text: string): string {
  return text.toLowerCase().replaceAll(/\b(province|municipality|city|autonomous|region|sar|sheng|shi)\b|[^a-z]/g, '')
}

/** The code of the province with this name in Latin letters (`Guangdong Province`, `Hong Kong`), else undefined. */
export function provinceOfLatin(text: string): string | undefined {
  return latinNames.get(latinKey(text))
}
