import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { FirstContact } from '#shared/contract/people'

/** The account as its form holds it: the region as one path, and the first contact of a new customer. */
export type AccountForm = Omit<AccountInput, 'province' | 'city' | 'district'> & {
  region: string[]
  firstContact: FirstContact
}

export const emptyAccount: AccountForm = {
  code: '',
  name: '',
  shortName: '',
  aliases: [],
  monthAccounts: [],
  uscc: '',
  industry: '',
  lifecycle: 'active',
  tier: null,
  manager: '',
  groupId: null,
  region: [],
  address: '',
  creditDays: null,
  creditLimitFen: null,
  note: '',
  firstContact: { name: '', title: '', phone: '', email: '' },
}

export function formOf(account: AccountDetail): AccountForm {
  const { province, city, district } = account
  // 直辖市 stand in the archive as province and city; the picker has them once.
  const region = [province, city === province ? '' : city, district].filter((name) => name !== '')
  return {
    ...(Object.fromEntries(
      Object.keys(emptyAccount).map((key) => [key, account[key as keyof AccountDetail]]),
    ) as unknown as AccountForm),
    region,
    firstContact: emptyAccount.firstContact,
  }
}

const municipalities: ReadonlySet<string> = new Set(['北京市', '天津市', '上海市', '重庆市'])

export function inputOf({ region, firstContact: _firstContact, ...form }: AccountForm): AccountInput {
  const [province = '', second = '', third = ''] = region
  const [city, district] = municipalities.has(province) && second !== '' ? [province, second] : [second, third]
  return {
    ...form,
    uscc: form.uscc.replace(/[\s-]/g, '').toUpperCase(),
    groupId: form.groupId ?? null,
    tier: form.tier ?? null,
    province,
    city,
    district,
  }
}

/** The first contact, where one was named. */
export function firstContactOf({ firstContact }: AccountForm): FirstContact | null {
  const { name, title = '', phone = '', email = '' } = firstContact
  return name.trim() === '' ? null : { name, title, phone, email }
}

/** Fields whose content differs, for telling what somebody else changed meanwhile. */
export function differingFields(one: AccountForm, other: AccountForm): (keyof AccountForm)[] {
  return (Object.keys(emptyAccount) as (keyof AccountForm)[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  )
}
