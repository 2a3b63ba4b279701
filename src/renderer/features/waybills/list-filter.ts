import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { WaybillFilter, WaybillStatus } from '#shared/contract/waybills'
import type { FilterKinds } from '../../components/list/use-list'
import { useMonth } from '../../components/month'

/** What stands in the address. The month is the window's own unless `period` says otherwise. */
export interface WaybillListFilter {
  period?: 'all' | 'month'
  accountId?: number
  status?: WaybillStatus
  reason?: string
  product?: string
  carrier?: string
  province?: string
  batch?: number
  from?: string
  to?: string
  loss?: boolean
}

export const filterKinds: FilterKinds<WaybillListFilter> = {
  period: 'text',
  accountId: 'number',
  status: 'text',
  reason: 'text',
  product: 'text',
  carrier: 'text',
  province: 'text',
  batch: 'number',
  from: 'text',
  to: 'text',
  loss: 'flag',
}

/** Filters that stand behind 更多筛选. */
export const moreFilters = ['product', 'carrier', 'province', 'batch', 'from', 'loss'] as const

/** A batch or a span of days may lie in other months: then all months are searched unless the clerk says this month. */
export function periodOf(filter: Partial<WaybillListFilter>): 'all' | 'month' {
  if (filter.period === 'all' || filter.period === 'month') return filter.period
  const spans = filter.batch !== undefined || filter.from !== undefined || filter.to !== undefined
  return spans ? 'all' : 'month'
}

const statuses: readonly string[] = ['rated', 'unmatched', 'exception', 'recorded'] satisfies WaybillStatus[]
const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What the core is asked. An address can be typed by hand: what the core would refuse is left out. */
export function filterFor(filter: Partial<WaybillListFilter>, month: string): WaybillFilter {
  const { period: _period, status, from, to, ...rest } = filter
  return {
    ...rest,
    ...(status !== undefined && statuses.includes(status) ? { status } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(periodOf(filter) === 'month' ? { month } : {}),
  }
}

/** A link like `#/waybills?status=exception&month=2026-03` moves the whole window to that month. */
export function useMonthOfAddress(): void {
  const [address, setAddress] = useSearchParams()
  const [month, setMonth] = useMonth()
  const wanted = address.get('month')
  useEffect(() => {
    if (wanted === null) return
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) && wanted !== month) setMonth(wanted)
    setAddress(
      (old) => {
        const next = new URLSearchParams(old)
        next.delete('month')
        return next
      },
      { replace: true },
    )
  }, [wanted, month, setMonth, setAddress])
}
