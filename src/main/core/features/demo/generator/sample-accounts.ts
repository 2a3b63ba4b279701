import type { GridCell } from '#shared/domain/price-workbook/grid'
import { formatFen } from '#shared/domain/money'
import { wordOfTier } from '../../pricing/tier-words'
import type { DemoAccount } from './demo-accounts'

const headers = [
  '客户编码',
  '客户名称',
  '简称',
  '别名',
  '月结账号',
  '行业',
  '级别',
  '客户经理',
  '联系人',
  '职务',
  '联系电话',
  '邮箱',
  '省',
  '市',
  '区县',
  '地址',
  '账期（天）',
  '信用额度（元）',
  '所属集团',
  '备注',
] as const

/** The customer list a branch keeps: one row per customer, the first contact beside it. Groups stand above members. */
export function accountSheet(accounts: readonly DemoAccount[]): { sheet: GridCell[][]; merges: string[] } {
  const names = new Map(accounts.map(({ code, name }) => [code, name]))
  const text = (value: string): GridCell => (value === '' ? null : { value, format: '@' })
  const figure = (value: number | null): GridCell => (value === null ? null : { value })
  const rows = accounts.map((account) => {
    const [contact] = account.contacts
    return [
      text(account.code),
      text(account.name),
      text(account.shortName),
      text(account.aliases.join('、')),
      text(account.monthAccounts.join('、')),
      text(account.industry),
      text(account.tier ? wordOfTier(account.tier) : ''),
      text(account.manager),
      text(contact?.name ?? ''),
      text(contact?.title ?? ''),
      text(contact?.phone ?? ''),
      text(contact?.email ?? ''),
      text(account.province),
      text(account.city),
      text(account.district),
      text(account.address),
      figure(account.creditDays),
      figure(account.creditLimitFen === null ? null : Number(formatFen(account.creditLimitFen))),
      text(account.groupCode === null ? '' : (names.get(account.groupCode) ?? '')),
      text(account.note),
    ]
  })
  const title: GridCell[] = [{ value: '大客户档案（示例数据）' }]
  return { sheet: [title, headers.map((value) => ({ value, format: '@' })), ...rows], merges: ['A1:T1'] }
}
