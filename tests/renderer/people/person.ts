import type { PersonRow } from '#shared/contract/people'

/** A contact as lists show it, for screens and papers. */
export function personRow(change: Partial<PersonRow> = {}): PersonRow {
  return {
    id: 1,
    uid: 'p1',
    version: 1,
    accountId: 7,
    account: '杭州天山果语食品有限公司',
    accountCode: 'KH000007',
    name: '陈立',
    title: '物流经理',
    department: '物流部',
    phone: '138****1111',
    wechat: '',
    email: '',
    note: '',
    primary: true,
    role: 'influencer',
    stance: 'support',
    influence: 4,
    relationship: 4,
    reportsTo: null,
    reportsToName: '',
    channel: 'phone',
    birthMonth: null,
    lastContactOn: '2026-03-20',
    silentDays: 8,
    place: null,
    ...change,
  }
}
