/** Today in Asia/Shanghai by this machine's clock; shown until the core has said which day the book has. */
export function shanghaiToday(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}
