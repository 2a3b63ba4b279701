import type { AccountDetail, AccountInput } from '#shared/contract/accounts'
import type { FirstContact } from '#shared/contract/people'
import { regionNames, regionPath } from '#shared/domain/region/region-path'

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
  stage: '',
  source: '',
  tags: [],
  lifecycle: 'active',
  lifecycleSince: null,
  lifecycleReason: '',
  tier: null,
  manager: '',
  team: [],
  groupId: null,
  region: [],
  address: '',
  creditDays: null,
  creditLimitFen: null,
  note: '',
  custom: {},
  firstContact: { name: '', title: '', phone: '', email: '' },
}

export function formOf(account: AccountDetail): AccountForm {
  return {
    ...(Object.fromEntries(
      Object.keys(emptyAccount).map((key) => [key, account[key as keyof AccountDetail]]),
    ) as unknown as AccountForm),
    region: regionPath(account),
    firstContact: emptyAccount.firstContact,
  }
}

export function inputOf({ region, firstContact: _firstContact, ...form }: AccountForm): AccountInput {
  return {
    ...form,
    uscc: form.uscc.replace(/[\s-]/g, '').toUpperCase(),
    groupId: form.groupId ?? null,
    tier: form.tier ?? null,
    stage: form.stage ?? '',
    source: form.source ?? '',
    team: form.team.map((member) => ({ ...member, since: member.since ?? null, until: member.until ?? null })),
    custom: Object.fromEntries(Object.entries(form.custom).map(([uid, value]) => [uid, value ?? ''])),
    ...regionNames(region),
  }
}

/** The first contact, where one was named. */
export function firstContactOf({ firstContact }: AccountForm): FirstContact | null {
  const { name, title, phone, email } = firstContact
  return name.trim() === '' ? null : { name, title, phone, email }
}

/** Fields whose content differs, for telling what somebody else changed meanwhile. */
export function differingFields(one: AccountForm, other: AccountForm): (keyof AccountForm)[] {
  return (Object.keys(emptyAccount) as (keyof AccountForm)[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  )
}
