const units = ['KB', 'MB', 'GB', 'TB'] as const

/** Bytes for people: 999 is `999 B`, 1536 is `1.5 KB`, 20971520 is `20 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  let value = bytes / 1024
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit]}`
}
