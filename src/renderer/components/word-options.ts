/** Words as the options of a field in which they stand for themselves. */
export function wordOptions<W extends string>(words: readonly W[] = []): { value: W; label: W }[] {
  return words.map((value) => ({ value, label: value }))
}
