import { useEffect, useState } from 'react'

/** Typing pauses this long before the core is asked, milliseconds. */
const PAUSE_MS = 180

/** Longer texts are not searched for. */
const searchLimit = 60

/** What is searched for while somebody types: the trimmed text of the last pause. */
export function usePaused(typed: string): string {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim().slice(0, searchLimit)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return text
}
