import { addDays } from '#shared/domain/months'

/** Days of the branch (UTC+8) as instants, `from` included, `to` not; open ends take in everything. */
export function dayRange({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return {
    from: from === undefined ? '' : startOf(from),
    to: to === undefined ? '~' : startOf(addDays(to, 1)),
  }
}

/** The instant at which a day begins in Asia/Shanghai. */
function startOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString()
}
