import { useSearchParams } from 'react-router'
import { addMonths } from '#shared/domain/months'
import { useMonth } from '../../components/month'

const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export interface Period {
  from: string
  to: string
  /** Both ends in one step. */
  set(from: string, to: string): void
}

/** The period of the report: that of the address, otherwise the month of the top bar. */
export function usePeriod(): Period {
  const [address, setAddress] = useSearchParams()
  const [month] = useMonth()
  const [from, to] = [address.get('from'), address.get('to')]
  const chosen = isMonth(from) && isMonth(to) && from <= to ? { from, to } : { from: month, to: month }
  return {
    ...chosen,
    set: (nextFrom, nextTo) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old)
          next.delete('page')
          // The month of the top bar is no choice of its own: the report follows it.
          const own = nextFrom !== month || nextTo !== month
          for (const [key, value] of [['from', nextFrom] as const, ['to', nextTo] as const]) {
            if (own) next.set(key, value)
            else next.delete(key)
          }
          return next
        },
        { replace: true },
      ),
  }
}

/** Periods that are asked for most, all ending with a month. */
export const presets = [
  { key: 'month', from: (month: string) => month },
  { key: 'three', from: (month: string) => addMonths(month, -2) },
  { key: 'year', from: (month: string) => `${month.slice(0, 4)}-01` },
  { key: 'twelve', from: (month: string) => addMonths(month, -11) },
] as const
