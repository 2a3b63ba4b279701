import { useCallback, useMemo, useState } from 'react'

/** States of something that is edited, with all that can be undone and redone. No limit: states share what is equal. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the newest change was part of; a change of the same run replaces it (typing into one field). */
  readonly run: string | null
}

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], run: null }
}

/** `run`: changes that follow each other under one name are undone together. */
export function record<T>(history: History<T>, present: T, run: string | null = null): History<T> {
  if (present === history.present) return history
  const joined = run !== null && run === history.run
  return { past: joined ? history.past : [...history.past, history.present], present, future: [], run }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], run: null }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, run: null }
}

/**
 * `const form = useHistory(initial)`: `form.value`, `form.change(next)`, `form.undo()`, `form.redo()`. `edited` is a later
 * state to begin with (a draft that was kept): undoing leads back to `initial`.
 */
export function useHistory<T>(initial: T, edited: T | null = null) {
  const [history, setHistory] = useState<History<T>>(() => {
    const start = startHistory(initial)
    return edited === null ? start : record(start, edited)
  })
  const change = useCallback((next: T | ((old: T) => T), run: string | null = null) => {
    setHistory((old) => record(old, typeof next === 'function' ? (next as (old: T) => T)(old.present) : next, run))
  }, [])
  const back = useCallback(() => setHistory(undo), [])
  const forth = useCallback(() => setHistory(redo), [])
  const restart = useCallback((present: T) => setHistory(startHistory(present)), [])
  const { present, past, future } = history
  return useMemo(
    () => ({
      value: present,
      change,
      undo: back,
      redo: forth,
      restart,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
    }),
    [present, past.length, future.length, change, back, forth, restart],
  )
}
