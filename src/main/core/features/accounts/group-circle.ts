/** Whether `groupId` stands below `id`, or is it: as its parent it would close a circle. `parents` is child → parent. */
export function makesCircle(parents: ReadonlyMap<number, number>, id: number, groupId: number): boolean {
  const seen = new Set<number>()
  for (let above: number | undefined = groupId; above !== undefined && !seen.has(above); above = parents.get(above)) {
    if (above === id) return true
    seen.add(above)
  }
  return false
}
