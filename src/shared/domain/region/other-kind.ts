import type { RegionNode } from './region-nodes'

/** The kinds people mix up within one level: 海门市 is 海门区 today, 玉树州 once was 玉树地区. */
const OTHER_KINDS: Readonly<Record<RegionNode['level'], readonly string[]>> = {
  1: ['自治区', '省'],
  2: ['地区', '市', '州', '盟'],
  3: ['市', '区', '县'],
}

/**
 * The kind that stands at `position` behind the short name of a node although it is not the node's own; '' if none.
 * Of the provinces only those take one that people mistake: 海南市 and 吉林市 are not the provinces.
 */
export function otherKindAt(node: RegionNode, text: string, position: number): string {
  if (position >= text.length || text[position] === ' ') return ''
  // 长沙市 inside 长沙市 is the city once more, not 长沙县.
  if (node.short === node.parent?.short) return ''
  if (node.level === 1 && !node.name.endsWith('区')) return ''
  return OTHER_KINDS[node.level].find((kind) => text.startsWith(kind, position)) ?? ''
}
