/**
 * Hybrid logical clock (Kulkarni et al. 2014): `<milliseconds hex, 12>-<counter hex, 4>`. It never runs backwards, even
 * if the office PC's clock does, and orders the changes of several devices when books are merged.
 *
 * @param last the latest value of the book
 * @param now milliseconds since 1970
 */
export function nextHybridTime(last: string, now: number): string {
  const [lastMilliseconds = '0', lastCounter = '0'] = last.split('-')
  let milliseconds = Number.parseInt(lastMilliseconds, 16) || 0
  let counter = Number.parseInt(lastCounter, 16) || 0
  if (now > milliseconds) {
    milliseconds = now
    counter = 0
  } else if (counter === 0xffff) {
    milliseconds++
    counter = 0
  } else {
    counter++
  }
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`
}
