import { type AccountInput, accountInput } from '#shared/contract/accounts'
import { type DemoAccount, demoMark } from './demo-accounts'

/** A customer of the story who was entered a second time. */
export interface DoubleAccount {
  account: AccountInput
  /** Name and telephone of whoever entered him knew; the story's own contact. */
  contact: { name: string; phone: string; title: string } | null
}

/** Which customers stand in the archive twice, under what name, and whether with the same telephone. */
const doubles = [
  { of: 'KH000001', name: (short: string) => `浙江${short}`, samePhone: true, manager: '李雪梅' },
  { of: 'KH000012', name: (short: string) => `${short}（杭州）有限公司`, samePhone: true, manager: '' },
  { of: 'KH000030', name: (short: string) => `${short}商行`, samePhone: true, manager: '周婷婷' },
] as const

/** Customers entered twice, as happens where two people work: no waybill is written with their names. */
export function makeDoubles(accounts: readonly DemoAccount[]): DoubleAccount[] {
  return doubles.flatMap(({ of, name, samePhone, manager }, index) => {
    const original = accounts.find(({ code }) => code === of)
    if (!original) return []
    const [contact] = original.contacts
    const account = accountInput.parse({
      code: `KH${String(accounts.length + index + 1).padStart(6, '0')}`,
      name: `${name(original.shortName)}${demoMark}`,
      industry: original.industry,
      province: original.province,
      city: original.city,
      manager,
      note: '示例数据，重复登记的客户，可到“查重”中合并。',
    })
    return [
      {
        account,
        contact: contact && samePhone ? { name: contact.name, phone: contact.phone, title: contact.title } : null,
      },
    ]
  })
}
