import type { Place } from './place'
import { PROVINCE_NAMES } from './province-names'
import { isMunicipalCity, regionNodes, type RegionNode } from './region-nodes'

export type PlaceLocale = 'zh-CN' | 'en'

function nodesOf(place: Place): RegionNode[] {
  const { byCode } = regionNodes()
  return [place.province, place.city, place.district]
    .map((code) => (code === undefined ? undefined : byCode.get(code)))
    .filter((node) => node !== undefined)
    .filter((node) => !isMunicipalCity(node))
}

/** The names of a place from the province down: `['广东省', '深圳市', '南山区']`, `['北京市', '朝阳区']`. */
export function placePath(place: Place): string[] {
  return nodesOf(place).map((node) => node.name)
}

/**
 * The name of a place for reading: 广东省深圳市南山区; in English the province in English and what lies in it as it is
 * written on the parcel: `Guangdong 深圳市 南山区`.
 */
export function placeName(place: Place, locale: PlaceLocale): string {
  const nodes = nodesOf(place)
  if (locale === 'zh-CN') return nodes.map((node) => node.name).join('')
  return nodes.map((node) => PROVINCE_NAMES[node.code]?.english ?? node.name).join(' ')
}
