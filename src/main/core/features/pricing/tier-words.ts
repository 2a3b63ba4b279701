import type { Tier } from '#shared/contract/base'

/** The trade's words for a tier (级别), as they occur in price sheets and customer lists. The first one is written. */
const words: Readonly<Record<Tier, readonly string[]>> = {
  platinum: ['铂金', '白金', '铂金客户', '铂金级', 'platinum'],
  gold: ['黄金', '金牌', '黄金客户', '黄金级', 'gold'],
  iron: ['铁质', '铁', '铁质客户', '铁级', 'iron'],
  lead: ['铅质', '铅', '铅质客户', '铅级', 'lead'],
}

const meanings = new Map<string, Tier>()
for (const [tier, names] of Object.entries(words)) for (const name of names) meanings.set(name, tier as Tier)

/** The tier a word means, or null where it means none. */
export function tierOfWord(text: string): Tier | null {
  return meanings.get(text.normalize('NFKC').trim().toLowerCase()) ?? null
}

export function wordOfTier(tier: Tier): string {
  return words[tier][0] ?? tier
}
