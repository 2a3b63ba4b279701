import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'

/** Typing pauses this long before the price is asked for, milliseconds. */
const PAUSE_MS = 250

/**
 * A value that follows `value` once the typing pauses, at once on Enter, and never while an IME is composing: half a
 * word is no destination.
 */
export function useSettled<T>(value: T) {
  const [settled, setSettled] = useState(value)
  const [composing, setComposing] = useState(false)
  const newest = useRef(value)
  useEffect(() => {
    newest.current = value
    if (composing) return
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value, composing])
  const settleNow = useCallback(() => setSettled(newest.current), [])
  const handlers = {
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
    onKeyDown: (event: KeyboardEvent) => {
      const { nativeEvent, target } = event
      if (event.key !== 'Enter' || nativeEvent.isComposing || nativeEvent.keyCode === 229) return
      // In a list of choices Enter chooses.
      if (!(target instanceof HTMLInputElement) || target.getAttribute('role') === 'combobox') return
      event.preventDefault()
      settleNow()
    },
  }
  return { settled, settleNow, handlers }
}
