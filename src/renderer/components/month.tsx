import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useBook } from './book'
import { usePreference } from './preferences'

interface MonthState {
  month: string
  setMonth: (month: string) => void
}

const MonthContext = createContext<MonthState | null>(null)

interface RememberedMonth {
  month: string
  /** Newest month of the book when it was chosen: once newer data comes in, the newest month is shown again. */
  latest: string
}

function isRememberedMonth(value: unknown): value is RememberedMonth {
  if (typeof value !== 'object' || value === null) return false
  const { month, latest } = value as Partial<RememberedMonth>
  return typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) && typeof latest === 'string'
}

/** The month the whole window looks at: chosen in the top bar, remembered with the book. */
export function MonthProvider({ children }: { children: ReactNode }) {
  const { latestMonth } = useBook()
  const [stored, store] = usePreference<RememberedMonth | null>(
    'month',
    null,
    (value): value is RememberedMonth | null => value === null || isRememberedMonth(value),
  )
  const month = stored && stored.latest === latestMonth ? stored.month : latestMonth
  const state = useMemo(
    () => ({ month, setMonth: (next: string) => store({ month: next, latest: latestMonth }) }),
    [month, latestMonth, store],
  )
  return <MonthContext value={state}>{children}</MonthContext>
}

/** `const [month, setMonth] = useMonth()`: `YYYY-MM` of the top bar. */
export function useMonth(): [string, (month: string) => void] {
  const state = useContext(MonthContext)
  if (!state) throw new Error('a screen was rendered outside MonthProvider')
  return [state.month, state.setMonth]
}
