import { cleanText } from '../import/cell-text'
import { normaliseName } from '../import/normalise-name'
import { regionNodes } from '../region/region-nodes'

/** How a company is constituted says nothing of who it is. A 分公司 or 分店 is somebody else than its company and keeps its name. */
const legalForm =
  /(?:股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|集团公司|有限公司|总公司|公司|集团|股份|合伙企业|个体工商户|CO\.?,? ?LTD\.?|LTD\.?|INC\.?)$/
const branch = /(?:分公司|分店|分部|办事处|营业部)$/
/** Remarks in brackets that are no part of a name; 示例 marks demonstration data. */
const remark = /^(?:示例|集团|中国|控股|有限合伙|普通合伙|个人独资)$/
const bracketed = /[（(【[]([^（()）【】[\]]*)[)）】\]]/g
/** What so many are called that a name is nothing without its region: 宁波银行 and 杭州银行 are two. */
const common =
  /^(?:银行|商业|农商|农村|人民|中心|第[一二三四五六七八九十]+|医院|大学|学院|中学|小学|食品|贸易|商贸|科技|服饰|服装|电子|商务|物流|供应链|实业|机械|制造|五金|药业|医药|投资|管理|网络|信息|技术|文化|传媒|进出口|邮政|烟草|供销)+$/

const shortest = 2

/**
 * What is left of a company's name when region, brackets and legal form are taken away, in the form in which names are
 * compared: 杭州云栖食品有限公司, 浙江省杭州市云栖食品, 云栖食品（杭州）有限公司 are 云栖食品. Never empty unless the name is.
 */
export function coreName(name: string): string {
  const whole = cleanText(name).toUpperCase()
  const opened = whole.replaceAll(bracketed, (_all, inner: string) =>
    remark.test(inner.trim()) || isRegion(inner.trim()) ? '' : inner,
  )
  const formless = withoutForm(opened.trim())
  const core = normaliseName(withoutRegion(formless))
  if (core !== '') return core
  return normaliseName(whole)
}

function withoutForm(name: string): string {
  if (branch.test(name)) return name
  const less = name.replace(legalForm, '').trim()
  return less === name || less.length < shortest ? name : withoutForm(less)
}

function withoutRegion(name: string): string {
  let rest = name
  for (;;) {
    const region = regionAt(rest)
    const less = rest.slice(region)
    if (region === 0 || less.length < shortest || common.test(less)) return rest
    rest = less
  }
}

function isRegion(text: string): boolean {
  return text !== '' && regionAt(text) === text.length
}

/** How many characters at the beginning are a region's name; 0: none. */
function regionAt(text: string): number {
  const names = regionNames()
  for (let length = Math.min(text.length, names.longest); length >= shortest; length--) {
    if (names.all.has(text.slice(0, length))) return length
  }
  return 0
}

let made: { all: ReadonlySet<string>; longest: number } | undefined

/** Short names of districts (西湖, 朝阳) are brands as often as places and do not count. */
function regionNames() {
  if (made) return made
  const all = new Set(['中国'])
  for (const node of regionNodes().byCode.values()) {
    all.add(node.name)
    if (node.level < 3) all.add(node.short)
  }
  made = { all, longest: Math.max(...[...all].map((name) => name.length)) }
  return made
}
