import { useEffect, useMemo, useRef } from 'react'
import { useSilentPreference } from './preferences'

/** Keys are written down once the typing pauses, or when the form goes away. */
const PAUSE_MS = 600

export interface Draft<V extends object> {
  stored(): Partial<V> | null
  keep(values: V): void
  drop(): void
}

/**
 * Keeps what was typed into a form until it is saved or given up, so that it survives leaving the page and a restart.
 * `base` tells the state the form was opened on (a version); a draft of another state is not offered again.
 */
export function useDraft<V extends object>(key: string, base: string): Draft<V> {
  const { read, write } = useSilentPreference(`draft.${key}`)
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | null>(null)
  useEffect(
    () => () => {
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current?.write()
    },
    [],
  )
  return useMemo(() => {
    const forget = () => {
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = null
    }
    return {
      stored: () => {
        const value = read()
        if (typeof value !== 'object' || value === null) return null
        const draft = value as { base?: unknown; values?: unknown }
        return draft.base === base && typeof draft.values === 'object' ? (draft.values as Partial<V> | null) : null
      },
      keep: (values) => {
        forget()
        const now = () => {
          pending.current = null
          write({ base, values })
        }
        pending.current = { timer: setTimeout(now, PAUSE_MS), write: now }
      },
      drop: () => {
        forget()
        if (read() !== null && read() !== undefined) write(null)
      },
    }
  }, [read, write, base])
}
