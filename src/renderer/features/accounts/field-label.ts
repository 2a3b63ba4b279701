import type { WordKey } from '#shared/i18n/index'
import type { Words } from '../../i18n'

/** Names of the stored fields, for the change history and for conflicts. */
const labels: Readonly<Record<string, WordKey>> = {
  code: 'fields:account.code',
  name: 'fields:account.name',
  shortName: 'fields:account.shortName',
  aliases: 'fields:account.aliases',
  monthAccounts: 'fields:account.monthAccounts',
  uscc: 'fields:account.uscc',
  industry: 'fields:account.industry',
  stage: 'fields:account.stage',
  source: 'fields:account.source',
  tags: 'fields:account.tags',
  lifecycleSince: 'fields:account.lifecycleSince',
  lifecycleReason: 'fields:account.lifecycleReason',
  team: 'fields:account.team',
  custom: 'archive:custom.title',
  lifecycle: 'accounts:lifecycle',
  tier: 'fields:account.tier',
  manager: 'fields:account.manager',
  groupId: 'accounts:form.group',
  region: 'accounts:form.region',
  province: 'fields:account.province',
  city: 'fields:account.city',
  district: 'fields:account.district',
  address: 'fields:account.address',
  creditDays: 'fields:account.paymentDays',
  creditLimitFen: 'fields:account.creditLimit',
  note: 'fields:account.remark',
  contacts: 'accounts:form.contacts',
}

export function fieldLabel(t: Words, field: string): string {
  const key = labels[field]
  return key ? t(key) : field
}
