import type { Permission } from '../contract/base'

/** What a permission lets one do, for refusals. */
export const permissionsZh = {
  'system.read': '打开账套',
  'system.manage': '管理设置',
  'accounts.read': '查看客户',
  'accounts.write': '修改客户',
  'pricing.read': '查看价格',
  'pricing.write': '修改价格',
  'pricing.approve': '审批价格',
  'waybills.read': '查看运单',
  'waybills.write': '导入和修改运单',
  'cost.read': '查看成本',
  'insight.read': '查看报表',
  'insight.manage': '修改报表规则',
  'plans.read': '查看计划',
  'plans.write': '修改计划',
  'contracts.read': '查看合同',
  'contracts.write': '修改合同',
  'personal.read': '查看个人信息',
  'personal.erase': '删除个人信息',
} as const satisfies Record<Permission, string>

export const permissionsEn: Record<keyof typeof permissionsZh, string> = {
  'system.read': 'open the book',
  'system.manage': 'change settings',
  'accounts.read': 'see customers',
  'accounts.write': 'change customers',
  'pricing.read': 'see prices',
  'pricing.write': 'change prices',
  'pricing.approve': 'approve prices',
  'waybills.read': 'see waybills',
  'waybills.write': 'import and change waybills',
  'cost.read': 'see costs',
  'insight.read': 'see reports',
  'insight.manage': 'change the rules of reports',
  'plans.read': 'see plans',
  'plans.write': 'change plans',
  'contracts.read': 'see contracts',
  'contracts.write': 'change contracts',
  'personal.read': 'see personal data',
  'personal.erase': 'erase personal data',
}
