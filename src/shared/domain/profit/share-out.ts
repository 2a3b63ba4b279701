/**
 * Shares an amount out by weights so that the parts add up to it to the fen: each part is rounded down, then those with
 * the largest remainder get one fen more, of equal remainders the earlier one. A negative amount is shared as its
 * opposite. Without any positive weight nobody can bear it: the parts are 0 and the caller keeps the whole.
 *
 * @param fen integer fen
 * @param weights zero or positive integers, e.g. fen of revenue
 */
export function shareOut(fen: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (sum === 0n || fen === 0) return weights.map(() => 0)
  const sign = fen < 0 ? -1 : 1
  const amount = BigInt(Math.abs(fen))
  const parts = weights.map((weight, index) => {
    const product = amount * BigInt(weight)
    return { index, fen: product / sum, rest: product % sum }
  })
  let left = Number(amount - parts.reduce((total, part) => total + part.fen, 0n))
  const result = parts.map((part) => Number(part.fen))
  const byRest = parts.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  for (const { index } of byRest) {
    if (left === 0) break
    result[index] = (result[index] ?? 0) + 1
    left -= 1
  }
  return result.map((part) => (part === 0 ? 0 : sign * part))
}
