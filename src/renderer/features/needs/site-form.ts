import type { PickupWindow, SiteInput, SiteRow } from '#shared/contract/sites'
import { regionNames, regionPath } from '#shared/domain/region/region-path'

/** A window as it is typed: times as text. */
export interface WindowForm {
  weekdays: number[]
  from: string
  to: string
  lastOrder: string
}

export type SiteForm = Omit<SiteInput, 'province' | 'city' | 'district' | 'windows'> & {
  region: string[]
  windows: WindowForm[]
}

export const newWindow: WindowForm = { weekdays: [1, 2, 3, 4, 5], from: '', to: '', lastOrder: '' }

export const emptySite: SiteForm = {
  name: '',
  kind: 'pickup',
  region: [],
  address: '',
  windows: [],
  contactId: null,
  contact: '',
  note: '',
}

export function formOf(site: SiteRow): SiteForm {
  const { name, kind, address, contactId, contact, note } = site
  const windows = site.windows.map((window) => ({ ...window, lastOrder: window.lastOrder ?? '' }))
  return { name, kind, region: regionPath(site), address, windows, contactId, contact, note }
}

/** `9:00`, `9：00`, `930`, `9` as `09:00`, `09:30`; null: no time of a day. */
export function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const [, hours = '', minutes = '00'] =
    /^(\d{1,2})(?::(\d{2}))?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}

/** The windows as they are judged and stored; null while one cannot be read. */
export function windowsOf(forms: readonly WindowForm[]): PickupWindow[] | null {
  const windows: PickupWindow[] = []
  for (const { weekdays = [], from = '', to = '', lastOrder = '' } of forms) {
    const times = { from: readTime(from), to: readTime(to) }
    const order = lastOrder.trim() === '' ? null : readTime(lastOrder)
    if (times.from === null || times.to === null || (order === null && lastOrder.trim() !== '')) return null
    windows.push({ weekdays, from: times.from, to: times.to, lastOrder: order })
  }
  return windows
}

export function inputOf({ region, windows, ...form }: SiteForm): SiteInput {
  return {
    ...form,
    ...regionNames(region),
    contactId: form.contactId ?? null,
    // A linked contact is named by his own record.
    contact: form.contactId ? '' : (form.contact ?? ''),
    windows: windowsOf(windows) ?? [],
  }
}
