import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { drawnRows, firstDrawn, MOST_WHOLE, widestTexts } from './grid-window'
import type { Table } from './table'

interface UseGridWindow {
  table: Table
  headerRows: number
  /** Row of the cursor. */
  cursor: number
  /** px; undefined: the box is as high as the table, which is then drawn whole. */
  height: number | undefined
}

/** Which rows of a grid are drawn: of a long table those in sight, with gaps as high as what is left out; `box` scrolls. */
export function useGridWindow({ table, headerRows, cursor, height }: UseGridWindow) {
  const box = useRef<HTMLDivElement>(null)
  const subscribe = useCallback((changed: () => void) => {
    const own = box.current
    own?.addEventListener('scroll', changed)
    return () => own?.removeEventListener('scroll', changed)
  }, [])
  // Scrolling is told before the picture that shows it: a jump is never seen with a gap around its cell.
  const first = useSyncExternalStore(subscribe, () => firstDrawn(box.current?.scrollTop ?? 0))
  const whole = height === undefined || table.length <= MOST_WHOLE
  const rows = useMemo(
    () => (whole ? [...table.keys()] : drawnRows(table.length, first, height, headerRows, cursor)),
    [whole, table, first, height, headerRows, cursor],
  )
  const widest = useMemo(() => (whole ? null : widestTexts(table)), [whole, table])
  return { box, rows, widest }
}
