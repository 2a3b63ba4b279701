import type { AccountDetail, AccountInput } from '#shared/contract/accounts'

/** The account as its form holds it: the region as one path, the primary contact as a place in the list. */
export type AccountForm = Omit<AccountInput, 'province' | 'city' | 'district'> & { region: string[] }

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
  contacts: [],
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
  }
}

const municipalities: ReadonlySet<string> = new Set(['北京市', '天津市', '上海市', '重庆市'])

export function inputOf({ region, ...form }: AccountForm): AccountInput {
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
    contacts: form.contacts.map((contact, index) => ({
      ...contact,
      title: contact.title ?? '',
      phone: contact.phone ?? '',
      email: contact.email ?? '',
      note: contact.note ?? '',
      primary: contact.primary ?? index === 0,
    })),
  }
}

/** Fields whose content differs, for telling what somebody else changed meanwhile. */
export function differingFields(one: AccountForm, other: AccountForm): (keyof AccountForm)[] {
  return (Object.keys(emptyAccount) as (keyof AccountForm)[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  )
}
