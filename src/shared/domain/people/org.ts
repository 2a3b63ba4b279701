/** Who reports to whom. */
export interface OrgLine {
  id: number
  reportsTo: number | null
}

/** True if `boss` stands under `id`, or is `id`: reporting to him would close a circle. */
export function closesCircle(lines: readonly OrgLine[], id: number, boss: number): boolean {
  const up = new Map(lines.map((line) => [line.id, line.reportsTo]))
  const seen = new Set<number>()
  for (let at: number | null = boss; at !== null && !seen.has(at); at = up.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
