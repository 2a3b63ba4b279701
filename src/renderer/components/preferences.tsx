import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { useApi } from './backend'

type Values = Readonly<Record<string, unknown>>

interface Preferences {
  values: Values
  set: (key: string, value: unknown) => void
  /** Values written without redrawing anything. */
  silent: Map<string, unknown>
  /** The write of each key that is still under way. */
  writing: Map<string, Promise<unknown>>
}

const PreferencesContext = createContext<Preferences | null>(null)

/** Holds what the book remembers for its user (language, columns, month, drafts) and writes changes back at once. */
export function PreferencesProvider({ initial, children }: { initial: Values; children: ReactNode }) {
  const api = useApi()
  const [values, setValues] = useState<Values>(initial)
  const set = useCallback(
    (key: string, value: unknown) => {
      setValues((old) => ({ ...old, [key]: value }))
      // A preference that could not be written is no reason to disturb the user: it holds until the window closes.
      api.system.setPreference({ key, value }).catch(() => undefined)
    },
    [api],
  )
  const [silent] = useState(() => new Map<string, unknown>())
  const [writing] = useState(() => new Map<string, Promise<unknown>>())
  const preferences = useMemo(() => ({ values, set, silent, writing }), [values, set, silent, writing])
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>
}

function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (!preferences) throw new Error('a screen was rendered outside PreferencesProvider')
  return preferences
}

/**
 * One remembered value, like useState. What was stored by an older version may have any shape: `check` decides, a
 * value that fails it counts as never stored.
 */
export function usePreference<T>(
  key: string,
  fallback: T,
  check: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const { values, set } = usePreferences()
  const stored = values[key]
  // Stable, so that it may stand among the dependencies of what is offered or registered elsewhere.
  const store = useCallback((value: T) => set(key, value), [set, key])
  return [check(stored) ? stored : fallback, store]
}

/**
 * Reads a remembered value when asked and writes it silently: for drafts, which must not redraw the page at each key.
 * One write of a key follows the other: a large draft on its way must not arrive after the word that it is dropped.
 */
export function useSilentPreference(key: string): { read: () => unknown; write: (value: unknown) => void } {
  const { values, silent, writing } = usePreferences()
  const api = useApi()
  return useMemo(
    () => ({
      read: () => (silent.has(key) ? silent.get(key) : values[key]),
      write: (value: unknown) => {
        silent.set(key, value)
        const before = writing.get(key)
        const send = () => api.system.setPreference({ key, value })
        writing.set(
          key,
          (before ? before.then(send) : send()).catch(() => undefined),
        )
      },
    }),
    [api, key, values, silent, writing],
  )
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
export const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
