/** Asia/Shanghai is UTC+8 all year. */
const ahead = 8 * 3_600_000

/** The clock in Shanghai at an instant (milliseconds since 1970, or a text with its zone), `YYYY-MM-DDTHH:MM:SS`. */
export function shanghaiTime(instant: number | string): string {
  const time = typeof instant === 'number' ? instant : Date.parse(instant)
  return new Date(time + ahead).toISOString().slice(0, 19)
}

/** The business day of an instant, `YYYY-MM-DD`. */
export function shanghaiDay(instant: number | string): string {
  return shanghaiTime(instant).slice(0, 10)
}
