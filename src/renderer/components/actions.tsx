import { createContext, useContext, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Permission } from '#shared/contract/base'
import { useMay } from './book'

/** A command as an object: it feeds the palette, the shortcuts and the help sheet, and buttons where it has one. */
export interface Action {
  id: string
  label: string
  /** `mod+k`, `alt+1`, `?`; `mod` is Ctrl, on a Mac ⌘. */
  shortcut?: string
  permission?: Permission
  /** Absent: enabled. */
  enabled?: boolean
  run: () => void
}

interface Registry {
  actions: readonly Action[]
  register: (owner: string, actions: readonly Action[]) => void
  forget: (owner: string) => void
}

const ActionsContext = createContext<Registry | null>(null)

export function ActionsProvider({ children }: { children: ReactNode }) {
  const [owned, setOwned] = useState<ReadonlyMap<string, readonly Action[]>>(new Map())
  const may = useMay()
  const registry = useMemo<Registry>(
    () => ({
      actions: [...owned.values()].flat().filter((action) => !action.permission || may(action.permission)),
      register: (owner, actions) => setOwned((old) => new Map(old).set(owner, actions)),
      forget: (owner) =>
        setOwned((old) => {
          const next = new Map(old)
          next.delete(owner)
          return next
        }),
    }),
    [owned, may],
  )
  return (
    <ActionsContext value={registry}>
      <Shortcuts actions={registry.actions} />
      {children}
    </ActionsContext>
  )
}

function useRegistry(): Registry {
  const registry = useContext(ActionsContext)
  if (!registry) throw new Error('a screen was rendered outside ActionsProvider')
  return registry
}

/** All actions the user may run now, the shell's first. */
export function useAllActions(): readonly Action[] {
  return useRegistry().actions
}

/** Offers a screen's actions while it is shown: `useActions(useMemo(() => [{ id, label, run }], [...]))`. */
export function useActions(actions: readonly Action[]): void {
  const owner = useId()
  const { register, forget } = useRegistry()
  const registry = useRef({ register, forget })
  useEffect(() => registry.current.register(owner, actions), [owner, actions])
  useEffect(() => {
    const { forget: forgetNow } = registry.current
    return () => forgetNow(owner)
  }, [owner])
}

function Shortcuts({ actions }: { actions: readonly Action[] }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      const pressed = shortcutOf(event)
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (plain && event.target instanceof HTMLElement && event.target.closest('input,textarea,[contenteditable]'))
        return
      const action = actions.find((one) => one.shortcut === pressed && one.enabled !== false)
      if (!action) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [actions])
  return null
}

function shortcutOf(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? 'mod' : '', event.altKey ? 'alt' : '']
  // A digit typed with Alt may arrive as another character; its key does not.
  const key = event.altKey && event.code.startsWith('Digit') ? event.code.slice(5) : event.key.toLowerCase()
  return [...parts.filter(Boolean), key].join('+')
}

/** A shortcut as it is printed on keys: `mod+k` is `Ctrl K`. */
export function shortcutText(shortcut: string): string {
  const names: Readonly<Record<string, string>> = { mod: 'Ctrl', alt: 'Alt', enter: 'Enter' }
  return shortcut
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join(' ')
}
